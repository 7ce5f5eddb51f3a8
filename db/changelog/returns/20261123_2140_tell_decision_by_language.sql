--liquibase formatted sql
--changeset retour:20261123_2140_tell_decision_by_language
-- A rule tells the shopper why in several languages. The merchant's own words stay where they are; the others stand
-- beside them by language tag. What was decided before was told in one.
alter table returns.return_item
    add column decision_reason_texts jsonb not null default '{}';
comment on column returns.return_item.decision_reason_texts is 'not personal: a rule''s words for every shopper';
--rollback alter table returns.return_item drop column decision_reason_texts;
