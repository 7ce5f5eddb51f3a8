--liquibase formatted sql
--changeset retour:20261123_1240_create_policy

create schema rules;

-- Published policies, never changed; the highest number judges new returns. Number 0 is the empty one every shop starts with.
create table rules.policy_version (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    number integer not null,
    semantics integer not null,
    currency char(3) not null,
    rules jsonb not null,
    note text not null,
    published_at timestamptz not null,
    actor_kind text not null,
    actor_id text,
    constraint pk_policy_version primary key (tenant_id, id),
    constraint uq_policy_version_number unique (tenant_id, number)
);
select infra.own_by_tenant('rules.policy_version', 'select, insert');

-- At most one a tenant: its key is the tenant.
create table rules.policy_draft (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    currency char(3) not null,
    rules jsonb not null,
    saved_at timestamptz not null,
    constraint pk_policy_draft primary key (tenant_id, id),
    constraint uq_policy_draft_tenant unique (tenant_id)
);
select infra.own_by_tenant('rules.policy_draft');

-- One row a judging of one item, the policy's or a person's; old ones stay.
create table rules.decision (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    subject_type text not null,
    subject_id uuid not null,
    item_ref uuid not null,
    policy_version_id uuid not null,
    facts jsonb not null,
    raised_guards text[] not null,
    outcome text not null,
    by_hand boolean not null,
    actor_kind text not null,
    actor_id text,
    submitted_at timestamptz not null,
    decided_at timestamptz not null,
    constraint pk_decision primary key (tenant_id, id),
    constraint fk_decision_policy_version foreign key (tenant_id, policy_version_id)
        references rules.policy_version (tenant_id, id)
);
create index ix_decision_subject on rules.decision (tenant_id, subject_type, subject_id);
create index ix_decision_policy_version on rules.decision (tenant_id, policy_version_id);
select infra.own_by_tenant('rules.decision', 'select, insert');

--rollback drop schema rules cascade;
