--liquibase formatted sql
--changeset retour:20261123_1300_create_tenants_door splitStatements:false
select infra.let_door_read('tenants.tenant');
create function tenants.tenants_door()
returns table (tenant_id uuid, id uuid)
language sql stable security definer set search_path = tenants, pg_temp as $$
    select t.tenant_id, t.id from tenants.tenant t order by t.tenant_id
$$;
select infra.open_door('tenants.tenants_door()');
--rollback drop function tenants.tenants_door(); drop policy door on tenants.tenant;
