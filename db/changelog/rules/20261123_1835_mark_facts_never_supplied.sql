--liquibase formatted sql
--changeset retour:20261123_1835_mark_facts_never_supplied

-- Facts that this shop never gets, as the merchant says; the analysis of policies takes them for unknown.
create table rules.never_supplied_fact (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    fact_key text not null,
    constraint pk_never_supplied_fact primary key (tenant_id, fact_key)
);
select infra.own_by_tenant('rules.never_supplied_fact', 'select, insert, delete');
--rollback drop table rules.never_supplied_fact;
