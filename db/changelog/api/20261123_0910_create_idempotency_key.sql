--liquibase formatted sql
--changeset retour:20261123_0910_create_idempotency_key
create schema api;
create table api.idempotency_key (
    tenant_id  uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
    caller     text        not null,
    mutation   text        not null,
    key        text        not null,
    input_hash bytea       not null,
    answer     text,
    created_at timestamptz not null default now(),
    constraint pk_idempotency_key primary key (tenant_id, caller, mutation, key)
);
create index ix_idempotency_key_created_at on api.idempotency_key (tenant_id, created_at);
select infra.own_by_tenant('api.idempotency_key');
--rollback drop schema api cascade;
