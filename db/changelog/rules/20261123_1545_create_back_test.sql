--liquibase formatted sql
--changeset retour:20261123_1545_create_back_test

-- Trying a draft on what was decided before, and shadow runs, read decisions in the order they were made.
create index ix_decision_decided on rules.decision (tenant_id, decided_at, id) where not by_hand;
create index ix_decision_item on rules.decision (tenant_id, item_ref, decided_at) where not by_hand;

-- A draft tried on past decisions; the draft is kept as it was. position is where a run goes on after it was cut off.
create table rules.back_test (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    state text not null,
    days integer not null,
    currency char(3) not null,
    rules jsonb not null,
    live_version_id uuid not null,
    since timestamptz not null,
    until timestamptz not null,
    position_time timestamptz not null,
    position_id uuid not null,
    judged bigint not null default 0,
    total bigint not null,
    changed bigint not null default 0,
    outcomes jsonb not null default '[]',
    unknown jsonb not null default '{}',
    asked_at timestamptz not null,
    asked_by text,
    ended_at timestamptz,
    constraint pk_back_test primary key (tenant_id, id),
    constraint fk_back_test_policy_version foreign key (tenant_id, live_version_id)
        references rules.policy_version (tenant_id, id)
);
create index ix_back_test_live_version on rules.back_test (tenant_id, live_version_id);
create index ix_back_test_asked on rules.back_test (tenant_id, asked_at, id);
select infra.own_by_tenant('rules.back_test');

-- The first decisions that came out otherwise.
create table rules.back_test_change (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    back_test_id uuid not null,
    decision_id uuid not null,
    live_outcome text not null,
    draft_outcome text not null,
    value numeric(19, 4),
    constraint pk_back_test_change primary key (tenant_id, back_test_id, decision_id),
    constraint fk_back_test_change_back_test foreign key (tenant_id, back_test_id)
        references rules.back_test (tenant_id, id) on delete cascade,
    constraint fk_back_test_change_decision foreign key (tenant_id, decision_id)
        references rules.decision (tenant_id, id)
);
create index ix_back_test_change_decision on rules.back_test_change (tenant_id, decision_id);
select infra.own_by_tenant('rules.back_test_change', 'select, insert, delete');

--rollback drop table rules.back_test_change;
--rollback drop table rules.back_test;
--rollback drop index rules.ix_decision_item;
--rollback drop index rules.ix_decision_decided;
