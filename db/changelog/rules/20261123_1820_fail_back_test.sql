--liquibase formatted sql
--changeset retour:20261123_1820_fail_back_test

-- How often in a row a stretch of it broke off; beyond a limit it is FAILED and somebody may start another.
alter table rules.back_test add column tries integer not null default 0;

--rollback alter table rules.back_test drop column tries;
