package app.retour.rules.vocabulary;

import java.util.List;

/**
 * One named, typed value that a condition may read: of the {@linkplain FactName house's vocabulary}, or one that the
 * merchant {@linkplain CustomFact added}. Two facts are the same when their keys are.
 */
public sealed interface Fact permits FactName, CustomFact {
    /** For example {@code item.daysSinceDelivery} or {@code custom.loyaltyTier}; what the API and stored policies say. */
    String key();

    FactType type();

    /** How a sentence names it. */
    String label();

    /** What it reads. */
    String description();

    /** When nobody can say, in plain words. */
    String unknownWords();

    default boolean isAlwaysKnown() {
        return unknownWords().equals(UnknownWhen.NEVER.words());
    }

    /** What a CHOICE or CHOICES fact may be; empty for the others. */
    default List<FactOption> options() {
        return List.of();
    }

    default List<Operator> operators() {
        return Operator.of(type());
    }

    default boolean offers(String value) {
        return place(value) >= 0;
    }

    /** Of an option among all; below 0 for what is none. */
    default int place(String value) {
        var options = options();
        for (var place = options.size() - 1; place >= 0; place--) {
            if (options.get(place).value().equals(value)) {
                return place;
            }
        }
        return -1;
    }
}
