--liquibase formatted sql
--changeset retour:20261130_1410_close_sets_of_words runInTransaction:false
-- Columns that hold the names of an enum take these and no other. Statement by statement, so that no table waits for
-- another: the constraint comes in an instant, and what is there is read while everybody goes on. Cut off, it begins again.
alter table tenants.account_mail
    drop constraint if exists ck_account_mail_kind,
    add constraint ck_account_mail_kind check (kind in ('CONFIRM', 'ALREADY_KNOWN', 'RESET', 'PASSWORD_CHANGED',
        'INVITATION', 'ERASURE', 'ERASURE_DE')) not valid;
alter table tenants.audit_entry
    drop constraint if exists ck_audit_entry_actor_kind,
    add constraint ck_audit_entry_actor_kind check (actor_kind in ('STAFF', 'SHOPPER', 'INTEGRATOR', 'POLICY',
        'CARRIER', 'WAREHOUSE', 'CLOCK', 'SYSTEM')) not valid;
alter table tenants.account_mail validate constraint ck_account_mail_kind;
alter table tenants.audit_entry validate constraint ck_audit_entry_actor_kind;
--rollback alter table tenants.account_mail drop constraint if exists ck_account_mail_kind;
--rollback alter table tenants.audit_entry drop constraint if exists ck_audit_entry_actor_kind;
