--liquibase formatted sql
--changeset retour:20261123_1223_create_refund
create table returns.refund (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    return_id uuid not null,
    order_id uuid not null,
    state text not null,
    currency text not null,
    amount numeric(19,4) not null,
    waterfall jsonb not null,
    units jsonb not null,
    advance boolean not null,
    needs_person_because text,
    due_at timestamptz,
    issuing_at timestamptz,
    issued_at timestamptz,
    reference text,
    failure text,
    constraint pk_refund primary key (tenant_id, id),
    constraint fk_refund_return_id foreign key (tenant_id, return_id) references returns.return_authorization (tenant_id, id),
    constraint ck_refund_amount check (amount >= 0),
    constraint ck_refund_issued check (state <> 'ISSUED' or issued_at is not null)
);
create index ix_refund_return on returns.refund (tenant_id, return_id);
create index ix_refund_order on returns.refund (tenant_id, order_id);
create index ix_refund_state on returns.refund (tenant_id, state, due_at, id);
select infra.own_by_tenant('returns.refund');

-- What is kept back, for reports; the waterfall of its refund explains it.
create table returns.fee (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    return_id uuid not null,
    item_id uuid,
    refund_id uuid not null,
    kind text not null,
    amount numeric(19,4) not null,
    constraint pk_fee primary key (tenant_id, id),
    constraint fk_fee_refund_id foreign key (tenant_id, refund_id) references returns.refund (tenant_id, id)
);
create index ix_fee_return on returns.fee (tenant_id, return_id);
select infra.own_by_tenant('returns.fee');

create table returns.staff_task (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    kind text not null,
    return_id uuid,
    item_id uuid,
    quantity integer not null,
    said text not null,
    opened_at timestamptz not null,
    done_at timestamptz,
    done_by text,
    reference text,
    constraint pk_staff_task primary key (tenant_id, id),
    constraint fk_staff_task_return_id foreign key (tenant_id, return_id) references returns.return_authorization (tenant_id, id)
);
create index ix_staff_task_return on returns.staff_task (tenant_id, return_id);
create index ix_staff_task_open on returns.staff_task (tenant_id, opened_at, id) where done_at is null;
select infra.own_by_tenant('returns.staff_task');
--rollback drop table returns.staff_task, returns.fee, returns.refund;
