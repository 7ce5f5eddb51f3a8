--liquibase formatted sql
--changeset retour:20261123_0923_create_api_client splitStatements:false
create table tenants.api_client (
    tenant_id    uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id           uuid        not null,
    version      bigint      not null default 0,
    client_id    text        not null,
    title        text        not null,
    secret_hash  text        not null,
    scopes       text[]      not null,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    constraint pk_api_client primary key (tenant_id, id),
    constraint uq_api_client_client_id unique (tenant_id, client_id)
);
select infra.own_by_tenant('tenants.api_client');
select infra.let_door_read('tenants.api_client');

create function tenants.client_door(asked_tenant uuid, asked_client uuid)
returns table (tenant_id uuid, id uuid, scopes text[])
language sql stable security definer set search_path = tenants, pg_temp as $$
    select c.tenant_id, c.id, c.scopes
    from tenants.api_client c
    where c.tenant_id = asked_tenant and c.id = asked_client and c.revoked_at is null
$$;
select infra.open_door('tenants.client_door(uuid, uuid)');

create table tenants.signing_key (
    id         text        not null constraint pk_signing_key primary key,
    sealed     bytea       not null,
    created_at timestamptz not null
);
comment on table tenants.signing_key is 'global: signs the tokens of all tenants; sealed';
grant select, insert, delete on tenants.signing_key to retour_app;

create table tenants.bucket (
    id         text   not null constraint pk_bucket primary key,
    state      bytea,
    expires_at bigint
);
create index ix_bucket_expires_at on tenants.bucket (expires_at);
comment on table tenants.bucket is 'global: counts tries by address or account before a tenant is known; keys are keyed hashes';
grant select, insert, update, delete on tenants.bucket to retour_app;
--rollback drop table tenants.bucket, tenants.signing_key; drop function tenants.client_door(uuid, uuid); drop table tenants.api_client;
