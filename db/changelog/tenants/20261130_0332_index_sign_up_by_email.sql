--liquibase formatted sql
--changeset retour:20261130_0332_index_sign_up_by_email
create index ix_sign_up_email on tenants.sign_up (email);
--rollback drop index tenants.ix_sign_up_email;
