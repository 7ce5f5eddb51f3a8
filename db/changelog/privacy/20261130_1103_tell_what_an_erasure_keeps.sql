--liquibase formatted sql
--changeset retour:20261130_1103_tell_what_an_erasure_keeps
alter table privacy.erasure add column kept text[] not null default '{}';
comment on column privacy.erasure.kept is 'what stays and why, in words of ours; nothing of the person';
--rollback alter table privacy.erasure drop column kept;
