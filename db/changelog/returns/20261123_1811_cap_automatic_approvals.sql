--liquibase formatted sql
--changeset retour:20261123_1811_cap_automatic_approvals

-- How much the rules may approve on their own for one shopper in so many days; null is without cap.
alter table returns.return_settings
    add column cap_approvals integer,
    add column cap_amount numeric(19,4),
    add column cap_days integer not null default 30,
    add constraint ck_return_settings_caps check (cap_approvals >= 1 and cap_amount > 0 and cap_days between 1 and 365);
--rollback alter table returns.return_settings drop column cap_approvals, drop column cap_amount, drop column cap_days;
