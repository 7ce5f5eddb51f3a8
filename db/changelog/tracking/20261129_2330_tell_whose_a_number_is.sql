--liquibase formatted sql
--changeset retour:20261129_2330_tell_whose_a_number_is
-- A number that was on its way before the parcel could be is another parcel's. And the same words at the same second may
-- be said of two numbers that one parcel had in turn: an event is the same again only of the same number.
alter table tracking.reverse_shipment
    add column possible_from timestamptz,
    add column anothers boolean not null default false;
alter table tracking.tracking_event drop constraint uq_tracking_event_shipment_id_event_key;
create unique index uq_tracking_event_shipment_id_number_key_event_key
    on tracking.tracking_event (tenant_id, shipment_id, (coalesce(number_key, '')), event_key);
comment on column tracking.reverse_shipment.possible_from is 'when it could leave at the earliest; null when nobody knows';
--rollback drop index tracking.uq_tracking_event_shipment_id_number_key_event_key;
--rollback alter table tracking.tracking_event add constraint uq_tracking_event_shipment_id_event_key unique (tenant_id, shipment_id, event_key);
--rollback alter table tracking.reverse_shipment drop column possible_from, drop column anothers;
