package app.retour.orders.products;

/** What tells a variant from its siblings: Size = M. */
public record ProductOption(String name, String value) {}
