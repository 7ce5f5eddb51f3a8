--liquibase formatted sql
--changeset retour:20261123_0924_create_audit_entry
create table tenants.audit_entry (
    tenant_id    uuid        not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id           uuid        not null,
    version      bigint      not null default 0,
    at           timestamptz not null,
    actor_kind   text        not null,
    actor_id     text,
    action       text        not null,
    subject_type text        not null,
    subject_id   text,
    detail       jsonb       not null,
    constraint pk_audit_entry primary key (tenant_id, id)
);
create index ix_audit_entry_subject on tenants.audit_entry (tenant_id, subject_type, subject_id, id);
select infra.own_by_tenant('tenants.audit_entry', 'select, insert');
--rollback drop table tenants.audit_entry;
