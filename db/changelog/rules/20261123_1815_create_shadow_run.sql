--liquibase formatted sql
--changeset retour:20261123_1815_create_shadow_run

-- A draft, kept as it was, that judges in silence what the live policy decides. look_from, marked_at and marked_transaction
-- say from where decisions are looked for, so that one whose transaction committed late is still found.
create table rules.shadow_run (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    state text not null,
    days integer not null,
    currency char(3) not null,
    rules jsonb not null,
    draft_revision integer not null,
    started_at timestamptz not null,
    started_by text,
    ends_at timestamptz not null,
    ended_at timestamptz,
    look_from timestamptz not null,
    marked_at timestamptz not null,
    marked_transaction bigint not null,
    judged bigint not null default 0,
    changed bigint not null default 0,
    outcomes jsonb not null default '[]',
    unknown jsonb not null default '{}',
    constraint pk_shadow_run primary key (tenant_id, id)
);
create unique index uq_shadow_run_running on rules.shadow_run (tenant_id) where state = 'RUNNING';
create index ix_shadow_run_started on rules.shadow_run (tenant_id, started_at, id);
select infra.own_by_tenant('rules.shadow_run');

-- What a shadow run judged: the differences that are listed, and for a while the others, so that none is counted twice.
create table rules.shadow_judging (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    shadow_run_id uuid not null,
    decision_id uuid not null,
    decided_at timestamptz not null,
    listed boolean not null,
    live_outcome text not null,
    draft_outcome text not null,
    value numeric(19, 4),
    constraint pk_shadow_judging primary key (tenant_id, shadow_run_id, decision_id),
    constraint fk_shadow_judging_shadow_run foreign key (tenant_id, shadow_run_id)
        references rules.shadow_run (tenant_id, id) on delete cascade,
    constraint fk_shadow_judging_decision foreign key (tenant_id, decision_id)
        references rules.decision (tenant_id, id)
);
create index ix_shadow_judging_decision on rules.shadow_judging (tenant_id, decision_id);
create index ix_shadow_judging_listed on rules.shadow_judging (tenant_id, shadow_run_id, decided_at, decision_id) where listed;
create index ix_shadow_judging_passing on rules.shadow_judging (tenant_id, shadow_run_id, decided_at) where not listed;
select infra.own_by_tenant('rules.shadow_judging', 'select, insert, delete');

--rollback drop table rules.shadow_judging;
--rollback drop table rules.shadow_run;
