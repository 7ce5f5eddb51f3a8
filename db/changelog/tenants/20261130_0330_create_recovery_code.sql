--liquibase formatted sql
--changeset retour:20261130_0330_create_recovery_code
create table tenants.recovery_code (
    person_id uuid        not null constraint fk_recovery_code_person references tenants.person (id) on delete cascade,
    hash      text        not null,
    made_at   timestamptz not null,
    constraint pk_recovery_code primary key (person_id, hash)
);
comment on table tenants.recovery_code is 'global: belongs to a person, who may be staff of several tenants; hashed, gone when used';
grant select, insert, delete on tenants.recovery_code to retour_app;
--rollback drop table tenants.recovery_code;
