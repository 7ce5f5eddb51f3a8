--liquibase formatted sql
--changeset retour:20261130_2051_stamp_setup_of_orders
-- What replicas keep of these tables is read anew when a row changes; see tenants.setup_stamp.
create trigger tr_settings_setup after insert or update or delete on orders.settings
    for each row execute function tenants.stamp_setup();
--rollback drop trigger tr_settings_setup on orders.settings;
