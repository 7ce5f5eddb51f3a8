--liquibase formatted sql
--changeset retour:20261130_1101_know_shop_of_shopper_mail
alter table tenants.account_mail add column tenant_id uuid;
comment on column tenants.account_mail.tenant_id is 'of a mail to a shopper: which shop knows them; null for mails to people, who belong to no single tenant';
comment on column tenants.account_mail.recipient is 'personal: address of a person who works for a merchant, or of a shopper';
--rollback alter table tenants.account_mail drop column tenant_id;
