package app.retour.orders;

import app.retour.kernel.Money;
import app.retour.orders.amounts.OrderCharges;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.amounts.Tender;
import app.retour.orders.rows.OrderNumber;
import app.retour.orders.rows.RowReader;
import app.retour.orders.shoppers.ShopperId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** An order as stored, without its lines. */
record OrderRow(
        UUID id,
        @Nullable String externalId,
        String number,
        @Nullable UUID shopper,
        Instant placedAt,
        @Nullable Instant fulfilledAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant canceledAt,
        Currency currency,
        @Nullable BigDecimal exchangeRate,
        BigDecimal subtotal,
        BigDecimal shipping,
        BigDecimal shippingTax,
        boolean shippingTaxTold,
        BigDecimal paymentFee,
        BigDecimal taxes,
        BigDecimal duties,
        BigDecimal tips,
        BigDecimal rounding,
        BigDecimal total,
        BigDecimal refundedOutside,
        TaxMode taxMode,
        boolean reconciles,
        Payment payment,
        @Nullable List<String> tags,
        @Nullable List<String> discountCodes,
        @Nullable String shippingCountry,
        @Nullable String channel,
        @Nullable Boolean gift,
        @Nullable Boolean business,
        @Nullable String fingerprint) {

    static OrderRow of(ResultSet row, int ignored) throws SQLException {
        var columns = new RowReader(row);
        return new OrderRow(
                columns.id("id"),
                columns.text("external_id"),
                columns.required("number"),
                columns.reference("shopper_id"),
                columns.requiredTime("placed_at"),
                columns.time("fulfilled_at"),
                columns.time("delivered_at"),
                columns.time("canceled_at"),
                Currency.getInstance(columns.required("currency")),
                row.getBigDecimal("exchange_rate"),
                columns.amount("subtotal"),
                columns.amount("shipping"),
                columns.amount("shipping_tax"),
                row.getBoolean("shipping_tax_told"),
                columns.amount("payment_fee"),
                columns.amount("taxes"),
                columns.amount("duties"),
                columns.amount("tips"),
                columns.amount("rounding"),
                columns.amount("total"),
                columns.amount("refunded_outside"),
                columns.choice("tax_mode", TaxMode.class),
                row.getBoolean("reconciles"),
                columns.choice("payment", Payment.class),
                columns.texts("tags"),
                columns.texts("discount_codes"),
                columns.text("shipping_country"),
                columns.text("channel"),
                columns.truth("gift"),
                columns.truth("business"),
                columns.text("fingerprint"));
    }

    MapSqlParameterSource values() {
        return new MapSqlParameterSource()
                .addValue("id", id)
                .addValue("external_id", externalId)
                .addValue("number", number)
                .addValue("number_key", OrderNumber.of(number).key())
                .addValue("shopper_id", shopper)
                .addValue("placed_at", RowReader.of(placedAt))
                .addValue("fulfilled_at", RowReader.of(fulfilledAt))
                .addValue("delivered_at", RowReader.of(deliveredAt))
                .addValue("canceled_at", RowReader.of(canceledAt))
                .addValue("currency", currency.getCurrencyCode())
                .addValue("exchange_rate", exchangeRate)
                .addValue("subtotal", subtotal)
                .addValue("shipping", shipping)
                .addValue("shipping_tax", shippingTax)
                .addValue("shipping_tax_told", shippingTaxTold)
                .addValue("payment_fee", paymentFee)
                .addValue("taxes", taxes)
                .addValue("duties", duties)
                .addValue("tips", tips)
                .addValue("rounding", rounding)
                .addValue("total", total)
                .addValue("refunded_outside", refundedOutside)
                .addValue("tax_mode", taxMode.name())
                .addValue("reconciles", reconciles)
                .addValue("payment", payment.name())
                .addValue("tags", RowReader.of(tags))
                .addValue("discount_codes", RowReader.of(discountCodes))
                .addValue("shipping_country", shippingCountry)
                .addValue("channel", channel)
                .addValue("gift", gift)
                .addValue("business", business)
                .addValue("fingerprint", fingerprint);
    }

    Order snapshot(List<OutsideRefund> outsideRefunds, List<Tender> tenders, List<OrderLine> lines) {
        return new Order(
                new OrderId(id),
                externalId,
                number,
                shopper == null ? null : new ShopperId(shopper),
                placedAt,
                fulfilledAt,
                deliveredAt,
                canceledAt,
                currency,
                exchangeRate,
                money(subtotal),
                new OrderCharges(
                        money(shipping),
                        money(shippingTax),
                        money(paymentFee),
                        money(duties),
                        money(tips),
                        money(rounding)),
                money(taxes),
                money(total),
                taxMode,
                reconciles,
                payment,
                money(refundedOutside),
                outsideRefunds,
                tags,
                discountCodes,
                shippingCountry,
                channel,
                gift,
                business,
                tenders,
                lines);
    }

    Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }
}
