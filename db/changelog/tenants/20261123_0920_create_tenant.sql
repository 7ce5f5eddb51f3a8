--liquibase formatted sql
--changeset retour:20261123_0920_create_tenant
create schema tenants;
grant usage on schema tenants to retour_app;

create table tenants.tenant (
    tenant_id      uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id             uuid        not null,
    version        bigint      not null default 0,
    name           text        not null,
    slug           text        not null,
    currency       text        not null,
    zone           text        not null,
    locale         text        not null,
    live           boolean     not null default false,
    brand_color    text        not null default '#1f5a4d',
    logo_file      uuid,
    return_address jsonb,
    contact_email  text,
    team_inbox     text,
    created_at     timestamptz not null default now(),
    constraint pk_tenant primary key (tenant_id, id),
    constraint ck_tenant_id check (id = tenant_id),
    constraint ck_tenant_slug check (slug ~ '^[a-z0-9]([a-z0-9-]{1,38})[a-z0-9]$')
);
comment on column tenants.tenant.name is 'not personal: the name of the merchant';
comment on column tenants.tenant.return_address is 'not personal: where goods go; no person';
comment on column tenants.tenant.contact_email is 'not personal: an address that shoppers are shown';
comment on column tenants.tenant.team_inbox is 'not personal: an address of the team';
select infra.own_by_tenant('tenants.tenant', 'select, insert, update');

create table tenants.directory (
    kind      text not null,
    key       text not null,
    tenant_id uuid not null,
    constraint pk_directory primary key (kind, key, tenant_id),
    constraint ck_directory_kind check (kind in ('SLUG', 'CLIENT', 'PERSON'))
);
create unique index uq_directory_kind_key on tenants.directory (kind, key) where kind <> 'PERSON';
comment on table tenants.directory is 'global: finds the tenant of a portal slug or client id, and the tenants of a person, before one is bound';
grant select, insert, delete on tenants.directory to retour_app;
--rollback drop schema tenants cascade;
