--liquibase formatted sql
--changeset retour:20261130_1150_tell_tax_on_top_of_items
-- A fee in per cent is taken of what the shopper paid: an item knows whether its tax came on top of its price.
alter table returns.return_item
    add column line_tax_on_top boolean,
    add constraint ck_return_item_line_tax_on_top check (line_tax_on_top is null or line_tax is not null);
alter table returns.return_item no force row level security;
alter table orders.customer_order no force row level security;
update returns.return_item i set line_tax_on_top = o.tax_mode = 'EXCLUDED'
from orders.customer_order o
where o.tenant_id = i.tenant_id and o.id = i.order_id and o.tax_mode <> 'UNKNOWN' and i.line_tax is not null;
alter table returns.return_item force row level security;
alter table orders.customer_order force row level security;
--rollback alter table returns.return_item drop column line_tax_on_top;
