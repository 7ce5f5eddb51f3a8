package app.retour.rules.analysis;

import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.Facts;
import java.util.List;
import java.util.Set;

/**
 * Items that analyses of one shop's drafts invented. The next one looks at them before it asks the solver: an edit changes a
 * rule or two, and what showed that the others work shows it still. Each is checked on the policy at hand again, so that
 * nothing is believed that was remembered. Safe for threads; never shared between shops, whose words the items hold.
 */
public final class RememberedItems {
    private static final int MOST = 400;

    private FactConstraints constraints;
    private Set<CustomFact> ownFacts = Set.of();
    private List<Facts> items = List.of();

    public RememberedItems(FactConstraints constraints) {
        this.constraints = constraints;
    }

    /** None when other constraints hold now: an item must keep them. */
    public synchronized List<Facts> of(FactConstraints current, Set<CustomFact> ownNow) {
        return current.equals(constraints) && ownNow.equals(ownFacts) ? items : List.of();
    }

    synchronized void keep(FactConstraints current, Set<CustomFact> ownNow, List<Facts> invented) {
        constraints = current;
        ownFacts = ownNow;
        items = invented.stream().limit(MOST).toList();
    }
}
