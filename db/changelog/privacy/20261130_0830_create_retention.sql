--liquibase formatted sql
--changeset retour:20261130_0830_create_retention splitStatements:false
create table privacy.setting (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    days_after_close integer not null,
    constraint pk_setting primary key (tenant_id),
    constraint ck_setting_days_after_close check (days_after_close between 7 and 730)
);
select infra.own_by_tenant('privacy.setting');

create table privacy.retention_night (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    night date not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    counts jsonb not null,
    constraint pk_retention_night primary key (tenant_id, night)
);
comment on table privacy.retention_night is 'What a night took away, in counts';
select infra.own_by_tenant('privacy.retention_night');
--rollback drop table privacy.retention_night;
--rollback drop table privacy.setting;
