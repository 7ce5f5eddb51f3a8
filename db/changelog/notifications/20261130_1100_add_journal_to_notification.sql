--liquibase formatted sql
--changeset retour:20261130_1100_add_journal_to_notification splitStatements:false
-- Which try of which process a mail was being handed over by, while its outcome is not known: the process keeps a journal in a
-- file, and should it be killed, that file tells whether the mail server was told the end of it.
alter table notifications.notification add column journal uuid, add column journal_entry bigint;
alter table notifications.notification add constraint ck_notification_journal check ((journal is null) = (journal_entry is null));
create index ix_notification_journal on notifications.notification (tenant_id, journal) where journal is not null;

-- Which merchants have mail that a process noted in its journal. No content.
create function notifications.journal_door(noted_in uuid) returns table (tenant_id uuid, id uuid)
    language sql stable security definer set search_path = notifications, pg_temp as $$
    select distinct n.tenant_id, null::uuid from notifications.notification n where n.journal = noted_in
$$;
select infra.open_door('notifications.journal_door(uuid)');
--rollback drop function notifications.journal_door(uuid);
--rollback drop index notifications.ix_notification_journal;
--rollback alter table notifications.notification drop constraint ck_notification_journal, drop column journal, drop column journal_entry;
