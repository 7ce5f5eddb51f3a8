package app.retour.rules.analysis;

import app.retour.rules.evaluation.CodedTest;
import app.retour.rules.policy.Condition;
import app.retour.rules.solver.Clauses;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Operator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Conditions as variables of {@link Clauses}, with the constraints between facts: what the law says, for all items at once. */
final class EncodedConditions {
    private final EncodedFacts facts;
    private final Clauses clauses;
    private final Map<Condition, EncodedTruth> done = new IdentityHashMap<>();

    EncodedConditions(EncodedFacts facts) {
        this.facts = facts;
        this.clauses = facts.clauses();
        facts.between().forEach(this::keep);
        keepOrder(FactConstraints.deliveredBeforeReturn(), facts.lateDelivery());
        new Plausible(facts).prefer();
    }

    EncodedTruth truth(Condition condition) {
        var before = done.get(condition);
        if (before != null) {
            return before;
        }
        var truth = switch (condition) {
            case Condition.All(var parts) -> EncodedTruth.all(clauses, truths(parts));
            case Condition.Any(var parts) -> EncodedTruth.any(clauses, truths(parts));
            case Condition.None(var parts) ->
                EncodedTruth.any(clauses, truths(parts)).not();
            case Condition.Test test -> test(test);
        };
        done.put(condition, truth);
        return truth;
    }

    private List<EncodedTruth> truths(List<Condition> parts) {
        return parts.stream().map(this::truth).toList();
    }

    private EncodedTruth test(Condition.Test test) {
        var known = facts.known(test.fact());
        if (test.operator() == Operator.IS_UNKNOWN) {
            return EncodedTruth.known(known).not();
        }
        var whenKnown = NumberRange.suits(test.fact().type())
                ? ofNumber(test)
                : EncodedTruth.known(test.fact().type().isList() ? ofList(test) : ofText(test));
        return new EncodedTruth(clauses.all(known, whenKnown.isTrue()), clauses.all(known, whenKnown.isFalse()));
    }

    private EncodedTruth ofNumber(Condition.Test test) {
        var number = facts.number(test.fact());
        if (test.operator() == Operator.BETWEEN) {
            var operands = test.operands();
            return EncodedTruth.all(
                    clauses,
                    List.of(
                            compared(number, Operator.AT_LEAST, operands.getFirst()),
                            compared(number, Operator.AT_MOST, operands.getLast())));
        }
        return EncodedTruth.any(
                clauses,
                test.operands().stream()
                        .map(operand -> compared(number, test.operator(), operand))
                        .toList());
    }

    private EncodedTruth compared(EncodedNumber number, Operator operator, FactValue operand) {
        var stretch = EncodedNumber.stretch(number.range(), operator, operand);
        return stretch == null
                ? EncodedTruth.UNKNOWN
                : EncodedTruth.known(number.between(stretch[0], stretch[1], clauses));
    }

    private int ofText(Condition.Test test) {
        var text = facts.text(test.fact());
        var literals = CodedTest.folded(test).stream()
                .mapToInt(folded -> switch (test.operator()) {
                    case STARTS_WITH -> text.starts(folded);
                    case CONTAINS_TEXT -> text.contains(folded);
                    default -> text.is(folded);
                })
                .toArray();
        return clauses.any(literals);
    }

    private int ofList(Condition.Test test) {
        var list = facts.list(test.fact());
        var literals = CodedTest.folded(test).stream().mapToInt(list::has).toArray();
        return switch (test.operator()) {
            case CONTAINS_ALL -> clauses.all(literals);
            case CONTAINS_NONE -> -clauses.any(literals);
            default -> clauses.any(literals);
        };
    }

    private void keep(FactConstraint constraint) {
        switch (constraint) {
            case FactConstraint.Never(var _, var what) ->
                clauses.require(-truth(what).isTrue());
            case FactConstraint.AtMost sum -> {
                if (sum.isBetweenTwo()) {
                    keepOrder(sum, Clauses.FALSE);
                } else if (sum.when() != null) {
                    truth(sum.when());
                }
            }
            case FactConstraint.Shared shared -> keepShared(shared);
            case FactConstraint.NotEmptyEither(var _, var list, var other) ->
                clauses.require(
                        -facts.list(list).isNotEmpty(), facts.list(other).isNotEmpty());
        }
    }

    private void keepOrder(FactConstraint.AtMost sum, int unless) {
        var smaller = sum.smaller();
        var number = facts.number(smaller);
        for (var cut : number.cuts()) {
            keepOrder(sum, unless, number.atLeast(cut), cut);
        }
        keepOrder(sum, unless, Clauses.TRUE, number.range().least());
    }

    private void keepOrder(FactConstraint.AtMost sum, int unless, int atLeast, long cut) {
        var smaller = sum.smaller();
        var greater = sum.greater();
        clauses.require(
                unless,
                -facts.known(smaller),
                -facts.known(greater),
                -atLeast,
                facts.number(greater).atLeast(cut - sum.most()));
    }

    private void keepShared(FactConstraint.Shared shared) {
        var own = facts.text(shared.own());
        var any = facts.list(shared.any());
        var every = facts.list(shared.every());
        var isOther = own.isOther();
        var differing = new java.util.ArrayList<Integer>();
        own.named().forEach((text, is) -> {
            clauses.require(-is, any.has(text));
            clauses.require(-every.has(text), is);
            clauses.require(-every.isNotEmpty(), -is, every.has(text));
            differing.add(clauses.all(any.has(text), -is));
        });
        clauses.require(-isOther, any.hasOther());
        clauses.require(-every.hasOther(), isOther);
        clauses.require(-every.isNotEmpty(), -isOther, every.hasOther());
        clauses.require(-every.hasOthers());
        differing.add(clauses.all(any.hasOther(), -isOther));
        differing.add(any.hasOthers());
        var differ = clauses.any(differing.stream().mapToInt(one -> one).toArray());
        clauses.require(differ, every.isNotEmpty());
        clauses.require(-differ, -every.isNotEmpty());
    }
}
