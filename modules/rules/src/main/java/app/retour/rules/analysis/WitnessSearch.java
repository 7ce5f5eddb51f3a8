package app.retour.rules.analysis;

import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks whether there is an item, known or partly unknown, of which something holds, and invents one. What it invents is
 * handed out only after all constraints were checked on it once more, by their plain meaning.
 */
final class WitnessSearch {
    private static final List<String> COUNTRIES = List.of("US", "CA", "AU", "JP", "BR", "CH", "MX", "NZ");
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP", "CHF", "JPY", "SEK", "PLN");

    private final EncodedFacts facts;
    private final Clauses clauses;
    private final NumberSums sums;
    private final Plausible plausible;
    private final List<Runnable> watchers = new ArrayList<>();

    WitnessSearch(EncodedFacts facts, EncodedConditions conditions) {
        this.facts = facts;
        this.clauses = facts.clauses();
        this.sums = new NumberSums(facts, conditions);
        this.plausible = new Plausible(facts);
    }

    /** Called with each world that is found. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    Clauses.Answer ask(int... assumptions) {
        while (true) {
            var answer = clauses.ask(assumptions);
            if (answer != Clauses.Answer.YES) {
                return answer;
            }
            var clash = sums.clash();
            if (clash.length == 0) {
                watchers.forEach(Runnable::run);
                return answer;
            }
            clauses.require(IntStream.of(clash).map(literal -> -literal).toArray());
        }
    }

    /** Of assumptions that cannot hold together, some that cannot either, none of which could be left out. */
    List<Integer> smallest(int... impossible) {
        // What the solver says is nearly that, but sometimes more than needed.
        var told = clauses.core();
        var isEnough = ask(told) == Clauses.Answer.NO;
        var left = IntStream.of(impossible)
                .distinct()
                .filter(literal -> !isEnough || IntStream.of(told).anyMatch(one -> one == literal))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        for (var literal : List.copyOf(left)) {
            var fewer = left.stream()
                    .filter(other -> !other.equals(literal))
                    .mapToInt(other -> other)
                    .toArray();
            if (ask(fewer) == Clauses.Answer.NO) {
                left.remove(literal);
            }
        }
        return left;
    }

    /** An item of the world last found; empty in the rare case that none is found which keeps every constraint. */
    Optional<Facts> invented() {
        var numbers = sums.chosen();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        var invented = Facts.none();
        var own = "";
        for (var fact : facts.facts()) {
            if (!clauses.isTrue(facts.known(fact))) {
                continue;
            }
            if (NumberRange.suits(fact.type())) {
                var number = numbers.get().get(fact);
                invented = invented.with(fact, facts.number(fact).range().value(number == null ? 0 : number));
            } else if (fact.type().isList()) {
                invented =
                        invented.with(fact, new FactValue.Texts(facts.list(fact).texts(clauses, fresh(fact, own))));
            } else {
                var text = facts.text(fact).text(clauses, fresh(fact, "").getFirst());
                if (text.isEmpty()) {
                    return Optional.empty();
                }
                own = fact == FactName.ITEM_REASON ? text.get() : own;
                invented = invented.with(fact, new FactValue.Text(text.get()));
            }
        }
        var agreed = agreed(invented);
        return facts.constraints().broken(agreed, facts.between()).isEmpty() ? Optional.of(agreed) : Optional.empty();
    }

    /** Where all items share a text that no rule names, it is this item's. */
    private Facts agreed(Facts invented) {
        var agreed = invented;
        for (var constraint : facts.between()) {
            if (constraint instanceof FactConstraint.Shared(var _, var own, var any, var every)
                    && agreed.get(own) instanceof FactValue.Text(var text)
                    && clauses.isTrue(facts.text(own).isOther())) {
                for (var list : List.of(any, every)) {
                    if (agreed.get(list) instanceof FactValue.Texts(var texts)) {
                        var fresh = fresh(list, text).getFirst();
                        agreed = agreed.with(
                                list,
                                new FactValue.Texts(texts.stream()
                                        .map(one -> one.equals(fresh) ? text : one)
                                        .toList()));
                    }
                }
            }
        }
        return agreed;
    }

    /** Two texts that no condition names, and that are not the item's own. */
    private List<String> fresh(Fact fact, String own) {
        var candidates = switch (fact) {
            case FactName.ORDER_COUNTRY -> COUNTRIES.stream();
            case FactName.ORDER_CURRENCY -> CURRENCIES.stream();
            case FactName.ITEM_REASON, FactName.RETURN_ANY_REASON, FactName.RETURN_EVERY_REASON ->
                plausible.codes(fact);
            default -> Stream.<String>empty();
        };
        var named = named(fact);
        return Stream.concat(
                        candidates,
                        Stream.iterate(1, number -> number + 1)
                                .map(number -> number == 1 ? "something else" : "something else " + number))
                .filter(text -> !named.contains(FactValue.Text.fold(text)) && !text.equals(own))
                .limit(2)
                .toList();
    }

    private Set<String> named(Fact fact) {
        return fact.type().isList()
                ? facts.list(fact).named()
                : facts.text(fact).named().keySet();
    }
}
