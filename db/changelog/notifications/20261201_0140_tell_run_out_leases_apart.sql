--liquibase formatted sql
--changeset retour:20261201_0140_tell_run_out_leases_apart splitStatements:false
-- Which merchants have mail to send, the longest waiting first, and one of theirs that its worker did not come to an end with, if
-- there is any: only then need anybody look for more of them. Two scans of two indexes: an "or" of both reads every dead entry
-- again, since only a plain scan marks what it found dead. The door of before stays for replicas of before.
create function notifications.waiting_door(most integer) returns table (tenant_id uuid, id uuid)
    language sql stable security definer set search_path = notifications, pg_temp as $$
    select waiting.tenant_id, min(waiting.run_out::text)::uuid
    from (
        select n.tenant_id, n.next_attempt_at as since, null::uuid as run_out
        from notifications.notification n
        where n.state = 'QUEUED' and n.next_attempt_at <= now()
        union all
        select n.tenant_id, n.lease_until, n.id
        from notifications.notification n
        where n.state in ('CLAIMED', 'HANDING_OVER') and n.lease_until <= now()
    ) waiting
    group by waiting.tenant_id
    order by min(waiting.since)
    limit most
$$;
select infra.open_door('notifications.waiting_door(integer)');
--rollback drop function notifications.waiting_door(integer);
