--liquibase formatted sql
--changeset retour:20261129_2310_create_refund_document
-- What a credit note needs of a refund that was issued: written once, in the transaction that issues, and never changed.
create table returns.refund_document (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    number bigint not null,
    refund_id uuid not null,
    return_id uuid not null,
    order_id uuid not null,
    order_number text not null,
    rma_number text not null,
    issued_at timestamptz not null,
    issued_on date not null,
    currency char(3) not null,
    tax_mode text not null,
    net numeric(19,4) not null,
    tax numeric(19,4) not null,
    total numeric(19,4) not null,
    lines jsonb not null,
    taxes jsonb not null,
    constraint pk_refund_document primary key (tenant_id, id),
    constraint uq_refund_document_number unique (tenant_id, number),
    constraint uq_refund_document_refund_id unique (tenant_id, refund_id),
    constraint fk_refund_document_refund_id foreign key (tenant_id, refund_id) references returns.refund (tenant_id, id),
    constraint ck_refund_document_number check (number > 0),
    constraint ck_refund_document_total check (net + tax = total and total > 0),
    constraint ck_refund_document_tax_mode check (tax_mode in ('INCLUDED', 'EXCLUDED', 'UNKNOWN')),
    constraint ck_refund_document_lines check (jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) > 0),
    constraint ck_refund_document_taxes check (jsonb_typeof(taxes) = 'array' and jsonb_array_length(taxes) > 0)
);
create index ix_refund_document_issued_on on returns.refund_document (tenant_id, issued_on, number);
select infra.own_by_tenant('returns.refund_document', 'select, insert');

-- The last number given. Its row is locked until the document is committed with the refund: no gap, no double.
create table returns.document_counter (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    last_number bigint not null,
    constraint pk_document_counter primary key (tenant_id)
);
select infra.own_by_tenant('returns.document_counter', 'select, insert, update');
--rollback drop table returns.document_counter, returns.refund_document;
