--liquibase formatted sql
--changeset retour:20261130_2051_stamp_setup_of_notifications
-- What replicas keep of these tables is read anew when a row changes; see tenants.setup_stamp.
create trigger tr_template_version_setup after insert or update or delete on notifications.template_version
    for each row execute function tenants.stamp_setup();
create trigger tr_moment_switch_setup after insert or update or delete on notifications.moment_switch
    for each row execute function tenants.stamp_setup();
create trigger tr_history_setup after insert or update or delete on notifications.history
    for each row execute function tenants.stamp_setup();
--rollback drop trigger tr_template_version_setup on notifications.template_version;
--rollback drop trigger tr_moment_switch_setup on notifications.moment_switch;
--rollback drop trigger tr_history_setup on notifications.history;
