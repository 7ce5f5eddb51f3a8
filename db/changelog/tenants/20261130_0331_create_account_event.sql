--liquibase formatted sql
--changeset retour:20261130_0331_create_account_event
create table tenants.account_event (
    id        uuid        not null constraint pk_account_event primary key,
    at        timestamptz not null,
    action    text        not null,
    person_id uuid,
    tenant_id uuid,
    by_person boolean     not null,
    detail    jsonb       not null
);
comment on table tenants.account_event is 'global: sign-ins, failures and changes of factors are noted before a tenant is known; passed to the audit of each tenant within seconds, then gone';
comment on column tenants.account_event.person_id is 'null where the address is nobody''s: noted all the same, so that both take as long; never passed on';
comment on column tenants.account_event.tenant_id is 'of one tenant only; null for each for whom the person works';
grant select, insert, delete on tenants.account_event to retour_app;
--rollback drop table tenants.account_event;
