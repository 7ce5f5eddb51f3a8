--liquibase formatted sql
--changeset retour:20261130_0831_look_for_unwanted_files splitStatements:false
alter table files.stored_file add column wanted_at timestamptz;
comment on column files.stored_file.wanted_at is 'when somebody wanted it last, as far as was looked; null before the first look';
create index ix_stored_file_look on files.stored_file (tenant_id, wanted_at, stored_at);
--rollback drop index files.ix_stored_file_look;
--rollback alter table files.stored_file drop column wanted_at;
