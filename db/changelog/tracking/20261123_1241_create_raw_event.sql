--liquibase formatted sql
--changeset retour:20261123_1241_create_raw_event splitStatements:false
create table tracking.raw_event (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    source text not null,
    event_id text not null,
    tracking_number text,
    number_key text,
    state text not null,
    received_at timestamptz not null,
    body text not null,
    constraint pk_raw_event primary key (tenant_id, id),
    constraint uq_raw_event_source_event_id unique (tenant_id, source, event_id),
    constraint ck_raw_event_state check (state in ('WAITING', 'APPLIED', 'UNMATCHED', 'IGNORED', 'UNREADABLE'))
);
comment on column tracking.raw_event.body is 'personal: as the carrier sent it; deleted after 90 days';
create index ix_raw_event_number_key on tracking.raw_event (tenant_id, number_key);
create index ix_raw_event_received_at on tracking.raw_event (tenant_id, received_at);
select infra.own_by_tenant('tracking.raw_event');
select infra.let_door_read('tracking.raw_event');

create function tracking.stale_door(before timestamptz) returns table (tenant_id uuid)
language sql stable security definer set search_path = tracking, pg_temp as $$
    select distinct e.tenant_id from raw_event e where e.received_at < before
$$;
select infra.open_door('tracking.stale_door(timestamptz)');

create table tracking.webhook_endpoint (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    source text not null,
    path text not null,
    sealed_secret bytea,
    secret_set_at timestamptz,
    constraint pk_webhook_endpoint primary key (tenant_id, id),
    constraint uq_webhook_endpoint_source unique (tenant_id, source)
);
comment on column tracking.webhook_endpoint.sealed_secret is 'sealed by the master key, never plain';
create index ix_webhook_endpoint_path on tracking.webhook_endpoint (path, tenant_id);
select infra.own_by_tenant('tracking.webhook_endpoint');
select infra.let_door_read('tracking.webhook_endpoint');

create function tracking.endpoint_door(asked_source text, asked_path text) returns table (tenant_id uuid, id uuid)
language sql stable security definer set search_path = tracking, pg_temp as $$
    select e.tenant_id, e.id from webhook_endpoint e where e.path = asked_path and e.source = asked_source
$$;
select infra.open_door('tracking.endpoint_door(text, text)');

create table tracking.refused_webhook (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    source text not null,
    day date not null,
    reason text not null,
    times bigint not null,
    last_at timestamptz not null,
    constraint pk_refused_webhook primary key (tenant_id, id),
    constraint uq_refused_webhook_source_day_reason unique (tenant_id, source, day, reason)
);
select infra.own_by_tenant('tracking.refused_webhook');
--rollback drop table tracking.refused_webhook, tracking.webhook_endpoint, tracking.raw_event cascade;
