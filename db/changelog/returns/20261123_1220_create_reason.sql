--liquibase formatted sql
--changeset retour:20261123_1220_create_reason
create schema if not exists returns;

create table returns.reason (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    code text not null,
    reason_group text not null,
    position integer not null,
    archived boolean not null default false,
    texts jsonb not null,
    constraint pk_reason primary key (tenant_id, id),
    constraint uq_reason_code unique (tenant_id, code)
);
select infra.own_by_tenant('returns.reason');

create table returns.return_settings (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    resolutions text[] not null,
    assumed_transit_days integer,
    hours_to_wait_for_rest integer not null,
    evidence_days integer not null,
    refund_outbound_shipping text not null,
    return_shipping text not null,
    label_fee numeric(19,4),
    constraint pk_return_settings primary key (tenant_id, id),
    constraint uq_return_settings_tenant_id unique (tenant_id)
);
select infra.own_by_tenant('returns.return_settings');

-- The last RMA number given out; upserted, so that two requests never get the same.
create table returns.rma_counter (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    last_number bigint not null,
    constraint pk_rma_counter primary key (tenant_id)
);
select infra.own_by_tenant('returns.rma_counter');

-- One row an order, or a shopper: whoever counts announced units or gives money back holds it.
create table returns.order_lock (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    taken_at timestamptz not null,
    constraint pk_order_lock primary key (tenant_id, id)
);
select infra.own_by_tenant('returns.order_lock');
--rollback drop schema returns cascade;
