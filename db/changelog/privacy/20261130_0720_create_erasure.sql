--liquibase formatted sql
--changeset retour:20261130_0720_create_erasure splitStatements:false
create schema privacy;

create table privacy.erasure (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    shopper_id uuid,
    orders integer not null,
    returns integer not null,
    counts jsonb not null,
    erased_at timestamptz not null,
    actor_kind text not null,
    actor_id text,
    constraint pk_erasure primary key (tenant_id, id)
);
comment on table privacy.erasure is 'What was erased, in counts; nothing of whom, but an id that names nobody any more';
create index ix_erasure_erased_at on privacy.erasure (tenant_id, erased_at desc, id desc);
select infra.own_by_tenant('privacy.erasure', 'select, insert');
--rollback drop schema privacy cascade;
