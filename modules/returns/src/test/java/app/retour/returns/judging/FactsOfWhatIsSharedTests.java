package app.retour.returns.judging;

import static app.retour.returns.judging.AskedFacts.ASKED;
import static app.retour.returns.judging.AskedFacts.NOBODY;
import static app.retour.returns.judging.AskedFacts.all;
import static app.retour.returns.judging.AskedFacts.item;
import static app.retour.returns.judging.AskedFacts.one;
import static app.retour.returns.judging.AskedFacts.said;
import static app.retour.returns.judging.AskedFacts.shirt;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.kernel.ShopAmount;
import app.retour.orders.amounts.Tender;
import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperHistory;
import app.retour.orders.shoppers.ShopperId;
import app.retour.returns.eligibility.ASale;
import app.retour.returns.eligibility.ShopperPast;
import app.retour.returns.settings.AutomaticApprovals;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The facts that rules read of the whole return, its order and its shopper. */
class FactsOfWhatIsSharedTests {
    @Test
    void anyAndEveryReasonAreOfTheWholeReturn() {
        var order = ASale.inEuros().line(2, "40.00").line(1, "15.00").told();
        var same = all(
                order,
                NOBODY,
                null,
                item(order, 0, 2, "too_small", ReasonGroup.SIZE),
                item(order, 1, 1, "too_large", ReasonGroup.SIZE));
        assertThat(same).hasSize(2).allSatisfy(facts -> {
            assertThat(said(facts, FactName.RETURN_ANY_REASON)).isEqualTo("too_small too_large");
            assertThat(said(facts, FactName.RETURN_EVERY_REASON))
                    .as("known, and none")
                    .isEmpty();
            assertThat(said(facts, FactName.RETURN_EVERY_REASON_GROUP)).isEqualTo("SIZE");
            assertThat(said(facts, FactName.RETURN_FULL)).isEqualTo("true");
            assertThat(said(facts, FactName.RETURN_VALUE)).isEqualTo("€55.00");
            assertThat(said(facts, FactName.RETURN_ITEM_COUNT)).isEqualTo("3");
        });
        assertThat(said(same.get(1), FactName.ITEM_REASON)).isEqualTo("too_large");
        assertThat(said(same.get(0), FactName.ITEM_WEIGHT)).as("of both units").isEqualTo("400");
    }

    @Test
    void amountsOfAnotherCurrencyAreKnownByTheOrdersRateAlone() {
        var order = ASale.in("JPY").line(3, "10000").told();
        var judged = item(order, 0, 1, "too_small", ReasonGroup.SIZE);
        var without = all(order, NOBODY, null, judged).getFirst();
        for (var name : List.of(
                FactName.ORDER_VALUE, FactName.ITEM_VALUE, FactName.ITEM_UNIT_PRICE_PAID, FactName.RETURN_VALUE_LEFT)) {
            assertThat(without.get(name).isKnown()).as("%s", name).isFalse();
        }
        var with = all(order, NOBODY, "0.006", judged).getFirst();
        assertThat(said(with, FactName.ORDER_VALUE)).isEqualTo("€60.00");
        assertThat(said(with, FactName.ITEM_VALUE)).isEqualTo("€20.00");
        assertThat(said(with, FactName.ITEM_UNIT_PRICE_PAID)).isEqualTo("€20.00");
        assertThat(said(with, FactName.RETURN_VALUE_LEFT))
                .as("the parts sum to the whole")
                .isEqualTo("€40.00");
        assertThat(said(with, FactName.ORDER_CURRENCY)).isEqualTo("JPY");
    }

    @Test
    void eachMeansOfPaymentIsNamedOnce() {
        var facts = one(shirt().paidBy(Tender.Kind.CARD, Tender.Kind.GIFT_CARD, Tender.Kind.CARD)
                .tagged("b2c"));
        assertThat(said(facts, FactName.ORDER_TENDERS)).isEqualTo("CARD GIFT_CARD");
        assertThat(said(facts, FactName.ORDER_TAGS)).isEqualTo("b2c");
    }

    @Test
    void whatIsKnownOfAShopperIsToldAndMoneyOnlyInTheShopsCurrency() {
        var shopper = new Shopper(
                new ShopperId(UUID.randomUUID()), "a@example.com", null, null, null, List.of("vip"), true, null, null);
        var past = new ShopperPast(
                shopper,
                new ShopperHistory(ASKED.minus(ShopperPast.NINETY_DAYS), 4, Money.of("99.00", "EUR"), 8),
                2,
                2,
                new AutomaticApprovals(3, new ShopAmount(Money.of("12.00", "EUR"))));
        var order = shirt().told();
        var facts = all(order, past, null, item(order, 0, 1, "too_small", ReasonGroup.SIZE))
                .getFirst();
        var known = new ArrayList<String>();
        for (var name : List.of(
                FactName.SHOPPER_TAGS,
                FactName.SHOPPER_BLOCKED,
                FactName.SHOPPER_ORDERS,
                FactName.SHOPPER_SPEND,
                FactName.SHOPPER_RETURNS_90_DAYS,
                FactName.SHOPPER_RETURN_RATE,
                FactName.SHOPPER_AUTO_APPROVALS,
                FactName.SHOPPER_AUTO_APPROVED_VALUE,
                FactName.SHOPPER_FIRST_ORDER)) {
            known.add(said(facts, name));
        }
        assertThat(known).containsExactly("vip", "true", "4", "€99.00", "2", "25", "3", "€12.00", "false");
        var dollars = new ShopperPast(
                shopper,
                new ShopperHistory(null, null, Money.of("99.00", "USD"), null),
                0,
                0,
                new AutomaticApprovals(0, null));
        assertThat(all(order, dollars, null, item(order, 0, 1, "too_small", ReasonGroup.SIZE))
                        .getFirst()
                        .get(FactName.SHOPPER_SPEND)
                        .isKnown())
                .isFalse();
    }
}
