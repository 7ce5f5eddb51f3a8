package app.retour.orders;

/** What an import reads: a CSV export of Shopify's. */
public enum ImportKind {
    SHOPIFY_ORDERS,
    SHOPIFY_PRODUCTS,
    SHOPIFY_CUSTOMERS
}
