--liquibase formatted sql
--changeset retour:20261130_0832_let_messages_go splitStatements:false
alter table tracking.reverse_shipment add column messages_gone_at timestamptz;
comment on column tracking.reverse_shipment.messages_gone_at is 'since then what a carrier sends of it is kept no longer than what is of no parcel';
drop function tracking.stale_door(timestamptz);
--rollback create function tracking.stale_door(before timestamptz) returns table (tenant_id uuid)
--rollback language sql stable security definer set search_path = tracking, pg_temp as $$
--rollback     select distinct e.tenant_id from raw_event e where e.received_at < before
--rollback $$;
--rollback select infra.open_door('tracking.stale_door(timestamptz)');
--rollback alter table tracking.reverse_shipment drop column messages_gone_at;
