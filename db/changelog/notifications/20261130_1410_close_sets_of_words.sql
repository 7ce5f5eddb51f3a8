--liquibase formatted sql
--changeset retour:20261130_1410_close_sets_of_words runInTransaction:false
-- Columns that hold the names of an enum take these and no other. Statement by statement, so that no table waits for
-- another: the constraint comes in an instant, and what is there is read while everybody goes on. Cut off, it begins again.
alter table notifications.notification
    drop constraint if exists ck_notification_moment,
    add constraint ck_notification_moment check (moment in ('REQUEST_RECEIVED', 'REVIEW_WANTED', 'EVIDENCE_WANTED',
        'EVIDENCE_REMINDER', 'APPROVED', 'PARTLY_APPROVED', 'REJECTED', 'ON_ITS_WAY', 'DELIVERED_TO_US',
        'ITEM_RECEIVED', 'REFUND_ISSUED', 'REFUND_FAILED', 'CANCELED', 'EXPIRED')) not valid,
    drop constraint if exists ck_notification_channel,
    add constraint ck_notification_channel check (channel in ('EMAIL')) not valid;
alter table notifications.template_version
    drop constraint if exists ck_template_version_moment,
    add constraint ck_template_version_moment check (moment in ('REQUEST_RECEIVED', 'REVIEW_WANTED', 'EVIDENCE_WANTED',
        'EVIDENCE_REMINDER', 'APPROVED', 'PARTLY_APPROVED', 'REJECTED', 'ON_ITS_WAY', 'DELIVERED_TO_US',
        'ITEM_RECEIVED', 'REFUND_ISSUED', 'REFUND_FAILED', 'CANCELED', 'EXPIRED')) not valid;
alter table notifications.moment_switch
    drop constraint if exists ck_moment_switch_moment,
    add constraint ck_moment_switch_moment check (moment in ('REQUEST_RECEIVED', 'REVIEW_WANTED', 'EVIDENCE_WANTED',
        'EVIDENCE_REMINDER', 'APPROVED', 'PARTLY_APPROVED', 'REJECTED', 'ON_ITS_WAY', 'DELIVERED_TO_US',
        'ITEM_RECEIVED', 'REFUND_ISSUED', 'REFUND_FAILED', 'CANCELED', 'EXPIRED')) not valid;
alter table notifications.notification validate constraint ck_notification_moment, validate constraint ck_notification_channel;
alter table notifications.template_version validate constraint ck_template_version_moment;
alter table notifications.moment_switch validate constraint ck_moment_switch_moment;
--rollback alter table notifications.notification drop constraint if exists ck_notification_moment, drop constraint if exists ck_notification_channel;
--rollback alter table notifications.template_version drop constraint if exists ck_template_version_moment;
--rollback alter table notifications.moment_switch drop constraint if exists ck_moment_switch_moment;
