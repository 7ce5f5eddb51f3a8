--liquibase formatted sql
--changeset retour:20261123_1535_add_claim_to_account_mail
alter table tenants.account_mail add column claim uuid;
alter table tenants.account_mail drop constraint ck_account_mail_state;
alter table tenants.account_mail add constraint ck_account_mail_state
    check (state in ('QUEUED', 'CLAIMED', 'HANDING_OVER', 'SENT', 'FAILED'));
alter table tenants.account_mail add constraint ck_account_mail_claimed
    check (state not in ('CLAIMED', 'HANDING_OVER') or claim is not null);
drop index tenants.ix_account_mail_due;
create index ix_account_mail_open on tenants.account_mail (next_try_at) where state in ('QUEUED', 'CLAIMED', 'HANDING_OVER');
comment on column tenants.account_mail.sealed is 'link and names, sealed; null once sent or given up';
comment on column tenants.account_mail.next_try_at is 'of a claimed one: until when it belongs to its claim';
--rollback drop index tenants.ix_account_mail_open;
--rollback update tenants.account_mail set state = 'QUEUED' where state in ('CLAIMED', 'HANDING_OVER');
--rollback alter table tenants.account_mail drop constraint ck_account_mail_claimed, drop constraint ck_account_mail_state, drop column claim;
--rollback alter table tenants.account_mail add constraint ck_account_mail_state check (state in ('QUEUED', 'SENT', 'FAILED'));
--rollback create index ix_account_mail_due on tenants.account_mail (next_try_at) where state = 'QUEUED';
