package app.retour.orders;

import app.retour.kernel.Money;
import app.retour.orders.amounts.OrderCharges;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.amounts.Tender;
import app.retour.orders.shoppers.ShopperId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was bought, as known now, without personal data. Null means that no source ever supplied it; an empty list is
 * known to be empty (but no tenders: nobody said how it was paid).
 *
 * @param number as the shop shows it, for example {@code #1001}
 * @param subtotal the order value: sum of the lines after all discounts, before shipping
 * @param exchangeRate units of the shop's currency for one unit of the order's, as the shop told it; null: not told
 * @param taxes of the lines and of the shipping
 * @param total what the shopper was to pay, all charges included
 * @param reconciles the sums agree; where not, a refund needs a person
 * @param refundedOutside all that was given back without Retour; lowers what can still be refunded
 * @param outsideRefunds what is known of {@code refundedOutside}
 */
public record Order(
        OrderId id,
        @Nullable String externalId,
        String number,
        @Nullable ShopperId shopper,
        Instant placedAt,
        @Nullable Instant fulfilledAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant canceledAt,
        Currency currency,
        @Nullable BigDecimal exchangeRate,
        Money subtotal,
        OrderCharges charges,
        Money taxes,
        Money total,
        TaxMode taxMode,
        boolean reconciles,
        Payment payment,
        Money refundedOutside,
        List<OutsideRefund> outsideRefunds,
        @Nullable List<String> tags,
        @Nullable List<String> discountCodes,
        @Nullable String shippingCountry,
        @Nullable String channel,
        @Nullable Boolean gift,
        @Nullable Boolean business,
        List<Tender> tenders,
        List<OrderLine> lines) {
    /** What the goods were sent for; see {@link OrderCharges}. */
    public Money shipping() {
        return charges.shipping();
    }

    /** The shipping's part of {@link #taxes}. */
    public Money shippingTax() {
        return charges.shippingTax();
    }

    /**
     * What was really taken from the shopper: nothing of an unpaid order; else what its tenders say; where they do not
     * all say it, the total of an order that is not known to be paid in part only.
     *
     * @return empty when nobody knows how much, so that a person must look
     */
    public Optional<Money> captured() {
        if (payment == Payment.UNPAID) {
            return Optional.of(Money.zero(currency));
        }
        var amounts = tenders.stream().map(Tender::amount).toList();
        if (!amounts.isEmpty() && amounts.stream().allMatch(Objects::nonNull)) {
            return Optional.of(Money.sum(
                    currency, amounts.stream().map(Objects::requireNonNull).toList()));
        }
        return payment == Payment.PARTLY_PAID ? Optional.empty() : Optional.of(total);
    }

    /** What of {@link #refundedOutside} nobody said the reason of. */
    public Money unexplainedOutside() {
        return refundedOutside.minus(Money.sum(
                currency, outsideRefunds.stream().map(OutsideRefund::amount).toList()));
    }

    /** The line with this id, if it is of this order. */
    public Optional<OrderLine> line(OrderLineId id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }
}
