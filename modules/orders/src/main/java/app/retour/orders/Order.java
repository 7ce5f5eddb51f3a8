package app.retour.orders;

import app.retour.kernel.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was bought, as known now, without personal data. Null means that no source ever supplied it; an empty list is
 * known to be empty (but no tenders: nobody said how it was paid).
 *
 * @param number as the shop shows it, for example {@code #1001}
 * @param subtotal the order value: sum of the lines after all discounts, before shipping
 * @param duties import duties; like tips no part of the order value, and never given back for goods
 * @param total what the shopper was to pay, duties and tips included
 * @param reconciles the sums agree; where not, a refund needs a person
 * @param refundedOutside given back without Retour; lowers what can still be refunded
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
        Money subtotal,
        Money shipping,
        Money taxes,
        Money duties,
        Money tips,
        Money total,
        TaxMode taxMode,
        boolean reconciles,
        Payment payment,
        Money refundedOutside,
        @Nullable List<String> tags,
        @Nullable List<String> discountCodes,
        @Nullable String shippingCountry,
        @Nullable String channel,
        @Nullable Boolean gift,
        @Nullable Boolean business,
        List<Tender> tenders,
        List<OrderLine> lines) {
    /** The line with this id, if it is of this order. */
    public Optional<OrderLine> line(OrderLineId id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }
}
