--liquibase formatted sql
--changeset retour:20261123_1521_limit_adjustments
alter table returns.return_settings
    add column agent_adjustment_limit numeric(19,4),
    add constraint ck_return_settings_agent_adjustment_limit check (agent_adjustment_limit >= 0);
--rollback alter table returns.return_settings drop column agent_adjustment_limit;
