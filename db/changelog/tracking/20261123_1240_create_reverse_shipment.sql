--liquibase formatted sql
--changeset retour:20261123_1240_create_reverse_shipment splitStatements:false
create schema tracking;

create table tracking.reverse_shipment (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    subject uuid not null,
    owner uuid,
    state text not null,
    carrier text,
    tracking_number text,
    number_key text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    moved_at timestamptz,
    constraint pk_reverse_shipment primary key (tenant_id, id),
    constraint ck_reverse_shipment_state check (state in
        ('NOT_REQUIRED', 'AWAITING_LABEL', 'LABEL_READY', 'IN_TRANSIT', 'DELIVERED', 'EXCEPTION', 'LOST'))
);
comment on column tracking.reverse_shipment.subject is 'what the parcel is about; opaque here';
comment on column tracking.reverse_shipment.owner is 'the order whose shopper may see it';
comment on column tracking.reverse_shipment.number_key is 'the tracking number without blanks and dashes, in capitals';
create index ix_reverse_shipment_subject on tracking.reverse_shipment (tenant_id, subject);
create index ix_reverse_shipment_number_key on tracking.reverse_shipment (tenant_id, number_key);
select infra.own_by_tenant('tracking.reverse_shipment');

create table tracking.tracking_event (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    shipment_id uuid not null,
    number_key text,
    event_key text not null,
    source text not null,
    status text not null,
    told_status text not null,
    at timestamptz not null,
    received_at timestamptz not null,
    description text,
    place text,
    constraint pk_tracking_event primary key (tenant_id, id),
    constraint uq_tracking_event_shipment_id_event_key unique (tenant_id, shipment_id, event_key),
    constraint fk_tracking_event_shipment_id foreign key (tenant_id, shipment_id)
        references tracking.reverse_shipment (tenant_id, id) on delete cascade,
    constraint ck_tracking_event_status check (status in ('UNKNOWN', 'PRE_TRANSIT', 'CANCELED', 'IN_TRANSIT',
        'OUT_FOR_DELIVERY', 'AVAILABLE_FOR_PICKUP', 'DELIVERED', 'FAILURE', 'RETURN_TO_SENDER', 'LOST'))
);
comment on column tracking.tracking_event.number_key is 'the number it was said of; null for what a person saw of the parcel itself';
comment on column tracking.tracking_event.at is 'when it happened, never later than received_at';
comment on column tracking.tracking_event.description is 'personal: carriers write who signed';
comment on column tracking.tracking_event.place is 'personal: where the parcel was';
select infra.own_by_tenant('tracking.tracking_event');
--rollback drop schema tracking cascade;
