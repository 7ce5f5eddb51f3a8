--liquibase formatted sql
--changeset retour:20261130_0240_park_event_publications
create table parked_publication (
    id               uuid        not null constraint pk_parked_publication primary key,
    listener_id      text        not null,
    event_type       text        not null,
    serialized_event text        not null,
    publication_date timestamptz not null,
    parked_at        timestamptz not null,
    reason           text        not null
);
comment on table parked_publication is 'global: events that the registry of Spring Modulith gives nobody any more; they carry ids and the tenant, never personal data';
grant select, insert, delete on parked_publication to retour_app;
create index ix_event_publication_failed on event_publication (publication_date) where status = 'FAILED';
--rollback drop table parked_publication;
--rollback drop index ix_event_publication_failed;
