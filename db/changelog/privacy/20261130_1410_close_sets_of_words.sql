--liquibase formatted sql
--changeset retour:20261130_1410_close_sets_of_words runInTransaction:false
-- Columns that hold the names of an enum take these and no other. Statement by statement, so that no table waits for
-- another: the constraint comes in an instant, and what is there is read while everybody goes on. Cut off, it begins again.
alter table privacy.erasure
    drop constraint if exists ck_erasure_actor_kind,
    add constraint ck_erasure_actor_kind check (actor_kind in ('STAFF', 'SHOPPER', 'INTEGRATOR', 'POLICY', 'CARRIER',
        'WAREHOUSE', 'CLOCK', 'SYSTEM')) not valid;
alter table privacy.erasure validate constraint ck_erasure_actor_kind;
--rollback alter table privacy.erasure drop constraint if exists ck_erasure_actor_kind;
