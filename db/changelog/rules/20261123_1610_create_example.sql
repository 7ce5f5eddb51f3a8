--liquibase formatted sql
--changeset retour:20261123_1610_create_example

-- Cases whose outcome must hold before a policy is published.
create table rules.example (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    name text not null,
    facts jsonb not null,
    expected text not null,
    saved_at timestamptz not null,
    constraint pk_example primary key (tenant_id, id),
    constraint uq_example_name unique (tenant_id, name)
);
select infra.own_by_tenant('rules.example');

-- At most one a tenant: how policies are published. No row: by whoever may write rules.
create table rules.publishing_setting (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    four_eyes boolean not null,
    constraint pk_publishing_setting primary key (tenant_id, id),
    constraint uq_publishing_setting_tenant unique (tenant_id)
);
select infra.own_by_tenant('rules.publishing_setting', 'select, insert, update');

-- Who changed the draft last; unknown for drafts saved before this column.
alter table rules.policy_draft add column saved_by text;

--rollback alter table rules.policy_draft drop column saved_by;
--rollback drop table rules.publishing_setting;
--rollback drop table rules.example;
