package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.amounts.Tender;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Every column of a row is written from where it is read to: what is stored is what is read back. */
class StoredAndReadBackTests {
    /** A row that has these values, as the driver gives them. */
    private static ResultSet row(MapSqlParameterSource values, String... absent) {
        return (ResultSet) Proxy.newProxyInstance(
                StoredAndReadBackTests.class.getClassLoader(),
                new Class<?>[] {ResultSet.class},
                (_, method, arguments) -> {
                    var column = (String) arguments[0];
                    if (!values.hasValue(column) && !List.of(absent).contains(column)) {
                        throw new AssertionError("There is no column " + column);
                    }
                    var value = values.hasValue(column) ? values.getValue(column) : null;
                    return switch (method.getName()) {
                        case "getObject" -> value;
                        case "getString" -> value == null ? null : value.toString();
                        case "getBigDecimal" -> value;
                        case "getInt" -> value == null ? 0 : value;
                        case "getBoolean" -> Boolean.TRUE.equals(value);
                        case "getArray" -> value == null ? null : array((String[]) value);
                        default -> throw new AssertionError(method.getName());
                    };
                });
    }

    private static Array array(String[] texts) {
        return (Array) Proxy.newProxyInstance(
                StoredAndReadBackTests.class.getClassLoader(), new Class<?>[] {Array.class}, (_, _, _) -> texts);
    }

    /** Each component another value, so that no two can be mixed up. */
    private static OrderRow wholeOrder() {
        var at = OrderFixtures.NOON;
        return new OrderRow(
                Ids.next(),
                "7001",
                "#1001",
                Ids.next(),
                at,
                at.plusSeconds(1),
                at.plusSeconds(2),
                at.plusSeconds(3),
                OrderFixtures.EUR,
                new BigDecimal("1.08"),
                new BigDecimal("1"),
                new BigDecimal("2"),
                new BigDecimal("3"),
                true,
                new BigDecimal("4"),
                new BigDecimal("5"),
                new BigDecimal("6"),
                new BigDecimal("7"),
                new BigDecimal("8"),
                new BigDecimal("9"),
                new BigDecimal("10"),
                TaxMode.EXCLUDED,
                true,
                Payment.PARTLY_PAID,
                List.of("tag"),
                List.of("code"),
                "DE",
                "web",
                true,
                false,
                "fingerprint");
    }

    @Test
    void anOrder() throws SQLException {
        var order = wholeOrder();
        assertThat(OrderRow.of(row(order.values()), 0)).isEqualTo(order);
        var bare = order;
        for (var component : List.of(
                "externalId",
                "shopper",
                "fulfilledAt",
                "deliveredAt",
                "canceledAt",
                "exchangeRate",
                "tags",
                "discountCodes",
                "shippingCountry",
                "channel",
                "gift",
                "business",
                "fingerprint")) {
            bare = Changed.with(bare, component, null);
        }
        assertThat(OrderRow.of(row(bare.values()), 0)).isEqualTo(bare);
    }

    @Test
    void aLine() throws SQLException {
        var line = new LineRow(
                Ids.next(),
                Ids.next(),
                "key",
                4,
                "sku",
                "title",
                "variant",
                5,
                3,
                new BigDecimal("1.2345"),
                new BigDecimal("2"),
                new BigDecimal("3"),
                new BigDecimal("19"),
                true,
                false,
                "vendor",
                "type",
                List.of("tag"),
                250);
        assertThat(LineRow.of(row(line.values()), 0)).isEqualTo(line);
        var bare = line;
        for (var component : List.of(
                "sku",
                "variantTitle",
                "taxRate",
                "giftCard",
                "finalSale",
                "vendor",
                "productType",
                "tags",
                "weightGrams")) {
            bare = Changed.with(bare, component, null);
        }
        assertThat(LineRow.of(row(bare.values()), 0)).isEqualTo(bare);
    }

    @Test
    void aPaymentAndARefund() throws SQLException {
        var tender = new TenderRow(Ids.next(), "t", 2, Tender.Kind.GIFT_CARD, new BigDecimal("5"), "Gift card");
        assertThat(TenderRow.of(row(tender.values()), 0)).isEqualTo(tender);
        var unknown = Changed.with(tender, "amount", null);
        assertThat(TenderRow.of(row(unknown.values()), 0)).isEqualTo(unknown);
        var refund = new OutsideRefundRow(
                Ids.next(), "r", 1, OutsideRefund.Kind.SHIPPING, Ids.next(), 2, new BigDecimal("4.90"), "t");
        assertThat(OutsideRefundRow.of(row(refund.values()), 0)).isEqualTo(refund);
        var bare = Changed.with(Changed.with(Changed.with(refund, "line", null), "quantity", null), "tenderId", null);
        assertThat(OutsideRefundRow.of(row(bare.values()), 0)).isEqualTo(bare);
    }

    /** What an order is shown as has each of its amounts in its own place. */
    @Test
    void noAmountIsShownInAnothersPlace() {
        var order = wholeOrder().snapshot(List.of(), List.of(), List.of());
        assertThat(Stream.of(
                                order.subtotal(),
                                order.charges().shipping(),
                                order.charges().shippingTax(),
                                order.charges().paymentFee(),
                                order.taxes(),
                                order.charges().duties(),
                                order.charges().tips(),
                                order.charges().rounding(),
                                order.total(),
                                order.refundedOutside())
                        .map(money -> money.amount().intValueExact()))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(order.fulfilledAt()).isBefore(order.deliveredAt());
        assertThat(order.gift()).isTrue();
        assertThat(order.business()).isFalse();
    }
}
