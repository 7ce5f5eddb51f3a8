package app.retour.orders;

/** What tells a variant from its siblings: Size = M. */
public record ProductOption(String name, String value) {}
