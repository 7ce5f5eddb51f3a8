--liquibase formatted sql
--changeset retour:20261123_1520_ask_for_refunds
-- A refund is asked for, paid by a gateway outside any transaction, and its answer recorded: which asking it is, how
-- often no answer came, and since when nobody knows.
alter table returns.refund
    add column times_asked integer not null default 0,
    add column no_answers integer not null default 0,
    add column unknown_since timestamptz;
--rollback alter table returns.refund drop column times_asked, drop column no_answers, drop column unknown_since;
