package app.retour.returns.judging;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.Money;
import app.retour.kernel.ShopAmount;
import app.retour.orders.Order;
import app.retour.orders.amounts.Tender;
import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperHistory;
import app.retour.orders.shoppers.ShopperId;
import app.retour.returns.eligibility.ASale;
import app.retour.returns.eligibility.DeliveryDay;
import app.retour.returns.eligibility.ShopperPast;
import app.retour.returns.eligibility.WithdrawalPeriod;
import app.retour.returns.settings.AutomaticApprovals;
import app.retour.returns.settings.ReasonGroup;
import app.retour.returns.settings.Resolution;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The facts that rules read, from what a source told: what it did not tell is unknown, and never a guess. */
class FactsOfAReturnTests {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant ASKED = Instant.parse("2026-11-10T22:30:00Z");
    private static final ShopperPast NOBODY = new ShopperPast(null, null, 0, 0, new AutomaticApprovals(0, null));

    private static JudgedItem item(Order order, int line, int units, String reason, ReasonGroup group) {
        var of = order.lines().get(line);
        return new JudgedItem(
                UUID.randomUUID(),
                of.id().value(),
                units,
                new ReturnableOrder(order, List.of()).value(of, 0, units),
                reason,
                group,
                5,
                1,
                Resolution.REFUND);
    }

    private static List<Facts> all(Order order, ShopperPast past, @Nullable String rate, JudgedItem... items) {
        return new CaseFacts(
                        new ReturnableOrder(order, List.of()),
                        List.of(items),
                        past,
                        ASKED,
                        BERLIN,
                        new CurrencyConversion(order.currency(), EURO, rate == null ? null : new BigDecimal(rate)),
                        5,
                        WithdrawalPeriod.of(order, DeliveryDay.of(order, 5, BERLIN), () -> null))
                .all().stream().map(facts -> facts.facts()).toList();
    }

    private static Facts one(ASale sale) {
        var order = sale.told();
        return all(order, NOBODY, null, item(order, 0, 1, "too_small", ReasonGroup.SIZE))
                .getFirst();
    }

    private static ASale shirt() {
        return ASale.inEuros().line(2, "40.00");
    }

    private static String said(Facts facts, FactName name) {
        return switch (facts.get(name)) {
            case FactValue.Unknown _ -> "unknown";
            case FactValue.Text(var text) -> text;
            case FactValue.Texts(var texts) -> String.join(" ", texts);
            case FactValue.Quantity(var number) -> number.toPlainString();
            case FactValue.Amount(var money) -> money.toString();
            case FactValue.Day(var day) -> day.toString();
            case FactValue.Flag(var flag) -> String.valueOf(flag);
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = FactName.class,
            names = {
                "ORDER_COUNTRY",
                "ORDER_TAGS",
                "ORDER_DISCOUNT_CODES",
                "ORDER_TENDERS",
                "ORDER_CHANNEL",
                "ORDER_GIFT",
                "ORDER_BUSINESS",
                "ORDER_DELIVERY_DATE",
                "ITEM_DAYS_SINCE_DELIVERY",
                "ITEM_DAYS_SINCE_FULFILMENT",
                "ITEM_DELIVERY_ASSUMED",
                "ITEM_FINAL_SALE",
                "LEGAL_BASIS",
                "SHOPPER_TAGS",
                "SHOPPER_ORDERS",
                "SHOPPER_SPEND",
                "SHOPPER_RETURNS_90_DAYS",
                "SHOPPER_RETURN_RATE",
                "SHOPPER_AUTO_APPROVED_VALUE",
                "SHOPPER_FIRST_ORDER",
            })
    void whatNobodyToldIsUnknown(FactName name) {
        assertThat(one(shirt()).get(name).isKnown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ITEM_REASON, too_small",
        "ITEM_REASON_GROUP, SIZE",
        "ITEM_COMMENT_LENGTH, 5",
        "ITEM_PHOTOS, 1",
        "ITEM_QUANTITY, 1",
        "ITEM_VALUE, €20.00",
        "ITEM_UNIT_PRICE_PAID, €20.00",
        "ITEM_SKU, SKU-1",
        "ITEM_PRODUCT_TYPE, Shirt",
        "ITEM_VENDOR, Maker",
        "ITEM_TAGS, summer",
        "ITEM_WEIGHT, 200",
        "ITEM_GIFT_CARD, false",
        "ITEM_REQUESTED_RESOLUTION, REFUND",
        "ORDER_VALUE, €40.00",
        "ORDER_TOTAL, €40.00",
        "ORDER_CURRENCY, EUR",
        "ORDER_EARLIER_RETURNS, 0",
        "ORDER_DATE, 2026-10-01",
        "ITEM_DAYS_SINCE_ORDER, 40",
        "RETURN_VALUE, €20.00",
        "RETURN_VALUE_LEFT, €20.00",
        "RETURN_ITEM_COUNT, 1",
        "RETURN_FULL, false",
        "RETURN_DATE, 2026-11-10",
        "SHOPPER_BLOCKED, false",
        "SHOPPER_AUTO_APPROVALS, 0",
    })
    void whatIsAlwaysKnown(FactName name, String value) {
        assertThat(said(one(shirt()), name)).isEqualTo(value);
    }

    @Test
    void daysAreTheMerchantsLocalDays() {
        var facts = one(shirt().to("DE").fulfilled("2026-10-30T23:30:00Z").delivered("2026-11-03T22:59:59Z"));
        assertThat(said(facts, FactName.ITEM_DAYS_SINCE_DELIVERY)).isEqualTo("7");
        assertThat(said(facts, FactName.ITEM_DAYS_SINCE_FULFILMENT)).isEqualTo("10");
        assertThat(said(facts, FactName.ORDER_DELIVERY_DATE)).isEqualTo("2026-11-03");
        assertThat(said(facts, FactName.ITEM_DELIVERY_ASSUMED)).isEqualTo("false");
        assertThat(said(facts, FactName.LEGAL_BASIS)).isEqualTo("WITHDRAWAL");
    }

    @Test
    void anAssumedDeliveryIsSaidToBeOne() {
        var facts = one(shirt().fulfilled("2026-11-04T10:00:00Z"));
        assertThat(said(facts, FactName.ITEM_DAYS_SINCE_DELIVERY)).isEqualTo("1");
        assertThat(said(facts, FactName.ITEM_DELIVERY_ASSUMED)).isEqualTo("true");
    }

    @Test
    void aReturnBeforeTheGoodsWereSentIsOnDayZero() {
        var facts = one(shirt().placed("2026-11-12T10:00:00Z").fulfilled("2026-11-13T10:00:00Z"));
        assertThat(said(facts, FactName.ITEM_DAYS_SINCE_FULFILMENT)).isEqualTo("0");
        assertThat(said(facts, FactName.ITEM_DAYS_SINCE_ORDER)).isEqualTo("0");
        assertThat(said(facts, FactName.ITEM_DAYS_SINCE_DELIVERY)).isEqualTo("0");
    }

    @ParameterizedTest(name = "{0} instead of {1} for {2}: {3} %")
    @CsvSource({
        "30.00, 40.00, 2, 25",
        "40.00, 40.00, 2, 0",
        "50.00, 40.00, 2, 0",
        "0.00, 40.00, 2, 100",
        "9.99, 0.00, 1, 0"
    })
    void theDiscountIsWhatWasTakenOffTheListPrice(String paid, String list, int units, String percent) {
        assertThat(said(one(ASale.inEuros().line(units, units, paid, list, false)), FactName.ITEM_DISCOUNT))
                .isEqualTo(percent);
    }

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
