--liquibase formatted sql
--changeset retour:20261129_2305_hold_refunds
-- What stands against a refund since it was reckoned, whether a person gave it up, and when the gateway first heard of it:
-- from then on it may be paid, and a changed amount is another payment.
alter table returns.refund
    add column hold text,
    add column given_up boolean not null default false,
    add column called_at timestamptz,
    add column payment_round integer not null default 0,
    add constraint ck_refund_hold check (hold in ('UNPAID', 'PERSON'));
alter table returns.refund no force row level security;
update returns.refund set given_up = true where state = 'CANCELED' and failure is distinct from 'Return canceled';
update returns.refund set called_at = issuing_at where times_asked > 0;
alter table returns.refund force row level security;

-- An item keeps the price it was announced with, and knows which of its units went back to the shopper, were never sent
-- though the return is closed, or were booked in with nothing to give back for them.
alter table returns.return_item
    add column line_quantity integer,
    add column line_paid numeric(19,4),
    add column line_tax numeric(19,4),
    add column sent_back integer not null default 0,
    add column unsent integer not null default 0,
    add column worth_nothing integer not null default 0,
    add constraint ck_return_item_sent_back check (sent_back >= 0 and sent_back <= refused),
    add constraint ck_return_item_unsent check (unsent >= 0 and unsent <= quantity),
    add constraint ck_return_item_line check (num_nonnulls(line_quantity, line_paid, line_tax) in (0, 3));
alter table returns.return_item no force row level security;
alter table returns.return_authorization no force row level security;
alter table returns.receipt_line no force row level security;
alter table returns.receipt no force row level security;
update returns.return_item i set unsent = greatest(0, i.quantity - greatest(i.received, i.exchanged))
from returns.return_authorization a
where a.tenant_id = i.tenant_id and a.id = i.return_id and a.closed_at is not null
    and not exists (select from returns.refund r where r.tenant_id = i.tenant_id and r.return_id = i.return_id
        and r.state in ('DUE', 'ISSUING', 'ISSUED', 'FAILED'));
update returns.return_item i set sent_back = least(i.refused, s.units)
from (select l.tenant_id, l.item_id, sum(l.refused)::integer as units
      from returns.receipt_line l join returns.receipt r on r.tenant_id = l.tenant_id and r.id = l.receipt_id
      where l.disposition = 'SENT_BACK' and r.closed_at is not null group by l.tenant_id, l.item_id) s
where s.tenant_id = i.tenant_id and s.item_id = i.id;
alter table returns.return_item force row level security;
alter table returns.return_authorization force row level security;
alter table returns.receipt_line force row level security;
alter table returns.receipt force row level security;
--rollback alter table returns.return_item drop column line_quantity, drop column line_paid, drop column line_tax, drop column sent_back, drop column unsent, drop column worth_nothing;
--rollback alter table returns.refund drop column hold, drop column given_up, drop column called_at, drop column payment_round;
