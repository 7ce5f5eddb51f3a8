--liquibase formatted sql
--changeset retour:20261123_0922_create_staff_door splitStatements:false
create function tenants.staff_door(asked_person uuid, asked_tenant uuid)
returns table (tenant_id uuid, id uuid, role text, epoch integer)
language sql stable security definer set search_path = tenants, pg_temp as $$
    select m.tenant_id, m.id, m.role, p.epoch
    from tenants.membership m join tenants.person p on p.id = m.person_id
    where m.tenant_id = asked_tenant and m.person_id = asked_person
$$;
select infra.open_door('tenants.staff_door(uuid, uuid)');
--rollback drop function tenants.staff_door(uuid, uuid);
