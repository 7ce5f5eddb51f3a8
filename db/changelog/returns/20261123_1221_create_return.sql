--liquibase formatted sql
--changeset retour:20261123_1221_create_return
create table returns.return_authorization (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    rma_number text not null,
    slip_code text not null,
    order_id uuid not null,
    order_number text not null,
    shopper_id uuid,
    currency text not null,
    requested_at timestamptz not null,
    policy_version uuid,
    steps bigint not null,
    tags text[] not null,
    team text,
    assignee text,
    priority integer not null default 0,
    wait_until timestamptz,
    released_at timestamptz,
    approved_at timestamptz,
    closed_at timestamptz,
    closed_because text,
    constraint pk_return_authorization primary key (tenant_id, id),
    constraint uq_return_authorization_rma_number unique (tenant_id, rma_number),
    constraint uq_return_authorization_slip_code unique (tenant_id, slip_code)
);
create index ix_return_authorization_order on returns.return_authorization (tenant_id, order_id);
create index ix_return_authorization_shopper on returns.return_authorization (tenant_id, shopper_id, requested_at);
create index ix_return_authorization_newest on returns.return_authorization (tenant_id, requested_at desc, id desc);
select infra.own_by_tenant('returns.return_authorization');

create table returns.return_item (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    return_id uuid not null,
    order_id uuid not null,
    order_line_id uuid not null,
    place integer not null,
    sku text,
    title text not null,
    variant_title text,
    image_file uuid,
    quantity integer not null,
    value_amount numeric(19,4) not null,
    reason_id uuid not null,
    shopper_comment text,
    photo_files uuid[] not null,
    resolution text not null,
    exchange_product uuid,
    exchange_sku text,
    exchange_title text,
    decision text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    decision_reason text,
    because text,
    policy_decision uuid,
    once_approved boolean not null default false,
    keep_item boolean not null default false,
    fee_kind text not null,
    fee_per text not null,
    fee_value numeric(19,4) not null,
    return_shipping text not null,
    refund_moment text not null,
    photos_wanted integer not null default 0,
    comment_wanted boolean not null default false,
    received integer not null default 0,
    accepted integer not null default 0,
    refused integer not null default 0,
    missing integer not null default 0,
    exchanged integer not null default 0,
    split_from uuid,
    constraint pk_return_item primary key (tenant_id, id),
    constraint fk_return_item_return_id foreign key (tenant_id, return_id) references returns.return_authorization (tenant_id, id),
    constraint fk_return_item_reason_id foreign key (tenant_id, reason_id) references returns.reason (tenant_id, id),
    constraint ck_return_item_quantity check (quantity > 0),
    constraint ck_return_item_goods check (received >= 0 and missing >= 0 and accepted >= 0 and refused >= 0 and accepted + refused <= received)
);
create index ix_return_item_return on returns.return_item (tenant_id, return_id, place);
create index ix_return_item_line on returns.return_item (tenant_id, order_id, order_line_id);
create index ix_return_item_decision on returns.return_item (tenant_id, decision, return_id);
create index ix_return_item_sku on returns.return_item (tenant_id, lower(sku));
comment on column returns.return_item.shopper_comment is 'personal: free text of the shopper';
comment on column returns.return_item.photo_files is 'personal: photos the shopper gave';
select infra.own_by_tenant('returns.return_item');

-- Each judging of an item, by policy or person; old ones stay.
create table returns.item_judgement (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    return_id uuid not null,
    item_id uuid not null,
    decision text not null,
    policy_decision uuid,
    because text not null,
    actor_kind text not null,
    actor_id text,
    judged_at timestamptz not null,
    constraint pk_item_judgement primary key (tenant_id, id),
    constraint fk_item_judgement_item_id foreign key (tenant_id, item_id) references returns.return_item (tenant_id, id)
);
create index ix_item_judgement_item on returns.item_judgement (tenant_id, item_id, judged_at);
select infra.own_by_tenant('returns.item_judgement', 'select, insert');

-- The timeline: every domain event of a return, in sequence.
create table returns.return_step (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    return_id uuid not null,
    sequence bigint not null,
    event text not null,
    said text not null,
    actor_kind text not null,
    actor_id text,
    happened_at timestamptz not null,
    constraint pk_return_step primary key (tenant_id, id),
    constraint uq_return_step_sequence unique (tenant_id, return_id, sequence),
    constraint fk_return_step_return_id foreign key (tenant_id, return_id) references returns.return_authorization (tenant_id, id)
);
select infra.own_by_tenant('returns.return_step', 'select, insert');

create table returns.evidence_request (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    return_id uuid not null,
    items uuid[] not null,
    photos_wanted integer not null,
    comment_wanted boolean not null,
    message text,
    asked_at timestamptz not null,
    answer_by timestamptz not null,
    state text not null,
    constraint pk_evidence_request primary key (tenant_id, id),
    constraint fk_evidence_request_return_id foreign key (tenant_id, return_id) references returns.return_authorization (tenant_id, id)
);
create index ix_evidence_request_return on returns.evidence_request (tenant_id, return_id);
select infra.own_by_tenant('returns.evidence_request');

create table returns.evidence (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    request_id uuid,
    return_id uuid not null,
    item_id uuid not null,
    photo_files uuid[] not null,
    shopper_comment text,
    given_at timestamptz not null,
    constraint pk_evidence primary key (tenant_id, id),
    constraint fk_evidence_item_id foreign key (tenant_id, item_id) references returns.return_item (tenant_id, id)
);
create index ix_evidence_return on returns.evidence (tenant_id, return_id);
comment on column returns.evidence.photo_files is 'personal: photos the shopper gave';
comment on column returns.evidence.shopper_comment is 'personal: free text of the shopper';
select infra.own_by_tenant('returns.evidence');
--rollback drop table returns.evidence, returns.evidence_request, returns.return_step, returns.item_judgement, returns.return_item, returns.return_authorization;
