package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.OrderUpsert.TenderUpsert;
import app.retour.orders.amounts.Tender;
import app.retour.orders.shoppers.PostalAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no order may say, and the place that is named to whoever said it. */
class RefusingAnOrderTests {
    private static void refuses(OrderUpsert told, ErrorCode code, String path) {
        assertThatThrownBy(() -> OrderCheck.check(told, 4)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(String.join(".", refusal.field())).isEqualTo(path);
        });
    }

    private static OrderUpsert with(String field, @Nullable Object value) {
        return Changed.with(ToldOrders.order(), field, value);
    }

    private static OrderUpsert withLine(String field, @Nullable Object value) {
        return ToldOrders.order(ToldOrders.SHIRT, Changed.with(ToldOrders.BELT, field, value));
    }

    private static OrderUpsert withCharge(String field, String amount) {
        return with("charges", Changed.with(OrderUpsert.Charges.NONE, field, new BigDecimal(amount)));
    }

    @Test
    void anOrderLikeOthersIsTaken() {
        assertThatCode(() -> OrderCheck.check(ToldOrders.order(), 0)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "externalId,  ' ',          REQUIRED",
        "externalId,  5.93214E+12,  INVALID",
        "number,      ' ',          REQUIRED",
        "number,      1E+3,         INVALID",
        "email,       ada@,         INVALID",
        "email,       ada,          INVALID",
    })
    void whatTellsItFromOthersIsWholeAndItsAddressIsOne(String field, String value, ErrorCode code) {
        refuses(with(field, value), code, "4." + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopperName", "shopperPhone", "shippingCountry", "channel"})
    void noTextIsLongerThanAnybodyReads(String field) {
        assertThatCode(() -> OrderCheck.check(with(field, "x".repeat(500)), 0)).doesNotThrowAnyException();
        refuses(with(field, "x".repeat(501)), ErrorCode.TOO_LARGE, "4." + field);
        refuses(with("number", "1".repeat(101)), ErrorCode.TOO_LARGE, "4.number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "company", "line1", "line2", "city", "postcode", "province", "country", "phone"})
    void everyPartOfAnAddressIsLookedAt(String part) {
        var address = Changed.with(PostalAddress.EMPTY, part, "a\0b");
        refuses(with("shipTo", address), ErrorCode.INVALID, "4.shipTo." + part);
        refuses(with("billTo", address), ErrorCode.INVALID, "4.billTo." + part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"placedAt", "fulfilledAt", "deliveredAt", "canceledAt"})
    void aTimeIsOfThisAge(String field) {
        refuses(with(field, Instant.parse("0001-01-01T00:00:00Z")), ErrorCode.INVALID, "4." + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subtotal", "discount", "taxes", "total", "refundedOutside"})
    void anAmountIsNotNegativeNotAbsurdAndNoFinerThanACent(String field) {
        refuses(with(field, new BigDecimal("-0.01")), ErrorCode.INVALID, "4." + field);
        refuses(with(field, new BigDecimal("1E+12")), ErrorCode.TOO_LARGE, "4." + field);
        refuses(with(field, new BigDecimal("0.005")), ErrorCode.INVALID, "4." + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipping", "shippingTax", "paymentFee", "duties", "tips"})
    void nothingBesideTheGoodsIsBelowNothing(String field) {
        refuses(withCharge(field, "-0.01"), ErrorCode.INVALID, "4." + field);
        refuses(withCharge(field, "0.005"), ErrorCode.INVALID, "4." + field);
    }

    @Test
    void onlyCashIsRoundedDown() {
        assertThatCode(() -> OrderCheck.check(withCharge("rounding", "-0.02"), 0))
                .doesNotThrowAnyException();
        refuses(withCharge("rounding", "-0.005"), ErrorCode.INVALID, "4.rounding");
        refuses(withCharge("rounding", "-1E+12"), ErrorCode.TOO_LARGE, "4.rounding");
    }

    @Test
    void aRateIsMoreThanNothingAndTaxIsToldInPercent() {
        refuses(with("exchangeRate", BigDecimal.ZERO), ErrorCode.INVALID, "4.exchangeRate");
        refuses(with("exchangeRate", new BigDecimal("-1")), ErrorCode.INVALID, "4.exchangeRate");
        refuses(withLine("taxRate", new BigDecimal("1900")), ErrorCode.INVALID, "4.lines.1.taxRate");
        assertThatCode(() -> OrderCheck.check(withLine("taxRate", new BigDecimal("19")), 0))
                .doesNotThrowAnyException();
    }

    @Test
    void anOrderHasALineAndNotMoreThanTwoThousand() {
        refuses(with("lines", List.of()), ErrorCode.INVALID, "4.lines");
        refuses(with("lines", Collections.nCopies(2_001, ToldOrders.SHIRT)), ErrorCode.INVALID, "4.lines");
        assertThatCode(() -> OrderCheck.check(with("lines", Collections.nCopies(2_000, ToldOrders.SHIRT)), 0))
                .doesNotThrowAnyException();
    }

    static List<Arguments> wrongInALine() {
        return List.of(
                Arguments.of("sku", "4.00638E+12", ErrorCode.INVALID),
                Arguments.of("title", " ", ErrorCode.REQUIRED),
                Arguments.of("title", "x".repeat(501), ErrorCode.TOO_LARGE),
                Arguments.of("variantTitle", "x".repeat(501), ErrorCode.TOO_LARGE),
                Arguments.of("quantity", 0, ErrorCode.INVALID),
                Arguments.of("quantity", 100_001, ErrorCode.INVALID),
                Arguments.of("fulfilledQuantity", -1, ErrorCode.INVALID),
                Arguments.of("unitPrice", new BigDecimal("-1"), ErrorCode.INVALID),
                Arguments.of("paid", new BigDecimal("0.005"), ErrorCode.INVALID),
                Arguments.of("tax", new BigDecimal("-0.01"), ErrorCode.INVALID),
                Arguments.of("taxRate", new BigDecimal("-1"), ErrorCode.INVALID),
                Arguments.of("vendor", "x".repeat(501), ErrorCode.TOO_LARGE),
                Arguments.of("productType", "x".repeat(501), ErrorCode.TOO_LARGE),
                Arguments.of("weightGrams", -1, ErrorCode.INVALID));
    }

    @ParameterizedTest
    @MethodSource("wrongInALine")
    void whatIsWrongInALineIsNamedWithItsPlace(String field, Object value, ErrorCode code) {
        refuses(withLine(field, value), code, "4.lines.1." + field);
    }

    /** Each may be possible where their product is not. */
    @Test
    void priceTimesQuantityIsNotAbsurdEither() {
        var line = Changed.with(
                Changed.with(ToldOrders.BELT, "quantity", 100_000), "unitPrice", new BigDecimal("10000000"));
        refuses(with("lines", List.of(ToldOrders.SHIRT, line)), ErrorCode.TOO_LARGE, "4.lines.1.unitPrice");
    }

    @Test
    void noTwoLinesPaymentsOrRefundsHaveOneId() {
        refuses(
                ToldOrders.order(ToldOrders.SHIRT.withExternalId("a"), ToldOrders.BELT.withExternalId("a")),
                ErrorCode.TAKEN,
                "4.lines.1.externalId");
        var payment = new TenderUpsert("1", Tender.Kind.CARD, null, "Card");
        refuses(with("tenders", List.of(payment, payment)), ErrorCode.TAKEN, "4.tenders.1.id");
        var refund = ToldOrders.refund("r", null, "1.00");
        refuses(with("outsideRefunds", List.of(refund, refund)), ErrorCode.TAKEN, "4.outsideRefunds.1.id");
    }

    @Test
    void aRefundWentBackToAPaymentOfTheOrder() {
        var refund = Changed.with(ToldOrders.refund("r", null, "1.00"), "tenderId", "2");
        refuses(with("outsideRefunds", List.of(refund)), ErrorCode.INVALID, "4.outsideRefunds.0.tenderId");
        var unknown = Changed.with(with("outsideRefunds", List.of(refund)), "tenders", null);
        assertThatCode(() -> OrderCheck.check(unknown, 0))
                .as("a source that tells no payments may mean one that another told")
                .doesNotThrowAnyException();
    }

    @Test
    void paymentsAndRefundsAreAsManyAsAnybodyHas() {
        var many = IntStream.range(0, 251)
                .mapToObj(i -> new TenderUpsert("p" + i, Tender.Kind.CARD, null, "Card"))
                .toList();
        refuses(with("tenders", many), ErrorCode.TOO_LARGE, "4.tenders");
        var refunds = IntStream.range(0, 251)
                .mapToObj(i -> ToldOrders.refund("r" + i, null, "0.01"))
                .toList();
        refuses(with("outsideRefunds", refunds), ErrorCode.TOO_LARGE, "4.outsideRefunds");
    }
}
