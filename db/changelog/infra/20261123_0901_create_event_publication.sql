--liquibase formatted sql
--changeset retour:20261123_0901_create_event_publication
create table event_publication (
    id                     uuid        not null constraint pk_event_publication primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index ix_event_publication_open on event_publication (publication_date) where completion_date is null;
create index ix_event_publication_hash on event_publication using hash (serialized_event);
comment on table event_publication is 'global: the registry of Spring Modulith; events carry ids and the tenant, never personal data';
grant select, insert, update, delete on event_publication to retour_app;
--rollback drop table event_publication;
