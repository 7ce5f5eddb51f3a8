--liquibase formatted sql
--changeset retour:20261129_2300_tell_what_a_total_is_made_of
alter table orders.customer_order
    add column exchange_rate numeric,
    add column shipping_tax numeric(19, 4) not null default 0,
    add column shipping_tax_told boolean not null default false,
    add column payment_fee numeric(19, 4) not null default 0,
    add column rounding numeric(19, 4) not null default 0,
    add constraint ck_customer_order_exchange_rate check (exchange_rate > 0);
alter table orders.order_line add column tax_rate numeric;
-- Shops have unit prices that are finer than any coin; without limits no row is written anew.
alter table orders.order_line alter column unit_price type numeric;

create table orders.outside_refund (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    order_id uuid not null,
    id text not null,
    position integer not null,
    kind text not null,
    line_id uuid,
    quantity integer,
    amount numeric(19, 4) not null,
    tender_id text,
    constraint pk_outside_refund primary key (tenant_id, order_id, id),
    constraint fk_outside_refund_order foreign key (tenant_id, order_id)
        references orders.customer_order (tenant_id, id) on delete cascade,
    constraint ck_outside_refund_kind check (kind in ('GOODS', 'SHIPPING', 'OTHER')),
    constraint ck_outside_refund_amount check (amount >= 0)
);
select infra.own_by_tenant('orders.outside_refund');

-- Where prices include tax, the lines left to the shipping what was not theirs. Of all tenants, so for this update only
-- the owner of the tables stands above their row-level security.
alter table orders.customer_order no force row level security;
alter table orders.order_line no force row level security;
update orders.customer_order o
set shipping_tax = least(o.shipping, o.taxes - t.of_lines)
from (select tenant_id, order_id, sum(tax) as of_lines from orders.order_line group by tenant_id, order_id) t
where t.tenant_id = o.tenant_id and t.order_id = o.id and o.tax_mode = 'INCLUDED' and o.shipping > 0
    and o.taxes > t.of_lines;
alter table orders.customer_order force row level security;
alter table orders.order_line force row level security;
--rollback drop table orders.outside_refund;
--rollback alter table orders.order_line drop column tax_rate, alter column unit_price type numeric(19, 4);
--rollback alter table orders.customer_order drop column exchange_rate, drop column shipping_tax, drop column shipping_tax_told, drop column payment_fee, drop column rounding;
