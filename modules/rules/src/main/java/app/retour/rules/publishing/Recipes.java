package app.retour.rules.publishing;

import app.retour.kernel.Money;
import app.retour.kernel.Phrase;
import app.retour.kernel.UsualAmount;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.ConditionWords;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EvidenceWanted;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Priority;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Proven rules, in the order in which they are safe: rights first, then what needs a person, then what may be automatic. */
public final class Recipes {
    private final Money threshold;

    private Recipes(Currency currency) {
        this.threshold = UsualAmount.hundred(currency);
    }

    public static List<Recipe> in(Currency currency) {
        var recipes = new Recipes(currency);
        return List.of(
                recipes.withdrawal(),
                recipes.conformity(),
                recipes.hard(),
                recipes.risk(),
                recipes.vip(),
                recipes.size(),
                recipes.finalSale(),
                recipes.fee());
    }

    private Recipe withdrawal() {
        return recipe(
                "statutory-withdrawal",
                "Statutory withdrawal is approved",
                "Whoever withdraws within the law's time gets the money back without a fee. Keep it first.",
                chosen(FactName.LEGAL_BASIS, LegalBasis.WITHDRAWAL),
                new Effect.Decide(Outcome.APPROVE, null),
                new Effect.Charge(new Fee.Waived()));
    }

    private Recipe conformity() {
        return recipe(
                "statutory-conformity",
                "Defects under warranty are looked at",
                "Goods that are not as agreed: a person looks at photos; nothing is charged. Keep it second.",
                chosen(FactName.LEGAL_BASIS, LegalBasis.CONFORMITY),
                new Effect.Decide(Outcome.REVIEW, null),
                new Effect.Charge(new Fee.Waived()),
                new Effect.Ship(ReturnShipping.MERCHANT),
                new Effect.AskEvidence(new EvidenceWanted(2, true)));
    }

    private Recipe hard() {
        return recipe(
                "review-defect-or-high-value",
                "Defective or high value: review with photos",
                "The costly cases wait for a person who has seen a photo. An order of exactly %s is not above it."
                        .formatted(ConditionWords.money(threshold)),
                new Condition.Any(List.of(
                        chosen(FactName.ITEM_REASON_GROUP, ReasonGroup.DEFECT),
                        test(FactName.ORDER_VALUE, Operator.GREATER_THAN, new FactValue.Amount(threshold)))),
                new Effect.Decide(Outcome.REVIEW, null),
                new Effect.AskEvidence(new EvidenceWanted(1, false)),
                new Effect.NotifyTeam("Support"),
                new Effect.Prioritise(Priority.HIGH));
    }

    private Recipe risk() {
        return recipe(
                "review-risk",
                "Unusual shoppers: review",
                "Needs the shopper's history or tags; where they are unknown, it sends to review.",
                new Condition.Any(List.of(
                        test(FactName.SHOPPER_RETURN_RATE, Operator.GREATER_THAN, quantity(40)),
                        test(FactName.SHOPPER_TAGS, Operator.CONTAINS_ANY, new FactValue.Text("risk")))),
                new Effect.Decide(Outcome.REVIEW, null),
                new Effect.AddTags(Set.of("risk")));
    }

    private Recipe vip() {
        return recipe(
                "approve-vip-size-exchange",
                "VIPs exchange a size at once",
                "Needs the shopper's tags.",
                new Condition.All(List.of(
                        test(FactName.SHOPPER_TAGS, Operator.CONTAINS_ANY, new FactValue.Text("VIP")),
                        chosen(FactName.ITEM_REASON_GROUP, ReasonGroup.SIZE),
                        chosen(FactName.ITEM_REQUESTED_RESOLUTION, Resolution.EXCHANGE))),
                new Effect.Decide(Outcome.APPROVE, null),
                new Effect.Ship(ReturnShipping.MERCHANT));
    }

    private Recipe size() {
        return recipe(
                "approve-wrong-size",
                "Wrong size, small order, within 30 days: approve",
                "An order of exactly %s is neither under nor over it, so it goes to review; all of day 30 is within."
                        .formatted(ConditionWords.money(threshold)),
                new Condition.All(List.of(
                        chosen(FactName.ITEM_REASON_GROUP, ReasonGroup.SIZE),
                        test(FactName.ORDER_VALUE, Operator.LESS_THAN, new FactValue.Amount(threshold)),
                        test(FactName.ITEM_DAYS_SINCE_DELIVERY, Operator.WITHIN_DAYS, quantity(30)))),
                new Effect.Decide(Outcome.APPROVE, null));
    }

    private Recipe finalSale() {
        return recipe(
                "reject-final-sale",
                "Final sale is rejected, as far as the law lets it",
                "Refuses only what comes back by goodwill; statutory rights are never refused.",
                new Condition.All(List.of(
                        test(FactName.ITEM_FINAL_SALE, Operator.EQUALS, new FactValue.Flag(true)),
                        chosen(FactName.LEGAL_BASIS, LegalBasis.GOODWILL))),
                new Effect.Decide(
                        Outcome.REJECT,
                        new Phrase(
                                "This item was sold as final sale and cannot be returned.",
                                new TreeMap<>(Map.of(
                                        "de",
                                        "Dieser Artikel war vom Umtausch ausgeschlossen und kann nicht zurückgegeben"
                                                + " werden.")))));
    }

    private Recipe fee() {
        return recipe(
                "charge-restocking-fee",
                "Restocking fee on a changed mind",
                "Charges 10% of what comes back by goodwill; never for a statutory right.",
                new Condition.All(List.of(
                        chosen(FactName.ITEM_REASON_GROUP, ReasonGroup.CHANGED_MIND),
                        chosen(FactName.LEGAL_BASIS, LegalBasis.GOODWILL))),
                new Effect.Charge(new Fee.Percent(BigDecimal.TEN, Fee.Per.ITEM)));
    }

    private static Recipe recipe(String key, String title, String explanation, Condition when, Effect... then) {
        return new Recipe(key, title, explanation, new Rule(key, title, true, false, when, Arrays.asList(then)));
    }

    private static Condition chosen(FactName fact, Enum<?> option) {
        return test(fact, Operator.EQUALS, new FactValue.Text(option.name()));
    }

    private static Condition test(FactName fact, Operator operator, FactValue operand) {
        return new Condition.Test(fact, operator, List.of(operand));
    }

    private static FactValue quantity(int number) {
        return new FactValue.Quantity(BigDecimal.valueOf(number));
    }
}
