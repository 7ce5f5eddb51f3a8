--liquibase formatted sql
--changeset retour:20261123_1230_create_stored_file splitStatements:false
create schema files;

create table files.stored_file (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null,
    version bigint not null default 0,
    kind text not null,
    name text not null,
    content_type text not null,
    bytes bigint not null,
    owner uuid,
    stored_at timestamptz not null,
    constraint pk_stored_file primary key (tenant_id, id),
    constraint ck_stored_file_kind check (kind in ('PHOTO', 'LOGO', 'DOCUMENT', 'IMPORT')),
    constraint ck_stored_file_bytes check (bytes >= 0)
);
comment on column files.stored_file.name is 'personal: what the sender called it, made safe';
comment on column files.stored_file.owner is 'the order whose shopper may see it';
create index ix_stored_file_owner on files.stored_file (tenant_id, owner) where owner is not null;
select infra.own_by_tenant('files.stored_file');
select infra.let_door_read('files.stored_file');

-- A logo is public: mails and portals show it to people who are nobody to us. Nothing else is found here.
create function files.logo_door(asked uuid) returns table (tenant_id uuid, id uuid)
language sql stable security definer set search_path = files, pg_temp as $$
    select f.tenant_id, f.id from files.stored_file f where f.id = asked and f.kind = 'LOGO'
$$;
select infra.open_door('files.logo_door(uuid)');
--rollback drop schema files cascade;
