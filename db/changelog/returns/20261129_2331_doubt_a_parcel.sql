--liquibase formatted sql
--changeset retour:20261129_2331_doubt_a_parcel
-- A parcel whose number somebody else gave before: nothing said of that number moves it.
alter table returns.reverse_shipment add column doubted boolean not null default false;
--rollback alter table returns.reverse_shipment drop column doubted;
