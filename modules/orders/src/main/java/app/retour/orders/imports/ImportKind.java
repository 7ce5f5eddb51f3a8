package app.retour.orders.imports;

/** What an import reads: a CSV export of Shopify's, or orders of any shop by a mapping of columns. */
public enum ImportKind {
    SHOPIFY_ORDERS,
    SHOPIFY_PRODUCTS,
    SHOPIFY_CUSTOMERS,
    MAPPED_ORDERS
}
