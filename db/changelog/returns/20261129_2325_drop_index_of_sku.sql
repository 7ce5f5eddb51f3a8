--liquibase formatted sql
--changeset retour:20261129_2325_drop_index_of_sku
-- Never looked up: lower() is not leakproof, so row-level security keeps a condition on it out of the index.
drop index returns.ix_return_item_sku;
--rollback create index ix_return_item_sku on returns.return_item (tenant_id, lower(sku));
