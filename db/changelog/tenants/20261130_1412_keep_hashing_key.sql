--liquibase formatted sql
--changeset retour:20261130_1412_keep_hashing_key
-- One row: the key of keyed hashes, sealed. What is hashed cannot be sealed anew, so its key outlives the master keys.
create table tenants.hashing_key (
    id     integer not null constraint pk_hashing_key primary key,
    sealed bytea   not null,
    constraint ck_hashing_key_id check (id = 1)
);
comment on table tenants.hashing_key is 'global: hashes for the whole service; sealed';
grant select, insert, update on tenants.hashing_key to retour_app;
-- Sealed anew under another master key.
grant update on tenants.signing_key to retour_app;
--rollback revoke update on tenants.signing_key from retour_app;
--rollback drop table tenants.hashing_key;
