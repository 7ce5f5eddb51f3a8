--liquibase formatted sql
--changeset retour:20261130_0250_index_files_by_day splitStatements:false
create index ix_stored_file_day on files.stored_file (tenant_id, stored_at) include (bytes);
--rollback drop index files.ix_stored_file_day;
