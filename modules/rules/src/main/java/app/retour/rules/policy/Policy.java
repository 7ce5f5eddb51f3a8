package app.retour.rules.policy;

import app.retour.rules.vocabulary.CustomFact;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tenant's ordered list of rules.
 *
 * @param currency of every amount in it
 */
public record Policy(Currency currency, List<Rule> rules) {
    /** The meaning of rules as implemented here; a change of meaning gets a new number, and old versions keep theirs. */
    public static final int SEMANTICS = 1;

    public Policy {
        rules = List.copyOf(rules);
    }

    /** The merchant's own facts that it reads. */
    public Stream<CustomFact> customFacts() {
        return rules.stream()
                .flatMap(rule -> rule.when().facts())
                .filter(CustomFact.class::isInstance)
                .map(CustomFact.class::cast)
                .distinct();
    }

    /** What a tenant starts with: no rule decides, so everything goes to review. Speaks of no money, so of no currency. */
    public static Policy empty() {
        return new Policy(Currency.getInstance("XXX"), List.of());
    }
}
