--liquibase formatted sql
--changeset retour:20261130_1410_close_sets_of_words runInTransaction:false
-- Columns that hold the names of an enum take these and no other. Statement by statement, so that no table waits for
-- another: the constraint comes in an instant, and what is there is read while everybody goes on. Cut off, it begins again.
alter table rules.policy_version
    drop constraint if exists ck_policy_version_actor_kind,
    add constraint ck_policy_version_actor_kind check (actor_kind in ('STAFF', 'SHOPPER', 'INTEGRATOR', 'POLICY',
        'CARRIER', 'WAREHOUSE', 'CLOCK', 'SYSTEM')) not valid;
alter table rules.decision
    drop constraint if exists ck_decision_outcome,
    add constraint ck_decision_outcome check (outcome in ('APPROVE', 'REVIEW', 'REJECT')) not valid,
    drop constraint if exists ck_decision_actor_kind,
    add constraint ck_decision_actor_kind check (actor_kind in ('STAFF', 'SHOPPER', 'INTEGRATOR', 'POLICY', 'CARRIER',
        'WAREHOUSE', 'CLOCK', 'SYSTEM')) not valid;
alter table rules.custom_fact
    drop constraint if exists ck_custom_fact_type,
    add constraint ck_custom_fact_type check (type in ('TEXT', 'TEXTS', 'CHOICE', 'CHOICES', 'FLAG', 'COUNT', 'DAYS',
        'GRAMS', 'PERCENT', 'MONEY', 'DATE')) not valid,
    drop constraint if exists ck_custom_fact_source,
    add constraint ck_custom_fact_source check (source in ('ORDER', 'SHOPPER')) not valid;
alter table rules.back_test
    drop constraint if exists ck_back_test_state,
    add constraint ck_back_test_state check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELED', 'FAILED')) not valid;
alter table rules.back_test_change
    drop constraint if exists ck_back_test_change_live_outcome,
    add constraint ck_back_test_change_live_outcome check (live_outcome in ('APPROVE', 'REVIEW', 'REJECT')) not valid,
    drop constraint if exists ck_back_test_change_draft_outcome,
    add constraint ck_back_test_change_draft_outcome check (draft_outcome in ('APPROVE', 'REVIEW', 'REJECT')) not valid;
alter table rules.example
    drop constraint if exists ck_example_expected,
    add constraint ck_example_expected check (expected in ('APPROVE', 'REVIEW', 'REJECT')) not valid;
alter table rules.shadow_run
    drop constraint if exists ck_shadow_run_state,
    add constraint ck_shadow_run_state check (state in ('RUNNING', 'STOPPED', 'DONE', 'PUBLISHED', 'DISCARDED')) not
        valid;
alter table rules.shadow_judging
    drop constraint if exists ck_shadow_judging_live_outcome,
    add constraint ck_shadow_judging_live_outcome check (live_outcome in ('APPROVE', 'REVIEW', 'REJECT')) not valid,
    drop constraint if exists ck_shadow_judging_draft_outcome,
    add constraint ck_shadow_judging_draft_outcome check (draft_outcome in ('APPROVE', 'REVIEW', 'REJECT')) not valid;
alter table rules.policy_version validate constraint ck_policy_version_actor_kind;
alter table rules.decision validate constraint ck_decision_outcome, validate constraint ck_decision_actor_kind;
alter table rules.custom_fact validate constraint ck_custom_fact_type, validate constraint ck_custom_fact_source;
alter table rules.back_test validate constraint ck_back_test_state;
alter table rules.back_test_change validate constraint ck_back_test_change_live_outcome, validate constraint ck_back_test_change_draft_outcome;
alter table rules.example validate constraint ck_example_expected;
alter table rules.shadow_run validate constraint ck_shadow_run_state;
alter table rules.shadow_judging validate constraint ck_shadow_judging_live_outcome, validate constraint ck_shadow_judging_draft_outcome;
--rollback alter table rules.policy_version drop constraint if exists ck_policy_version_actor_kind;
--rollback alter table rules.decision drop constraint if exists ck_decision_outcome, drop constraint if exists ck_decision_actor_kind;
--rollback alter table rules.custom_fact drop constraint if exists ck_custom_fact_type, drop constraint if exists ck_custom_fact_source;
--rollback alter table rules.back_test drop constraint if exists ck_back_test_state;
--rollback alter table rules.back_test_change drop constraint if exists ck_back_test_change_live_outcome, drop constraint if exists ck_back_test_change_draft_outcome;
--rollback alter table rules.example drop constraint if exists ck_example_expected;
--rollback alter table rules.shadow_run drop constraint if exists ck_shadow_run_state;
--rollback alter table rules.shadow_judging drop constraint if exists ck_shadow_judging_live_outcome, drop constraint if exists ck_shadow_judging_draft_outcome;
