package app.retour.orders.graphql;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.OrderUpsert;
import app.retour.orders.OrderUpsert.LineUpsert;
import app.retour.orders.OrderUpsert.OutsideRefundUpsert;
import app.retour.orders.OrderUpsert.TenderUpsert;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.shoppers.PostalAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as an integrator tells it. */
record OrderInput(
        String externalId,
        String number,
        @Nullable String email,
        @Nullable String shopperName,
        @Nullable String shopperPhone,
        Instant placedAt,
        @Nullable Instant fulfilledAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant canceledAt,
        String currencyCode,
        @Nullable BigDecimal exchangeRate,
        @Nullable BigDecimal subtotal,
        @Nullable BigDecimal discount,
        @Nullable BigDecimal shipping,
        @Nullable BigDecimal shippingTax,
        @Nullable BigDecimal paymentFee,
        @Nullable BigDecimal taxes,
        @Nullable BigDecimal duties,
        @Nullable BigDecimal tips,
        @Nullable BigDecimal rounding,
        BigDecimal total,
        @Nullable TaxMode taxMode,
        @Nullable Payment payment,
        @Nullable BigDecimal refundedOutside,
        @Nullable List<OutsideRefundUpsert> outsideRefunds,
        @Nullable List<String> tags,
        @Nullable List<String> discountCodes,
        @Nullable String shippingCountry,
        @Nullable String channel,
        @Nullable Boolean gift,
        @Nullable Boolean business,
        @Nullable List<TenderUpsert> tenders,
        @Nullable PostalAddress shipTo,
        @Nullable PostalAddress billTo,
        List<LineUpsert> lines) {

    OrderUpsert toUpsert() {
        return new OrderUpsert(
                // Shopify's API tells gid://shopify/Order/123 of what its files call 123.
                externalId.replaceFirst("^gid://shopify/Order/", ""),
                number,
                email,
                shopperName,
                shopperPhone,
                placedAt,
                fulfilledAt,
                deliveredAt,
                canceledAt,
                currency(),
                exchangeRate,
                subtotal,
                discount,
                new OrderUpsert.Charges(shipping, shippingTax, paymentFee, duties, tips, rounding),
                taxes,
                total,
                taxMode,
                payment,
                refundedOutside,
                outsideRefunds == null
                        ? null
                        : outsideRefunds.stream().map(OrderInput::plain).toList(),
                tags,
                discountCodes,
                shippingCountry,
                channel,
                gift,
                business,
                tenders,
                shipTo,
                billTo,
                lines.stream().map(OrderInput::plain).toList(),
                null);
    }

    /** Shopify's API tells gid://shopify/LineItem/123 of what others call 123. */
    private static LineUpsert plain(LineUpsert line) {
        return line.externalId() == null
                ? line
                : line.withExternalId(line.externalId().replaceFirst("^gid://shopify/LineItem/", ""));
    }

    private static OutsideRefundUpsert plain(OutsideRefundUpsert refund) {
        return refund.lineExternalId() == null
                ? refund
                : new OutsideRefundUpsert(
                        refund.id(),
                        refund.kind(),
                        refund.lineExternalId().replaceFirst("^gid://shopify/LineItem/", ""),
                        refund.sku(),
                        refund.quantity(),
                        refund.amount(),
                        refund.tenderId());
    }

    private Currency currency() {
        try {
            return Currency.getInstance(currencyCode);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(ErrorCode.INVALID, "This is not an ISO 4217 currency code", "currencyCode");
        }
    }
}
