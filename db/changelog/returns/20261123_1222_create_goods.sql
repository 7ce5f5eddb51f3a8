--liquibase formatted sql
--changeset retour:20261123_1222_create_goods
-- The parcel as last heard of; its id is the one that tracking gave it. It may hold items of several returns.
create table returns.reverse_shipment (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    state text not null,
    carrier text,
    tracking_number text,
    moved_at timestamptz,
    opened_at timestamptz not null,
    constraint pk_reverse_shipment primary key (tenant_id, id)
);
comment on column returns.reverse_shipment.tracking_number is 'personal: leads to the shopper at the carrier';
create index ix_reverse_shipment_tracking_number on returns.reverse_shipment (tenant_id, tracking_number);
select infra.own_by_tenant('returns.reverse_shipment');

create table returns.reverse_shipment_item (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    shipment_id uuid not null,
    return_id uuid not null,
    item_id uuid not null,
    quantity integer not null,
    constraint pk_reverse_shipment_item primary key (tenant_id, id),
    constraint uq_reverse_shipment_item_item unique (tenant_id, shipment_id, item_id),
    constraint fk_reverse_shipment_item_shipment_id foreign key (tenant_id, shipment_id) references returns.reverse_shipment (tenant_id, id),
    constraint fk_reverse_shipment_item_item_id foreign key (tenant_id, item_id) references returns.return_item (tenant_id, id)
);
create index ix_reverse_shipment_item_return on returns.reverse_shipment_item (tenant_id, return_id);
select infra.own_by_tenant('returns.reverse_shipment_item');

create table returns.receipt (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    return_id uuid,
    code text not null,
    opened_at timestamptz not null,
    opened_by text,
    closed_at timestamptz,
    inspected_at timestamptz,
    constraint pk_receipt primary key (tenant_id, id),
    constraint fk_receipt_return_id foreign key (tenant_id, return_id) references returns.return_authorization (tenant_id, id)
);
create unique index uq_receipt_open on returns.receipt (tenant_id, return_id) where closed_at is null and return_id is not null;
create index ix_receipt_return on returns.receipt (tenant_id, return_id);
select infra.own_by_tenant('returns.receipt');

create table returns.receipt_line (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    receipt_id uuid not null,
    item_id uuid,
    place integer not null,
    sku text,
    title text not null,
    variant_title text,
    image_file uuid,
    expected integer not null,
    received integer not null,
    accepted integer not null default 0,
    refused integer not null default 0,
    unexpected boolean not null,
    instead_of uuid,
    grade text,
    disposition text,
    note text,
    constraint pk_receipt_line primary key (tenant_id, id),
    constraint uq_receipt_line_item unique (tenant_id, receipt_id, item_id),
    constraint fk_receipt_line_receipt_id foreign key (tenant_id, receipt_id) references returns.receipt (tenant_id, id),
    constraint fk_receipt_line_item_id foreign key (tenant_id, item_id) references returns.return_item (tenant_id, id),
    constraint ck_receipt_line_counts check (received >= 0 and accepted >= 0 and refused >= 0 and accepted + refused <= received)
);
select infra.own_by_tenant('returns.receipt_line');

create table returns.discrepancy (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    return_id uuid,
    receipt_id uuid,
    kind text not null,
    said text not null,
    opened_at timestamptz not null,
    settled_at timestamptz,
    settlement text,
    constraint pk_discrepancy primary key (tenant_id, id),
    constraint fk_discrepancy_return_id foreign key (tenant_id, return_id) references returns.return_authorization (tenant_id, id)
);
create index ix_discrepancy_return on returns.discrepancy (tenant_id, return_id);
select infra.own_by_tenant('returns.discrepancy');
--rollback drop table returns.discrepancy, returns.receipt_line, returns.receipt, returns.reverse_shipment_item, returns.reverse_shipment;
