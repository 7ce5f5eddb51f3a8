--liquibase formatted sql
--changeset retour:20261130_1101_add_journal_to_account_mail
alter table tenants.account_mail add column journal uuid, add column journal_entry bigint;
alter table tenants.account_mail add constraint ck_account_mail_journal check ((journal is null) = (journal_entry is null));
create index ix_account_mail_journal on tenants.account_mail (journal) where journal is not null;
comment on column tenants.account_mail.sealed is 'link and names, sealed; null once sent or given up, or a day after it was cut off';
--rollback drop index tenants.ix_account_mail_journal;
--rollback alter table tenants.account_mail drop constraint ck_account_mail_journal, drop column journal, drop column journal_entry;
--rollback comment on column tenants.account_mail.sealed is 'link and names, sealed; null once sent or given up';
