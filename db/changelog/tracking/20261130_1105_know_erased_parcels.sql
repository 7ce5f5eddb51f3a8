--liquibase formatted sql
--changeset retour:20261130_1105_know_erased_parcels
alter table tracking.reverse_shipment add column erased_at timestamptz;
comment on column tracking.reverse_shipment.erased_at is 'since then nobody knows who sends it, and no number leads to them any more';
alter table orders.customer_order no force row level security;
alter table tracking.reverse_shipment no force row level security;
update tracking.reverse_shipment s set erased_at = o.erased_at
from orders.customer_order o
where o.tenant_id = s.tenant_id and o.id = s.owner and o.erased_at is not null;
alter table orders.customer_order force row level security;
alter table tracking.reverse_shipment force row level security;
--rollback alter table tracking.reverse_shipment drop column erased_at;
