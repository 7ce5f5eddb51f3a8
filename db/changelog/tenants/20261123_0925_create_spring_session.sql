--liquibase formatted sql
--changeset retour:20261123_0925_create_spring_session
create table spring_session (
    primary_id            char(36)     not null constraint pk_spring_session primary key,
    session_id            char(36)     not null,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);
create unique index uq_spring_session_session_id on spring_session (session_id);
create index ix_spring_session_expiry_time on spring_session (expiry_time);
create index ix_spring_session_principal_name on spring_session (principal_name);
comment on table spring_session is 'global: a session is found by its cookie before a tenant is known; holds ids only';
comment on column spring_session.principal_name is 'id of the person';
create table spring_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint pk_spring_session_attributes primary key (session_primary_id, attribute_name),
    constraint fk_spring_session_attributes_session foreign key (session_primary_id)
        references spring_session (primary_id) on delete cascade
);
comment on table spring_session_attributes is 'global: belongs to spring_session';
grant select, insert, update, delete on spring_session, spring_session_attributes to retour_app;
--rollback drop table spring_session_attributes, spring_session;
