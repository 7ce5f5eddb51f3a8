--liquibase formatted sql
--changeset retour:20261123_1810_say_what_guards_held_back

-- The rules alone would have approved it; told beside the guards, so that merchants see what their caps do.
alter table rules.decision add column held_back boolean not null default false;
create index ix_decision_held_back on rules.decision (tenant_id, decided_at) where held_back;
--rollback drop index rules.ix_decision_held_back;
--rollback alter table rules.decision drop column held_back;
