--liquibase formatted sql
--changeset retour:20261130_1745_end_job_of_account_mails
-- Each replica has a worker of its own for these mails now. A job that nobody runs any more would look like one that waits.
delete from scheduled_tasks where task_name = 'tenants-account-mails';
--rollback select 1;
