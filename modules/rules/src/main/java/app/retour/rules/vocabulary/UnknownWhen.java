package app.retour.rules.vocabulary;

/** When nobody can say what a fact is. */
public enum UnknownWhen {
    NEVER("Always known"),
    NOT_SUPPLIED("Unknown when no source ever supplied it"),
    DELIVERY_UNKNOWN("Unknown while no delivery was reported and none may be assumed"),
    HISTORY_INCOMPLETE("Unknown unless the shopper's history is complete or was supplied"),
    OTHER_CURRENCY("Unknown for an order in another currency that carries no rate of its own");

    private final String words;

    UnknownWhen(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
