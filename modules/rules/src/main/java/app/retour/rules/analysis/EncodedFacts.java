package app.retour.rules.analysis;

import app.retour.rules.policy.Condition;
import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Operator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every fact of an item as variables of {@link Clauses}: whether it is known, and what it is as far as any condition or
 * constraint can tell. The variables stand for all items there can be, each region of values at once.
 */
final class EncodedFacts {
    private final Clauses clauses;
    private final FactConstraints constraints;
    private final List<FactConstraint> all;
    private final Set<Fact> facts = new LinkedHashSet<>();
    private final Set<Fact> mentioned = new LinkedHashSet<>();
    private final Map<Fact, TreeSet<Long>> cuts = new LinkedHashMap<>();
    private final Map<Fact, Map<String, String>> texts = new LinkedHashMap<>();
    private final Map<Fact, Set<String>> patterns = new LinkedHashMap<>();
    /** That a fact is not the plain least or unnamed one: one choice instead of many, where nothing asks for more. */
    private final Map<Fact, Integer> special = new LinkedHashMap<>();

    private final Map<Fact, Integer> known = new LinkedHashMap<>();
    private final Map<Fact, EncodedNumber> numbers = new LinkedHashMap<>();
    private final Map<Fact, EncodedText> words = new LinkedHashMap<>();
    private final Map<Fact, EncodedList> lists = new LinkedHashMap<>();
    /** Come first, so that the solver tries "no" before it chooses anything else. */
    private final int lateDelivery;

    private final int oddReasons;

    /** @param conditions all that will ever be asked about */
    EncodedFacts(Clauses clauses, FactConstraints constraints, Collection<Condition> conditions) {
        this.clauses = clauses;
        this.constraints = constraints;
        lateDelivery = clauses.variable();
        oddReasons = clauses.variable();
        for (var name : FactName.values()) {
            note(name);
        }
        conditions.forEach(condition -> condition.tests().forEach(test -> {
            note(test.fact());
            mentioned.add(test.fact());
            note(test);
        }));
        all = constraints.all();
        all.forEach(this::note);
        raiseCuts();
        facts.forEach(fact -> special.put(fact, clauses.variable()));
        facts.forEach(this::encode);
        clauses.endInputs();
    }

    Clauses clauses() {
        return clauses;
    }

    FactConstraints constraints() {
        return constraints;
    }

    List<FactConstraint> between() {
        return all;
    }

    /** That goods may come after they are sent back; see {@link Plausible}. */
    int lateDelivery() {
        return lateDelivery;
    }

    /** That reason codes and groups may not go together. */
    int oddReasons() {
        return oddReasons;
    }

    Set<Fact> facts() {
        return facts;
    }

    /** Facts that a rule reads. */
    Set<Fact> mentioned() {
        return mentioned;
    }

    int known(Fact fact) {
        return known.getOrDefault(fact, Clauses.FALSE);
    }

    EncodedNumber number(Fact fact) {
        return required(numbers.get(fact), fact);
    }

    EncodedText text(Fact fact) {
        return required(words.get(fact), fact);
    }

    EncodedList list(Fact fact) {
        return required(lists.get(fact), fact);
    }

    private static <T> T required(@org.jspecify.annotations.Nullable T found, Fact fact) {
        if (found == null) {
            throw new IllegalStateException("Not encoded: " + fact.key());
        }
        return found;
    }

    private void note(Fact fact) {
        if (!facts.add(fact)) {
            return;
        }
        if (NumberRange.suits(fact.type())) {
            cuts.put(fact, new TreeSet<>());
        } else {
            var named = new LinkedHashMap<String, String>();
            fact.options().forEach(option -> named.put(FactValue.Text.fold(option.value()), option.value()));
            texts.put(fact, named);
            patterns.put(fact, new TreeSet<>());
        }
    }

