--liquibase formatted sql
--changeset retour:20261123_1210_create_ledger splitStatements:false
create schema notifications;

-- One row a return: whoever records a message of it locks this row first, so that two listeners see each other's work.
create table notifications.conversation (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    return_id uuid not null,
    constraint pk_conversation primary key (tenant_id, return_id)
);
select infra.own_by_tenant('notifications.conversation');

-- The ledger is its own queue. At most one row per key, whatever is retried.
create table notifications.notification (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    moment text not null,
    subject_kind text not null,
    subject_id uuid not null,
    audience text not null,
    recipient_key text not null,
    channel text not null,
    return_id uuid,
    rma_number text,
    sequence bigint not null default 0,
    state text not null,
    reason text not null,
    recipient_email text,
    message_locale text,
    template_version integer,
    subject_line text,
    text_part text,
    html_part text,
    message_id text not null,
    attempts integer not null default 0,
    resent boolean not null default false,
    happened_at timestamptz not null,
    created_at timestamptz not null,
    next_attempt_at timestamptz,
    lease_until timestamptz,
    claim uuid,
    sent_at timestamptz,
    constraint pk_notification primary key (tenant_id, id),
    constraint uq_notification_key unique (tenant_id, moment, subject_id, recipient_key, channel),
    constraint ck_notification_state check (state in ('QUEUED', 'CLAIMED', 'HANDING_OVER', 'SENT', 'FAILED', 'SKIPPED')),
    constraint ck_notification_audience check (audience in ('SHOPPER', 'TEAM', 'STAFF')),
    constraint ck_notification_queued check (state <> 'QUEUED' or next_attempt_at is not null),
    constraint ck_notification_leased check (state not in ('CLAIMED', 'HANDING_OVER') or (lease_until is not null and claim is not null)),
    constraint ck_notification_sent check (state <> 'SENT' or sent_at is not null)
);
create index ix_notification_due on notifications.notification (tenant_id, next_attempt_at) where state = 'QUEUED';
create index ix_notification_leased on notifications.notification (tenant_id, lease_until) where state in ('CLAIMED', 'HANDING_OVER');
create index ix_notification_failed on notifications.notification (tenant_id) where state = 'FAILED';
create index ix_notification_return on notifications.notification (tenant_id, return_id, sequence);
create index ix_notification_newest on notifications.notification (tenant_id, created_at desc, id desc);
comment on column notifications.notification.recipient_email is 'personal: where the message goes';
comment on column notifications.notification.subject_line is 'personal: may name the shopper';
comment on column notifications.notification.text_part is 'personal: names the shopper';
comment on column notifications.notification.html_part is 'personal: names the shopper';
select infra.own_by_tenant('notifications.notification');

-- What a merchant wrote, every version kept. is_default: went back to Retour's own text.
create table notifications.template_version (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    moment text not null,
    locale text not null,
    number integer not null,
    is_default boolean not null,
    subject text not null,
    body text not null,
    button_label text not null,
    saved_at timestamptz not null,
    saved_by text,
    constraint pk_template_version primary key (tenant_id, id),
    constraint uq_template_version_number unique (tenant_id, moment, locale, number),
    constraint ck_template_version_number check (number > 0)
);
select infra.own_by_tenant('notifications.template_version', 'select, insert');

create table notifications.moment_switch (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    moment text not null,
    enabled boolean not null,
    constraint pk_moment_switch primary key (tenant_id, moment)
);
select infra.own_by_tenant('notifications.moment_switch');

-- Which merchants have mail to send, the longest waiting first. The time is the database's: replicas' clocks may differ.
create function notifications.due_door(most integer) returns table (tenant_id uuid, id uuid)
    language sql stable security definer set search_path = notifications, pg_temp as $$
    select n.tenant_id, null::uuid
    from notifications.notification n
    where (n.state = 'QUEUED' and n.next_attempt_at <= now())
       or (n.state in ('CLAIMED', 'HANDING_OVER') and n.lease_until <= now())
    group by n.tenant_id
    order by min(coalesce(n.lease_until, n.next_attempt_at))
    limit most
$$;
select infra.open_door('notifications.due_door(integer)');

-- For the gauges: how many wait, how many failed, how long the oldest due one waits. No tenant, no content.
create function notifications.load_door() returns table (waiting bigint, failed bigint, oldest_due_seconds double precision)
    language sql stable security definer set search_path = notifications, pg_temp as $$
    select count(*) filter (where n.state in ('QUEUED', 'CLAIMED', 'HANDING_OVER')),
           count(*) filter (where n.state = 'FAILED'),
           coalesce(extract(epoch from now() - min(n.next_attempt_at) filter (where n.state = 'QUEUED' and n.next_attempt_at <= now())), 0)
    from notifications.notification n
    where n.state in ('QUEUED', 'CLAIMED', 'HANDING_OVER', 'FAILED')
$$;
select infra.open_door('notifications.load_door()');
select infra.let_door_read('notifications.notification');

--rollback drop function notifications.due_door(integer);
--rollback drop function notifications.load_door();
--rollback drop table notifications.conversation, notifications.notification, notifications.template_version, notifications.moment_switch;
--rollback drop schema notifications;
