--liquibase formatted sql
--changeset retour:20261130_0721_erase_shoppers splitStatements:false
alter table orders.shopper add column erased_at timestamptz;
alter table orders.customer_order add column erased_at timestamptz;
comment on column orders.shopper.erased_at is 'since then nobody knows who it was; the e-mail names the row only';
comment on column orders.customer_order.erased_at is 'what is told of its person afterwards is left out';

create table orders.erased_address (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    address_hash text not null,
    erased_at timestamptz not null,
    constraint pk_erased_address primary key (tenant_id, address_hash)
);
comment on table orders.erased_address is 'Of whom nothing may come back with orders of before: a keyed hash of the e-mail, which only who brings the address finds; gone with the first newer order';
comment on column orders.erased_address.address_hash is 'not personal: keyed, read by nobody without the address and the key';
select infra.own_by_tenant('orders.erased_address');
--rollback drop table orders.erased_address;
--rollback alter table orders.customer_order drop column erased_at;
--rollback alter table orders.shopper drop column erased_at;
