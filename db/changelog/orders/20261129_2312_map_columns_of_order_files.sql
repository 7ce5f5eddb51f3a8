--liquibase formatted sql
--changeset retour:20261129_2312_map_columns_of_order_files
create table orders.import_mapping (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    header_key text not null,
    mapping jsonb not null,
    updated_at timestamptz not null,
    constraint pk_import_mapping primary key (tenant_id, header_key)
);
comment on table orders.import_mapping is 'Which column of a file of orders tells what, as somebody chose it; found again by the names of the columns';
select infra.own_by_tenant('orders.import_mapping');

alter table orders.import_job add column mapping jsonb;
alter table orders.import_job add column without_proof_count integer not null default 0;
alter table orders.import_job drop constraint ck_import_job_kind;
alter table orders.import_job add constraint ck_import_job_kind
    check (kind in ('SHOPIFY_ORDERS', 'SHOPIFY_PRODUCTS', 'SHOPIFY_CUSTOMERS', 'MAPPED_ORDERS'));
alter table orders.import_job add constraint ck_import_job_mapping
    check ((kind = 'MAPPED_ORDERS') = (mapping is not null));

alter table orders.import_row_error add column taken boolean not null default false;
--rollback delete from orders.import_job where kind = 'MAPPED_ORDERS';
--rollback alter table orders.import_row_error drop column taken;
--rollback alter table orders.import_job drop constraint ck_import_job_mapping;
--rollback alter table orders.import_job drop constraint ck_import_job_kind;
--rollback alter table orders.import_job add constraint ck_import_job_kind check (kind in ('SHOPIFY_ORDERS', 'SHOPIFY_PRODUCTS', 'SHOPIFY_CUSTOMERS'));
--rollback alter table orders.import_job drop column without_proof_count;
--rollback alter table orders.import_job drop column mapping;
--rollback drop table orders.import_mapping;
