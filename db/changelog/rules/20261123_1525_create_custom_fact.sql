--liquibase formatted sql
--changeset retour:20261123_1525_create_custom_fact

-- Facts that merchants add to the vocabulary; never deleted, since stored decisions read them.
create table rules.custom_fact (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    key text not null,
    type text not null,
    label text not null,
    description text not null,
    source text not null,
    attribute text not null,
    personal boolean not null,
    archived boolean not null,
    constraint pk_custom_fact primary key (tenant_id, id),
    constraint uq_custom_fact_key unique (tenant_id, key)
);
select infra.own_by_tenant('rules.custom_fact', 'select, insert, update');

--rollback drop table rules.custom_fact;
