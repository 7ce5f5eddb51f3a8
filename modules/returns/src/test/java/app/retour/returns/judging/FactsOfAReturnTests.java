package app.retour.returns.judging;

import static app.retour.returns.judging.AskedFacts.one;
import static app.retour.returns.judging.AskedFacts.said;
import static app.retour.returns.judging.AskedFacts.shirt;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.eligibility.ASale;
import app.retour.rules.vocabulary.FactName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The facts that rules read of an item, from what a source told: what it did not tell is unknown, and never a guess. */
class FactsOfAReturnTests {
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
}
