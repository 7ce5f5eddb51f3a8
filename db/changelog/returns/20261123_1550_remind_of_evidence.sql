--liquibase formatted sql
--changeset retour:20261123_1550_remind_of_evidence
alter table returns.evidence_request add column reminded_at timestamptz;
--rollback alter table returns.evidence_request drop column reminded_at;
