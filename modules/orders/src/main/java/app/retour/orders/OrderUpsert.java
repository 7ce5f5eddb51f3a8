package app.retour.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a source tells it. Found again by external id, else by number. Null means that this source does not know:
 * what another source told stays. Amounts are decimals of the order's currency.
 *
 * @param email the shopper's; makes her known when she is new
 * @param subtotal null: the sum of the lines
 * @param taxes null: not told, counted as nothing; so are duties and tips
 * @param taxMode null: found out from the sums
 * @param fingerprint what the source's text hashes to; the same again changes nothing. Null: always written
 */
public record OrderUpsert(
        @Nullable String externalId,
        String number,
        @Nullable String email,
        @Nullable String shopperName,
        @Nullable String shopperPhone,
        Instant placedAt,
        @Nullable Instant fulfilledAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant canceledAt,
        Currency currency,
        @Nullable BigDecimal subtotal,
        @Nullable BigDecimal shipping,
        @Nullable BigDecimal taxes,
        @Nullable BigDecimal duties,
        @Nullable BigDecimal tips,
        BigDecimal total,
        @Nullable TaxMode taxMode,
        @Nullable Payment payment,
        @Nullable BigDecimal refundedOutside,
        @Nullable List<String> tags,
        @Nullable List<String> discountCodes,
        @Nullable String shippingCountry,
        @Nullable String channel,
        @Nullable Boolean gift,
        @Nullable Boolean business,
        @Nullable List<TenderUpsert> tenders,
        @Nullable PostalAddress shipTo,
        @Nullable PostalAddress billTo,
        List<LineUpsert> lines,
        @Nullable String fingerprint) {
    /** The same, with a fingerprint. */
    public OrderUpsert withFingerprint(String fingerprint) {
        return new OrderUpsert(
                externalId,
                number,
                email,
                shopperName,
                shopperPhone,
                placedAt,
                fulfilledAt,
                deliveredAt,
                canceledAt,
                currency,
                subtotal,
                shipping,
                taxes,
                duties,
                tips,
                total,
                taxMode,
                payment,
                refundedOutside,
                tags,
                discountCodes,
                shippingCountry,
                channel,
                gift,
                business,
                tenders,
                shipTo,
                billTo,
                lines,
                fingerprint);
    }

    /**
     * A line as a source tells it.
     *
     * @param externalId stable within the order; null: told by SKU, title and position
     * @param paid the whole line after all discounts; null: list price times quantity
     * @param tax null: its share of the order's taxes
     */
    public record LineUpsert(
            @Nullable String externalId,
            @Nullable String sku,
            String title,
            @Nullable String variantTitle,
            int quantity,
            @Nullable Integer fulfilledQuantity,
            BigDecimal unitPrice,
            @Nullable BigDecimal paid,
            @Nullable BigDecimal tax,
            @Nullable Boolean giftCard,
            @Nullable Boolean finalSale,
            @Nullable String vendor,
            @Nullable String productType,
            @Nullable List<String> tags,
            @Nullable Integer weightGrams) {}

    /** A payment as a source tells it. */
    public record TenderUpsert(
            String id, Tender.Kind kind, @Nullable BigDecimal amount, String label) {}
}
