package app.retour.rules.trials;

import app.retour.kernel.Money;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a back-test has counted so far; goes on from what an earlier run counted. */
final class BackTestTally {
    /** By live and draft outcome: how many, and their value. As stored: plain values only. */
    record Cell(Outcome live, Outcome draft, long count, BigDecimal value) {}

    private final Currency currency;
    private final Set<Fact> read;
    private final Map<Outcome, Map<Outcome, Cell>> cells = new EnumMap<>(Outcome.class);
    private final Map<String, Long> unknown = new TreeMap<>();
    private long judged;
    private long changed;

    BackTestTally(Policy draft, List<Cell> cells, Map<String, Long> unknown, long judged, long changed) {
        currency = draft.currency();
        read = draft.rules().stream()
                .filter(Rule::enabled)
                .flatMap(rule -> rule.when().facts())
                .collect(Collectors.toSet());
        cells.forEach(this::put);
        this.unknown.putAll(unknown);
        this.judged = judged;
        this.changed = changed;
    }

    /** @return the item's value, null where nobody knows it in this currency */
    @Nullable
    Money count(Facts facts, Outcome live, Outcome draft) {
        judged++;
        changed += live == draft ? 0 : 1;
        for (var fact : read) {
            if (!facts.get(fact).isKnown()) {
                unknown.merge(fact.key(), 1L, Long::sum);
            }
        }
        var value = facts.get(FactName.ITEM_VALUE) instanceof FactValue.Amount(var money)
                        && money.currency().equals(currency)
                ? money
                : null;
        var before = cells.computeIfAbsent(live, _ -> new EnumMap<>(Outcome.class))
                .getOrDefault(draft, new Cell(live, draft, 0, BigDecimal.ZERO));
        put(new Cell(
                live,
                draft,
                before.count() + 1,
                value == null ? before.value() : before.value().add(value.amount())));
        return value;
    }

    private void put(Cell cell) {
        cells.computeIfAbsent(cell.live(), _ -> new EnumMap<>(Outcome.class)).put(cell.draft(), cell);
    }

    List<Cell> cells() {
        return cells.values().stream().flatMap(row -> row.values().stream()).toList();
    }

    Map<String, Long> unknown() {
        return unknown;
    }

    long judged() {
        return judged;
    }

    long changed() {
        return changed;
    }
}
