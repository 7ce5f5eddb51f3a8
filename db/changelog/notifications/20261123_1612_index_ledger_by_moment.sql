--liquibase formatted sql
--changeset retour:20261123_1612_index_ledger_by_moment
-- The ledger narrowed to a moment that is rarely told would else be walked from its newest row to its oldest.
create index ix_notification_moment on notifications.notification (tenant_id, moment, created_at desc, id desc);
--rollback drop index notifications.ix_notification_moment;
