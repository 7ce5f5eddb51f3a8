-- Run once by an administrator, in the new and empty database of Retour. Passwords are set by whoever runs it.
--   retour_owner  migrates; owns every table, and is itself under forced row-level security
--   retour_app    the application: no ownership, no BYPASSRLS
--   retour_door   nobody's login; owns the few SECURITY DEFINER functions that find a tenant before one is bound
do $$
begin
    if not exists (select from pg_roles where rolname = 'retour_owner') then
        create role retour_owner login;
    end if;
    if not exists (select from pg_roles where rolname = 'retour_app') then
        create role retour_app login;
    end if;
    if not exists (select from pg_roles where rolname = 'retour_door') then
        create role retour_door nologin;
    end if;
    execute format('grant create, connect, temporary on database %I to retour_owner', current_database());
    execute format('grant connect, temporary on database %I to retour_app', current_database());
end
$$;
-- The owner hands door functions to retour_door, which needs SET on the role but not its privileges.
grant retour_door to retour_owner with inherit false, set true;
revoke create on schema public from public;
grant usage, create on schema public to retour_owner;
grant usage on schema public to retour_app;
