--liquibase formatted sql
--changeset retour:20261123_1505_create_history splitStatements:false
-- What happened before this is history that was brought in: recorded, never told.
create table notifications.history (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    ends_at timestamptz not null,
    constraint pk_history primary key (tenant_id)
);
select infra.own_by_tenant('notifications.history');
--rollback drop table notifications.history;
