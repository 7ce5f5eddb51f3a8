package app.retour.rules;

import app.retour.kernel.Money;
import app.retour.kernel.Phrase;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/** Short words for rules and facts in tests. */
final class RuleFixtures {
    static final Currency EUR = Currency.getInstance("EUR");

    private RuleFixtures() {}

    static Policy policy(Rule... rules) {
        return new Policy(EUR, List.of(rules));
    }

    static Rule rule(String name, Condition when, Effect... then) {
        return new Rule(name, name, true, false, when, Arrays.asList(then));
    }

    static Rule isFinal(Rule rule) {
        return new Rule(rule.id(), rule.name(), rule.enabled(), true, rule.when(), rule.then());
    }

    static Rule switchedOff(Rule rule) {
        return new Rule(rule.id(), rule.name(), false, rule.isFinal(), rule.when(), rule.then());
    }

    static Condition always() {
        return new Condition.All(List.of());
    }

    static Condition never() {
        return new Condition.Any(List.of());
    }

    static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts));
    }

    static Condition any(Condition... parts) {
        return new Condition.Any(List.of(parts));
    }

    static Condition none(Condition... parts) {
        return new Condition.None(List.of(parts));
    }

    /** A condition on a fact that no test ever supplies. */
    static Condition unknown() {
        return test(FactName.ITEM_VENDOR, Operator.EQUALS, text("nobody knows"));
    }

    static Condition test(FactName fact, Operator operator, FactValue... operands) {
        return new Condition.Test(fact, operator, List.of(operands));
    }

    static Condition reasonIs(ReasonGroup group) {
        return test(FactName.ITEM_REASON_GROUP, Operator.EQUALS, text(group.name()));
    }

    static FactValue text(String text) {
        return new FactValue.Text(text);
    }

    static FactValue number(int number) {
        return new FactValue.Quantity(BigDecimal.valueOf(number));
    }

    static FactValue eur(String amount) {
        return new FactValue.Amount(euros(amount));
    }

    static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }

    static Effect approve() {
        return new Effect.Decide(Outcome.APPROVE, null);
    }

    static Effect review() {
        return new Effect.Decide(Outcome.REVIEW, null);
    }

    static Effect reject() {
        return new Effect.Decide(Outcome.REJECT, Phrase.of("We cannot take this back."));
    }

    static Effect fee(String amount) {
        return new Effect.Charge(new Fee.Flat(euros(amount), Fee.Per.RETURN));
    }

    static Effect tag(String tag) {
        return new Effect.AddTags(java.util.Set.of(tag));
    }

    /** The mission's own example. */
    static Rule wrongSizeUnder100Within30Days() {
        return rule(
                "Wrong size",
                all(
                        reasonIs(ReasonGroup.SIZE),
                        test(FactName.ORDER_VALUE, Operator.LESS_THAN, eur("100.00")),
                        test(FactName.ITEM_DAYS_SINCE_DELIVERY, Operator.WITHIN_DAYS, number(30))),
                approve());
    }

    static Facts wrongSize(String orderValue, int days) {
        return Facts.none()
                .choice(FactName.ITEM_REASON_GROUP, ReasonGroup.SIZE)
                .money(FactName.ORDER_VALUE, euros(orderValue))
                .number(FactName.ITEM_DAYS_SINCE_DELIVERY, days);
    }

    static Opinion judged(Policy policy, Facts facts) {
        return Opinion.of(CompiledPolicy.of(policy), facts, List.of());
    }
}
