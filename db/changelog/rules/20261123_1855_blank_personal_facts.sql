--liquibase formatted sql
--changeset retour:20261123_1855_blank_personal_facts

-- Keys of personal facts whose values were taken out when what was pushed of a shopper was erased; the rest of a decision never changes.
alter table rules.decision add column erased_facts text[] not null default '{}';
grant update (facts, erased_facts) on rules.decision to retour_app;
--rollback revoke update (facts, erased_facts) on rules.decision from retour_app;
--rollback alter table rules.decision drop column erased_facts;
