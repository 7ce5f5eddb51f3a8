--liquibase formatted sql
--changeset retour:20261123_0900_create_infra splitStatements:false
create schema infra;
grant usage on schema infra to retour_app, retour_door;

-- Puts a table under its tenant: row-level security forced, nothing seen or written without a tenant.
create function infra.own_by_tenant(owned regclass, privileges text default 'select, insert, update, delete') returns void
language plpgsql as $$
begin
    execute format('alter table %s enable row level security', owned);
    execute format('alter table %s force row level security', owned);
    execute format('create policy tenant on %s for all using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)'
        ' with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', owned);
    execute format('grant usage on schema %I to retour_app', (select relnamespace::regnamespace::text from pg_class where oid = owned));
    execute format('grant %s on %s to retour_app', privileges, owned);
end
$$;

-- Lets the doors, and only them, read a table across tenants.
create function infra.let_door_read(owned regclass) returns void language plpgsql as $$
begin
    execute format('create policy door on %s for select to retour_door using (true)', owned);
    execute format('grant usage on schema %I to retour_door', (select relnamespace::regnamespace::text from pg_class where oid = owned));
    execute format('grant select on %s to retour_door', owned);
end
$$;

-- Hands a SECURITY DEFINER function to the door role and lets the application, nobody else, call it.
create function infra.open_door(door regprocedure) returns void language plpgsql as $$
declare
    home text := (select pronamespace::regnamespace::text from pg_proc where oid = door);
begin
    execute format('grant usage, create on schema %I to retour_door', home);
    execute format('alter function %s owner to retour_door', door);
    execute format('revoke create on schema %I from retour_door', home);
    execute format('set local role retour_door');
    execute format('revoke all on function %s from public', door);
    execute format('grant execute on function %s to retour_app', door);
    execute format('reset role');
    execute format('grant usage on schema %I to retour_app', home);
end
$$;
revoke all on function infra.own_by_tenant(regclass, text), infra.let_door_read(regclass), infra.open_door(regprocedure) from public;
--rollback drop schema infra cascade;
