--liquibase formatted sql
--changeset retour:20261123_1225_create_orders
create schema orders;

create table orders.settings (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    history_complete_since date,
    final_sale_tag text,
    constraint pk_settings primary key (tenant_id)
);
select infra.own_by_tenant('orders.settings');

create table orders.shopper (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    email text not null,
    full_name text,
    phone text,
    locale text,
    tags text[],
    blocked boolean,
    lifetime_orders integer,
    lifetime_spend numeric(19, 4),
    lifetime_spend_currency char(3),
    fingerprint text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint pk_shopper primary key (tenant_id, id),
    constraint uq_shopper_email unique (tenant_id, email),
    constraint ck_shopper_email check (email <> ''),
    constraint ck_shopper_lifetime_spend check ((lifetime_spend is null) = (lifetime_spend_currency is null))
);
comment on column orders.shopper.email is 'personal: normalised e-mail';
comment on column orders.shopper.full_name is 'personal: name';
comment on column orders.shopper.phone is 'personal: telephone number';
comment on column orders.shopper.fingerprint is 'personal: hash of what a file said of her';
select infra.own_by_tenant('orders.shopper');

create table orders.product (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    product_key text not null,
    variant_key text not null,
    position integer not null,
    sku text,
    title text not null,
    options jsonb not null,
    vendor text,
    product_type text,
    tags text[],
    weight_grams integer,
    price numeric(19, 4),
    price_currency char(3),
    image_url text,
    image_file uuid,
    gift_card boolean,
    final_sale boolean,
    fingerprint text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint pk_product primary key (tenant_id, id),
    constraint uq_product_key unique (tenant_id, product_key, variant_key),
    constraint ck_product_price check ((price is null) = (price_currency is null))
);
create index ix_product_sku on orders.product (tenant_id, sku) where sku is not null;
select infra.own_by_tenant('orders.product');

create table orders.customer_order (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    external_id text,
    number text not null,
    number_key text not null,
    shopper_id uuid,
    placed_at timestamptz not null,
    fulfilled_at timestamptz,
    delivered_at timestamptz,
    canceled_at timestamptz,
    currency char(3) not null,
    subtotal numeric(19, 4) not null,
    shipping numeric(19, 4) not null,
    taxes numeric(19, 4) not null,
    total numeric(19, 4) not null,
    refunded_outside numeric(19, 4) not null,
    tax_mode text not null,
    reconciles boolean not null,
    payment text not null,
    tags text[],
    discount_codes text[],
    shipping_country text,
    channel text,
    gift boolean,
    business boolean,
    fingerprint text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint pk_customer_order primary key (tenant_id, id),
    constraint uq_customer_order_number_key unique (tenant_id, number_key),
    constraint uq_customer_order_external_id unique (tenant_id, external_id),
    constraint fk_customer_order_shopper foreign key (tenant_id, shopper_id) references orders.shopper (tenant_id, id),
    constraint ck_customer_order_tax_mode check (tax_mode in ('INCLUDED', 'EXCLUDED', 'UNKNOWN')),
    constraint ck_customer_order_payment check (payment in ('PAID', 'PARTLY_PAID', 'UNPAID', 'UNKNOWN'))
);
create index ix_customer_order_placed_at on orders.customer_order (tenant_id, placed_at desc, id desc);
create index ix_customer_order_shopper on orders.customer_order (tenant_id, shopper_id, placed_at);
comment on column orders.customer_order.fingerprint is 'personal: hash of what a file said of the order';
select infra.own_by_tenant('orders.customer_order');

create table orders.order_line (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    order_id uuid not null,
    line_key text not null,
    position integer not null,
    sku text,
    title text not null,
    variant_title text,
    quantity integer not null,
    fulfilled_quantity integer not null,
    unit_price numeric(19, 4) not null,
    paid numeric(19, 4) not null,
    tax numeric(19, 4) not null,
    gift_card boolean,
    final_sale boolean,
    vendor text,
    product_type text,
    tags text[],
    weight_grams integer,
    constraint pk_order_line primary key (tenant_id, id),
    constraint uq_order_line_key unique (tenant_id, order_id, line_key) deferrable initially deferred,
    constraint fk_order_line_order foreign key (tenant_id, order_id) references orders.customer_order (tenant_id, id) on delete cascade,
    constraint ck_order_line_quantity check (quantity >= 0 and fulfilled_quantity between 0 and quantity)
);
create index ix_order_line_sku on orders.order_line (tenant_id, sku) where sku is not null;
select infra.own_by_tenant('orders.order_line');

create table orders.tender (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    order_id uuid not null,
    id text not null,
    position integer not null,
    kind text not null,
    amount numeric(19, 4),
    label text not null,
    constraint pk_tender primary key (tenant_id, order_id, id),
    constraint fk_tender_order foreign key (tenant_id, order_id) references orders.customer_order (tenant_id, id) on delete cascade,
    constraint ck_tender_kind check (kind in ('GIFT_CARD', 'STORE_CREDIT', 'CARD', 'OTHER', 'UNKNOWN'))
);
select infra.own_by_tenant('orders.tender');

create table orders.order_address (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    order_id uuid not null,
    purpose text not null,
    full_name text,
    company text,
    line1 text,
    line2 text,
    city text,
    postcode text,
    province text,
    country text,
    phone text,
    constraint pk_order_address primary key (tenant_id, order_id, purpose),
    constraint fk_order_address_order foreign key (tenant_id, order_id) references orders.customer_order (tenant_id, id) on delete cascade,
    constraint ck_order_address_purpose check (purpose in ('SHIPPING', 'BILLING'))
);
comment on column orders.order_address.full_name is 'personal: name';
comment on column orders.order_address.company is 'personal: company, often a person''s';
comment on column orders.order_address.line1 is 'personal: address';
comment on column orders.order_address.line2 is 'personal: address';
comment on column orders.order_address.city is 'personal: address';
comment on column orders.order_address.postcode is 'personal: address';
comment on column orders.order_address.province is 'personal: address';
comment on column orders.order_address.phone is 'personal: telephone number';
select infra.own_by_tenant('orders.order_address');

create table orders.import_job (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    kind text not null,
    state text not null,
    file_id uuid,
    file_name text,
    bytes_total bigint,
    bytes_read bigint not null default 0,
    subjects_done bigint not null default 0,
    rows_read integer not null default 0,
    created_count integer not null default 0,
    updated_count integer not null default 0,
    unchanged_count integer not null default 0,
    failed_count integer not null default 0,
    failure text,
    report jsonb,
    error_file uuid,
    started_at timestamptz not null,
    finished_at timestamptz,
    constraint pk_import_job primary key (tenant_id, id),
    constraint ck_import_job_kind check (kind in ('SHOPIFY_ORDERS', 'SHOPIFY_PRODUCTS', 'SHOPIFY_CUSTOMERS')),
    constraint ck_import_job_state check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED'))
);
comment on column orders.import_job.file_name is 'personal: a file may be called anything';
select infra.own_by_tenant('orders.import_job');

create table orders.import_row_error (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    import_id uuid not null,
    line integer not null,
    subject text,
    column_title text,
    message text not null,
    constraint pk_import_row_error primary key (tenant_id, id),
    constraint fk_import_row_error_import foreign key (tenant_id, import_id) references orders.import_job (tenant_id, id) on delete cascade
);
create index ix_import_row_error_import on orders.import_row_error (tenant_id, import_id, line, id);
select infra.own_by_tenant('orders.import_row_error');
--rollback drop schema orders cascade;
