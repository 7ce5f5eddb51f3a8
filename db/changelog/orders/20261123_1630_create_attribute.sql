--liquibase formatted sql
--changeset retour:20261123_1630_create_attribute

-- What integrators push beside an order or a shopper; merchants make facts of it. One row an attribute.
create table orders.attribute (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    owner_kind text not null,
    owner_id uuid not null,
    name text not null,
    told_values text[] not null,
    constraint pk_attribute primary key (tenant_id, owner_kind, owner_id, name)
);
comment on column orders.attribute.told_values is 'personal: whatever a merchant lets push';
select infra.own_by_tenant('orders.attribute');

--rollback drop table orders.attribute;
