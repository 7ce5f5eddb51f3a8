--liquibase formatted sql
--changeset retour:20261130_2051_stamp_setup_of_returns
-- What replicas keep of these tables is read anew when a row changes; see tenants.setup_stamp.
create trigger tr_return_settings_setup after insert or update or delete on returns.return_settings
    for each row execute function tenants.stamp_setup();
create trigger tr_reason_setup after insert or update or delete on returns.reason
    for each row execute function tenants.stamp_setup();
--rollback drop trigger tr_return_settings_setup on returns.return_settings;
--rollback drop trigger tr_reason_setup on returns.reason;
