--liquibase formatted sql
--changeset retour:20261130_2050_stamp_setup splitStatements:false
-- One number for all that a tenant has set up: whoever sees the same number sees the same set-up, so that replicas may keep
-- what they read of it. Each change gives it a value that it never had, also one that is rolled back.
create table tenants.setup_stamp (
    tenant_id uuid   not null default nullif(current_setting('app.tenant', true), '')::uuid,
    stamp     bigint not null,
    constraint pk_setup_stamp primary key (tenant_id)
);
select infra.own_by_tenant('tenants.setup_stamp', 'select, insert, update');
create sequence tenants.setup_stamp_number;
grant usage on sequence tenants.setup_stamp_number to retour_app;

-- Other modules hang it on their tables.
create function tenants.stamp_setup() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    whose uuid := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
    bound text := current_setting('app.tenant', true);
begin
    -- Only a migration writes rows of others than the tenant that is bound.
    perform set_config('app.tenant', whose::text, true) where bound is distinct from whose::text;
    insert into tenants.setup_stamp (tenant_id, stamp)
    values (whose, nextval('tenants.setup_stamp_number'))
    on conflict (tenant_id) do update set stamp = excluded.stamp;
    perform set_config('app.tenant', coalesce(bound, ''), true) where bound is distinct from whose::text;
    return null;
end $$;
create trigger tr_tenant_setup after insert or update or delete on tenants.tenant
    for each row execute function tenants.stamp_setup();
--rollback drop trigger tr_tenant_setup on tenants.tenant;
--rollback drop function tenants.stamp_setup();
--rollback drop sequence tenants.setup_stamp_number;
--rollback drop table tenants.setup_stamp;
