--liquibase formatted sql
--changeset retour:20261130_1102_keep_block_of_erased
alter table orders.erased_address add column blocked boolean not null default false;
comment on column orders.erased_address.blocked is 'the shop had blocked them: erasing themselves does not end that, so it holds again with the first newer order';
--rollback alter table orders.erased_address drop column blocked;
