--liquibase formatted sql
--changeset retour:20261123_1300_add_order_to_notification splitStatements:false
-- The link of a mail is signed for this order when the mail leaves; the ledger itself never holds a way in.
alter table notifications.notification add column order_id uuid;
--rollback alter table notifications.notification drop column order_id;
