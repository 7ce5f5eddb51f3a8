package app.retour.rules.evaluation;

import app.retour.rules.vocabulary.CodedFacts;
import app.retour.rules.vocabulary.FactName;
import java.util.List;

/** Tries a condition on one fact with one value after another. */
final class Probe {
    private final CompiledConditions conditions;
    private final CodedFacts facts;
    private final int slot;

    Probe(CompiledConditions conditions, CodedFacts blank, FactName fact) {
        this.conditions = conditions;
        this.facts = blank;
        this.slot = fact.ordinal();
    }

    boolean unknown(FactColumn.Need need) {
        facts.forget(slot);
        return isPossible(need);
    }

    boolean number(FactColumn.Need need, long number) {
        facts.putNumber(slot, number);
        return isPossible(need);
    }

    boolean text(FactColumn.Need need, String folded) {
        facts.putText(slot, folded);
        return isPossible(need);
    }

    boolean emptyList(FactColumn.Need need) {
        facts.putList(slot, List.of());
        return isPossible(need);
    }

    private boolean isPossible(FactColumn.Need need) {
        return conditions.isPossible(need.start(), facts);
    }
}
