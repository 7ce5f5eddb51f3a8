package app.retour.orders;

import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.amounts.Tender;
import app.retour.orders.shoppers.PostalAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a source tells it. Found again by external id, else by number. Null means that this source does not know:
 * what another source told stays. Amounts are decimals of the order's currency.
 *
 * @param email the shopper's; makes them known when they are new
 * @param exchangeRate units of the shop's currency for one unit of the order's
 * @param subtotal null: the sum of the lines
 * @param discount of the whole order, not yet taken off what the lines say was paid: shared out over them
 * @param taxes null: what the lines and the shipping say, or nothing
 * @param taxMode null: found out from the sums
 * @param refundedOutside null: what {@code outsideRefunds} sum to
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
        @Nullable BigDecimal exchangeRate,
        @Nullable BigDecimal subtotal,
        @Nullable BigDecimal discount,
        Charges charges,
        @Nullable BigDecimal taxes,
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
                exchangeRate,
                subtotal,
                discount,
                charges,
                taxes,
                total,
                taxMode,
                payment,
                refundedOutside,
                outsideRefunds,
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

    /** The same, as if its source knew nothing of who bought it; no fingerprint either, which is made of that too. */
    public OrderUpsert withoutPerson() {
        return new OrderUpsert(
                externalId,
                number,
                null,
                null,
                null,
                placedAt,
                fulfilledAt,
                deliveredAt,
                canceledAt,
                currency,
                exchangeRate,
                subtotal,
                discount,
                charges,
                taxes,
                total,
                taxMode,
                payment,
                refundedOutside,
                outsideRefunds,
                tags,
                discountCodes,
                shippingCountry,
                channel,
                gift,
                business,
                tenders,
                null,
                null,
                lines,
                null);
    }

    /** What an order costs besides its goods, as a source tells it; null: not told, counted as nothing. */
    public record Charges(
            @Nullable BigDecimal shipping,
            @Nullable BigDecimal shippingTax,
            @Nullable BigDecimal paymentFee,
            @Nullable BigDecimal duties,
            @Nullable BigDecimal tips,
            @Nullable BigDecimal rounding) {
        /** Nothing told. */
        public static final Charges NONE = new Charges(null, null, null, null, null, null);

        /** Shipping, and nothing else told; its tax is found out. */
        public static Charges ofShipping(@Nullable BigDecimal shipping) {
            return new Charges(shipping, null, null, null, null, null);
        }
    }

    /**
     * A line as a source tells it.
     *
     * @param externalId stable within the order; null: told by SKU, title and position
     * @param paid the whole line after all discounts; null: list price times quantity
     * @param unitPrice may be finer than the currency's smallest coin
     * @param tax null: its share of the order's taxes
     * @param taxRate percent
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
            @Nullable BigDecimal taxRate,
            @Nullable Boolean giftCard,
            @Nullable Boolean finalSale,
            @Nullable String vendor,
            @Nullable String productType,
            @Nullable List<String> tags,
            @Nullable Integer weightGrams) {
        /** The same, with another id. */
        public LineUpsert withExternalId(String externalId) {
            return new LineUpsert(
                    externalId,
                    sku,
                    title,
                    variantTitle,
                    quantity,
                    fulfilledQuantity,
                    unitPrice,
                    paid,
                    tax,
                    taxRate,
                    giftCard,
                    finalSale,
                    vendor,
                    productType,
                    tags,
                    weightGrams);
        }
    }

    /**
     * A refund that the shop made, as a source tells it.
     *
     * @param lineExternalId whose goods; told for GOODS where known
     * @param sku in its stead, where one line only has it
     */
    public record OutsideRefundUpsert(
            String id,
            OutsideRefund.Kind kind,
            @Nullable String lineExternalId,
            @Nullable String sku,
            @Nullable Integer quantity,
            BigDecimal amount,
            @Nullable String tenderId) {}

    /** A payment as a source tells it. */
    public record TenderUpsert(
            String id, Tender.Kind kind, @Nullable BigDecimal amount, String label) {}
}
