--liquibase formatted sql
--changeset retour:20261129_2320_fix_withdrawal_period
-- Until when the shopper may withdraw, as fixed at the first judging. What was judged before is fixed when it is judged
-- again.
alter table returns.return_authorization
    add column withdrawal_fixed boolean not null default false,
    add column withdrawal_until date;
comment on column returns.return_authorization.withdrawal_until is
    'the last day of the statutory period; null while it is open, or not fixed yet';
--rollback alter table returns.return_authorization drop column withdrawal_fixed, drop column withdrawal_until;