    private void note(Condition.Test test) {
        var fact = test.fact();
        for (var operand : test.operands()) {
            if (NumberRange.suits(fact.type())) {
                operators(test).forEach(operator -> noteCuts(fact, operator, operand));
            } else if (operand instanceof FactValue.Text(var text)) {
                var folded = FactValue.Text.fold(text);
                if (test.operator() == Operator.STARTS_WITH || test.operator() == Operator.CONTAINS_TEXT) {
                    required(patterns.get(fact), fact).add(folded);
                }
                required(texts.get(fact), fact).putIfAbsent(folded, text);
            }
        }
    }

    static Stream<Operator> operators(Condition.Test test) {
        return test.operator() == Operator.BETWEEN
                ? Stream.of(Operator.AT_LEAST, Operator.AT_MOST)
                : Stream.of(test.operator());
    }

    private void noteCuts(Fact fact, Operator operator, FactValue operand) {
        var stretch = EncodedNumber.stretch(NumberRange.of(fact, constraints.currency()), operator, operand);
        if (stretch != null) {
            var into = required(cuts.get(fact), fact);
            into.add(stretch[0]);
            into.add(stretch[1] + 1);
        }
    }

    private void note(FactConstraint constraint) {
        switch (constraint) {
            case FactConstraint.Never(var _, var what) -> what.tests().forEach(this::note);
            case FactConstraint.AtMost sum -> {
                if (sum.when() != null) {
                    sum.when().tests().forEach(this::note);
                }
            }
            case FactConstraint.Shared(var _, var own, var any, var every) -> {
                var all = new LinkedHashMap<String, String>();
                Stream.of(own, any, every).forEach(fact -> all.putAll(required(texts.get(fact), fact)));
                Stream.of(own, any, every).forEach(fact -> texts.put(fact, all));
            }
            case FactConstraint.NotEmptyEither _ -> {}
        }
    }

    private List<FactConstraint> withPlausible() {
        return Stream.concat(all.stream(), Stream.of(FactConstraints.deliveredBeforeReturn()))
                .toList();
    }

    /** A boundary of what is smaller matters to what is greater. */
    private void raiseCuts() {
        for (var changed = true; changed; ) {
            changed = false;
            for (var constraint : withPlausible()) {
                if (constraint instanceof FactConstraint.AtMost sum && sum.isBetweenTwo()) {
                    var greater = cuts.get(sum.greater());
                    var smaller = NumberRange.of(sum.smaller(), constraints.currency());
                    for (var cut : required(cuts.get(sum.smaller()), sum.smaller())) {
                        changed |= required(greater, sum.greater()).add(cut - sum.most());
                    }
                    changed |= required(greater, sum.greater()).add(smaller.least() - sum.most());
                }
            }
        }
    }

    private void encode(Fact fact) {
        known.put(fact, knownLiteral(fact));
        var isClosed = fact.type().isChosen();
        var plain = -required(special.get(fact), fact);
        if (NumberRange.suits(fact.type())) {
            numbers.put(
                    fact,
                    new EncodedNumber(
                            NumberRange.of(fact, constraints.currency()), required(cuts.get(fact), fact), clauses));
        } else if (fact.type().isList()) {
            lists.put(fact, new EncodedList(required(texts.get(fact), fact), isClosed, clauses));
        } else {
            words.put(
                    fact,
                    new EncodedText(
                            required(texts.get(fact), fact), required(patterns.get(fact), fact), isClosed, clauses));
        }
        choices(fact).filter(one -> one != Clauses.FALSE).forEach(choice -> clauses.require(-plain, -choice));
    }

    private IntStream choices(Fact fact) {
        if (NumberRange.suits(fact.type())) {
            return number(fact).choices();
        }
        return fact.type().isList() ? list(fact).choices() : text(fact).choices();
    }

    /** The solver tries "no" first: so what rules read is known, what they do not is not, unless something else asks. */
    private int knownLiteral(Fact fact) {
        if (fact.isAlwaysKnown()) {
            return Clauses.TRUE;
        }
        if (constraints.neverSupplied().contains(fact)) {
            return Clauses.FALSE;
        }
        return mentioned.contains(fact) ? -clauses.variable() : clauses.variable();
    }
}
