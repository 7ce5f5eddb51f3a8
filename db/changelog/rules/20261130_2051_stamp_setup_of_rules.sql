--liquibase formatted sql
--changeset retour:20261130_2051_stamp_setup_of_rules
-- What replicas keep of these tables is read anew when a row changes; see tenants.setup_stamp.
create trigger tr_policy_version_setup after insert or update or delete on rules.policy_version
    for each row execute function tenants.stamp_setup();
create trigger tr_custom_fact_setup after insert or update or delete on rules.custom_fact
    for each row execute function tenants.stamp_setup();
create trigger tr_never_supplied_fact_setup after insert or update or delete on rules.never_supplied_fact
    for each row execute function tenants.stamp_setup();
--rollback drop trigger tr_policy_version_setup on rules.policy_version;
--rollback drop trigger tr_custom_fact_setup on rules.custom_fact;
--rollback drop trigger tr_never_supplied_fact_setup on rules.never_supplied_fact;
