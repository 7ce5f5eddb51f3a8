package app.retour.rules.analysis;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.euros;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.FactsReader;
import app.retour.rules.policy.Resolution;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.rules.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What always holds between the facts of a real item, and what no real item is. */
class RealItemsTests {
    private static final FactConstraints CONSTRAINTS = FactConstraints.of(EUR);
    /** One shoe of two, too small, ten days after the order. */
    private static final Facts REAL = Facts.none()
            .text(FactName.ITEM_REASON, "too_small")
            .choice(FactName.ITEM_REASON_GROUP, ReasonGroup.SIZE)
            .number(FactName.ITEM_COMMENT_LENGTH, 0)
            .number(FactName.ITEM_QUANTITY, 1)
            .money(FactName.ITEM_UNIT_PRICE_PAID, euros("50.00"))
            .money(FactName.ITEM_VALUE, euros("50.00"))
            .percent(FactName.ITEM_DISCOUNT, BigDecimal.ZERO)
            .flag(FactName.ITEM_GIFT_CARD, false)
            .number(FactName.ITEM_DAYS_SINCE_DELIVERY, 5)
            .flag(FactName.ITEM_DELIVERY_ASSUMED, false)
            .number(FactName.ITEM_DAYS_SINCE_FULFILMENT, 8)
            .number(FactName.ITEM_DAYS_SINCE_ORDER, 10)
            .choice(FactName.ITEM_REQUESTED_RESOLUTION, Resolution.REFUND)
            .number(FactName.ITEM_PHOTOS, 0)
            .money(FactName.ORDER_VALUE, euros("100.00"))
            .money(FactName.ORDER_TOTAL, euros("105.00"))
            .text(FactName.ORDER_CURRENCY, "EUR")
            .text(FactName.ORDER_COUNTRY, "DE")
            .texts(FactName.ORDER_TENDERS, List.of("CARD"))
            .number(FactName.ORDER_EARLIER_RETURNS, 0)
            .date(FactName.ORDER_DATE, LocalDate.of(2026, 6, 5))
            .date(FactName.ORDER_DELIVERY_DATE, LocalDate.of(2026, 6, 10))
            .money(FactName.RETURN_VALUE, euros("50.00"))
            .money(FactName.RETURN_VALUE_LEFT, euros("50.00"))
            .number(FactName.RETURN_ITEM_COUNT, 1)
            .flag(FactName.RETURN_FULL, false)
            .date(FactName.RETURN_DATE, LocalDate.of(2026, 6, 15))
            .texts(FactName.RETURN_ANY_REASON, List.of("too_small"))
            .texts(FactName.RETURN_ANY_REASON_GROUP, List.of("SIZE"))
            .texts(FactName.RETURN_EVERY_REASON, List.of("too_small"))
            .texts(FactName.RETURN_EVERY_REASON_GROUP, List.of("SIZE"))
            .number(FactName.SHOPPER_AUTO_APPROVALS, 0)
            .money(FactName.SHOPPER_AUTO_APPROVED_VALUE, euros("0.00"))
            .flag(FactName.SHOPPER_BLOCKED, false)
            .flag(FactName.SHOPPER_FIRST_ORDER, false)
            .number(FactName.SHOPPER_ORDERS, 3)
            .choice(FactName.LEGAL_BASIS, LegalBasis.WITHDRAWAL);

    @Test
    void aRealItemBreaksNothing() {
        assertThat(CONSTRAINTS.broken(REAL)).isEmpty();
    }

