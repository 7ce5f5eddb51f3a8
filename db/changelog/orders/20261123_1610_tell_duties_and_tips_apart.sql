--liquibase formatted sql
--changeset retour:20261123_1610_tell_duties_and_tips_apart
alter table orders.customer_order
    add column duties numeric(19, 4) not null default 0,
    add column tips numeric(19, 4) not null default 0;
--rollback alter table orders.customer_order drop column duties, drop column tips;
