--liquibase formatted sql
--changeset retour:20261130_1104_know_erased_returns
alter table returns.return_authorization add column erased_at timestamptz;
alter table returns.order_lock add column erased_at timestamptz;
comment on column returns.return_authorization.erased_at is 'since then nobody knows whose it was, and no words of theirs are taken';
comment on column returns.order_lock.erased_at is 'told with the lock to whoever waited for it';
alter table orders.customer_order no force row level security;
alter table returns.return_authorization no force row level security;
alter table returns.order_lock no force row level security;
update returns.return_authorization a set erased_at = o.erased_at
from orders.customer_order o
where o.tenant_id = a.tenant_id and o.id = a.order_id and o.erased_at is not null;
insert into returns.order_lock (tenant_id, id, taken_at, erased_at)
select o.tenant_id, o.id, o.erased_at, o.erased_at from orders.customer_order o where o.erased_at is not null
on conflict (tenant_id, id) do update set erased_at = excluded.erased_at;
alter table orders.customer_order force row level security;
alter table returns.return_authorization force row level security;
alter table returns.order_lock force row level security;
--rollback alter table returns.order_lock drop column erased_at;
--rollback alter table returns.return_authorization drop column erased_at;