    /** Several facts by semicolon, several values by comma; {@code -} for unknown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            item.value=50.02;return.value=50.02;return.valueLeft=49.98 | a single unit is worth its unit price
            item.unitPricePaid=50.02                                   | the unit price paid is at most the item's value
            item.value=60;item.unitPricePaid=60                        | the item's value is at most the return's value
            return.value=101;return.valueLeft=0                        | the return's value is at most the order value
            order.total=99                                             | the order value is at most the order total
            return.valueLeft=60                                        | the value left and this return's are at most the order value
            return.valueLeft=40                                        | without earlier returns the value left is the order value less this return's
            item.daysSinceDelivery=9                                   | delivery is at most dispatch
            item.daysSinceFulfilment=11                                | dispatch is at most the order
            item.daysSinceOrder=11                                     | days since the order are those from the order date to the request date
            order.date=2026-06-11                                      | the order date is at most the delivery date
            order.date=2026-06-16                                      | the order date is at most the request date
            order.deliveryDate=2026-06-09                              | days since delivery are those from the delivery date to the request date, if any
            order.deliveryDate=-                                       | delivery and the delivery date are known together
            item.deliveryAssumed=true;item.daysSinceFulfilment=-       | an assumed delivery is counted from dispatch
            item.quantity=2                                            | the quantity is at most the number of items
            return.everyReason=                                        | where items have different reasons, there are others beside this one
            return.anyReason=other                                     | the items' reason codes agree with this item's
            return.anyReasonGroup=DEFECT                               | the items' reasons agree with this item's
            return.everyReasonGroup=                                   | items with the same reason code have the same reason
            order.tenders=                                             | payments are known only when there are some
            shopper.firstOrder=true                                    | a first order is the only one
            shopper.orders=1                                           | an order that is the only one is the first
            shopper.firstOrder=-                                       | a first order and the number of lifetime orders are known together
            shopper.orders=-;shopper.firstOrder=-;shopper.returnRate=5 | who counts returns counts orders
            order.country=US                                           | only consumers of the EU, the EEA and the UK have statutory rights
            order.business=true                                        | only consumers of the EU, the EEA and the UK have statutory rights
            legal.basis=CONFORMITY                                     | only defects are a matter of conformity
            legal.basis=GOODWILL                                       | consumers may withdraw in time
            order.country=-                                            | the legal basis and the shipping country are known together
            order.value=-                                              | amounts of an order in the shop's currency are known
            """)
    void whatNoRealItemIsIsNamed(String changes, String words) {
        assertThat(CONSTRAINTS.broken(with(changes))).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            item.unitPricePaid=50.01
            return.valueLeft=40;order.earlierReturns=1
            item.quantity=2;return.itemCount=2;item.unitPricePaid=25
            order.deliveryDate=2026-06-20;item.daysSinceDelivery=0
            item.daysSinceDelivery=-;order.deliveryDate=-;item.deliveryAssumed=-
            return.anyReason=too_small,other;return.everyReason=;return.itemCount=2;return.anyReasonGroup=SIZE,OTHER;return.everyReasonGroup=
            item.daysSinceOrder=40;order.date=2026-05-06;legal.basis=GOODWILL;item.daysSinceDelivery=15;order.deliveryDate=2026-05-31;item.daysSinceFulfilment=20
            item.daysSinceOrder=40;order.date=2026-05-06;item.daysSinceDelivery=15;order.deliveryDate=2026-05-31;item.daysSinceFulfilment=20
            order.country=US;legal.basis=GOODWILL
            order.business=true;legal.basis=GOODWILL
            shopper.orders=1;shopper.firstOrder=true
            shopper.orders=-;shopper.firstOrder=-
            item.reasonGroup=DEFECT;return.anyReasonGroup=DEFECT;return.everyReasonGroup=DEFECT;legal.basis=CONFORMITY
            """)
    void whatSurprisesButMayBeBreaksNothing(String changes) {
        assertThat(CONSTRAINTS.broken(with(changes))).isEmpty();
    }

    @Test
    void whatIsAlwaysKnownIsNeverUnknownAndNoNumberLiesOutside() {
        assertThat(CONSTRAINTS.broken(REAL.number(FactName.ITEM_PHOTOS, null)))
                .containsExactly("the number of photos is unknown");
        assertThat(CONSTRAINTS.broken(REAL.number(FactName.ITEM_QUANTITY, 0))).containsExactly("the quantity is 0");
        assertThat(CONSTRAINTS.broken(REAL.money(FactName.SHOPPER_SPEND, Money.of("1.00", "USD"))))
                .singleElement()
                .asString()
                .startsWith("the lifetime spend is");
    }

    @Test
    void whatTheShopNeverGetsIsNeverKnown() {
        Set<Fact> never = Set.of(FactName.ITEM_WEIGHT);
        var constraints = new FactConstraints(EUR, never);
        assertThat(constraints.broken(REAL)).isEmpty();
        assertThat(constraints.broken(REAL.number(FactName.ITEM_WEIGHT, 500)))
                .containsExactly("the item's weight is 500 g");
        assertThat(CONSTRAINTS.broken(REAL.number(FactName.ITEM_WEIGHT, 500))).isEmpty();
    }

    @Test
    void eachConstraintNamesItsFactsAndHoldsWhereNothingIsKnown() {
        assertThat(CONSTRAINTS.all()).hasSizeGreaterThan(40).allSatisfy(constraint -> {
            assertThat(constraint.facts()).isNotEmpty();
            assertThat(constraint.words()).isNotBlank();
            assertThat(constraint.holds(REAL, EUR)).as(constraint.words()).isTrue();
        });
    }

    @Test
    void noSumIsBrokenWhereNothingIsKnown() {
        assertThat(CONSTRAINTS.all())
                .filteredOn(constraint -> !(constraint instanceof FactConstraint.Never))
                .isNotEmpty()
                .allSatisfy(constraint ->
                        assertThat(constraint.holds(Facts.none(), EUR)).isTrue());
    }

    private static Facts with(String changes) {
        var facts = REAL;
        var given = new ArrayList<Map<String, Object>>();
        var unknown = new ArrayList<FactName>();
        for (var change : changes.split(";")) {
            var key = change.substring(0, change.indexOf('='));
            var value = change.substring(change.indexOf('=') + 1);
            var values = value.isEmpty() ? List.<String>of() : Arrays.asList(value.split(","));
            if (value.equals("-")) {
                unknown.add(FactName.byKey(key).orElseThrow());
            } else {
                var one = new LinkedHashMap<String, Object>();
                one.put("fact", key);
                one.put("values", values);
                given.add(one);
            }
        }
        for (var name : unknown) {
            facts = facts.with(name, FactValue.UNKNOWN);
        }
        return facts.and(new FactsReader(EUR, Vocabulary.OF_THE_HOUSE).read(DocumentPart.root(given, "facts")));
    }
}
