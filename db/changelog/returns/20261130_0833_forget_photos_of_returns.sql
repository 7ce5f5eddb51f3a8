--liquibase formatted sql
--changeset retour:20261130_0833_forget_photos_of_returns splitStatements:false
alter table returns.return_authorization add column forgotten_at timestamptz;
comment on column returns.return_authorization.forgotten_at is 'when its photos and raw messages went; null again with its next step';
create index ix_return_authorization_kept on returns.return_authorization (tenant_id, requested_at, id) where forgotten_at is null;
--rollback drop index returns.ix_return_authorization_kept;
--rollback alter table returns.return_authorization drop column forgotten_at;
