package app.retour.rules.evaluation;

import app.retour.kernel.Money;
import app.retour.kernel.Phrase;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;

/** Short words for rules and facts in tests. */
public final class RuleFixtures {
    public static final Currency EUR = Currency.getInstance("EUR");

    private RuleFixtures() {}

    public static Policy policy(Rule... rules) {
        return new Policy(EUR, List.of(rules));
    }

    public static Rule rule(String name, Condition when, Effect... then) {
        return new Rule(name, name, true, false, when, Arrays.asList(then));
    }

    public static Rule isFinal(Rule rule) {
        return new Rule(rule.id(), rule.name(), rule.enabled(), true, rule.when(), rule.then());
    }

    public static Rule switchedOff(Rule rule) {
        return new Rule(rule.id(), rule.name(), false, rule.isFinal(), rule.when(), rule.then());
    }

    public static Condition always() {
        return new Condition.All(List.of());
    }

    public static Condition never() {
        return new Condition.Any(List.of());
    }

    public static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts));
    }

    public static Condition any(Condition... parts) {
        return new Condition.Any(List.of(parts));
    }

    public static Condition none(Condition... parts) {
        return new Condition.None(List.of(parts));
    }

    /** A condition on a fact that no test ever supplies. */
    public static Condition unknown() {
        return test(FactName.ITEM_VENDOR, Operator.EQUALS, text("nobody knows"));
    }

    public static Condition test(FactName fact, Operator operator, FactValue... operands) {
        return new Condition.Test(fact, operator, List.of(operands));
    }

    public static Condition reasonIs(ReasonGroup group) {
        return test(FactName.ITEM_REASON_GROUP, Operator.EQUALS, text(group.name()));
    }

    public static FactValue text(String text) {
        return new FactValue.Text(text);
    }

    public static FactValue number(int number) {
        return new FactValue.Quantity(BigDecimal.valueOf(number));
    }

    public static FactValue eur(String amount) {
        return new FactValue.Amount(euros(amount));
    }

    public static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }

    public static Effect approve() {
        return new Effect.Decide(Outcome.APPROVE, null);
    }

    public static Effect review() {
        return new Effect.Decide(Outcome.REVIEW, null);
    }

    public static Effect reject() {
        return new Effect.Decide(Outcome.REJECT, Phrase.of("We cannot take this back."));
    }

    public static Effect fee(String amount) {
        return new Effect.Charge(new Fee.Flat(euros(amount), Fee.Per.RETURN));
    }

    public static Effect tag(String tag) {
        return new Effect.AddTags(java.util.Set.of(tag));
    }

    /** The mission's own example. */
    public static Rule wrongSizeUnder100Within30Days() {
        return rule(
                "Wrong size",
                all(
                        reasonIs(ReasonGroup.SIZE),
                        test(FactName.ORDER_VALUE, Operator.LESS_THAN, eur("100.00")),
                        test(FactName.ITEM_DAYS_SINCE_DELIVERY, Operator.WITHIN_DAYS, number(30))),
                approve());
    }

    public static Facts wrongSize(String orderValue, int days) {
        return Facts.none()
                .choice(FactName.ITEM_REASON_GROUP, ReasonGroup.SIZE)
                .money(FactName.ORDER_VALUE, euros(orderValue))
                .number(FactName.ITEM_DAYS_SINCE_DELIVERY, days);
    }

    public static ItemEvaluation judged(Policy policy, Facts facts) {
        return ItemEvaluation.of(CompiledPolicy.of(policy), facts, List.of());
    }
}
