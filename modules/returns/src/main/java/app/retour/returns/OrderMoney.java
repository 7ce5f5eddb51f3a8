package app.retour.returns;

import app.retour.kernel.Money;
import app.retour.orders.Order;
import app.retour.orders.Payment;
import app.retour.orders.TaxMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for an order, as far as refunds look at it.
 *
 * @param taxOnTop tax comes on top of the prices; null when nobody knows
 * @param reconciles its sums agree; otherwise a person looks at every refund
 * @param unpaid nothing was paid yet, so giving back lowers the bill
 * @param refundedOutside what the shop gave back without us
 */
record OrderMoney(
        Currency currency,
        @Nullable Boolean taxOnTop,
        boolean reconciles,
        boolean unpaid,
        Money shipping,
        Money total,
        Money refundedOutside,
        Map<UUID, Line> lines,
        List<Tender> tenders) {

    /** A line of the order: what all its units cost after discounts, and the tax on them. */
    record Line(int quantity, Money paid, Money tax) {}

    static OrderMoney of(Order order) {
        return new OrderMoney(
                order.currency(),
                order.taxMode() == TaxMode.UNKNOWN ? null : order.taxMode() == TaxMode.EXCLUDED,
                order.reconciles(),
                order.payment() == Payment.UNPAID,
                order.shipping(),
                order.total(),
                order.refundedOutside(),
                order.lines().stream()
                        .collect(Collectors.toMap(
                                line -> line.id().value(), line -> new Line(line.quantity(), line.paid(), line.tax()))),
                order.tenders().stream().map(OrderMoney::tender).toList());
    }

    private static Tender tender(app.retour.orders.Tender tender) {
        return switch (tender.kind()) {
            case GIFT_CARD, STORE_CREDIT -> new Tender(tender.id(), tender.label(), true, true, tender.amount());
            case CARD, OTHER -> new Tender(tender.id(), tender.label(), false, true, tender.amount());
            case UNKNOWN -> new Tender(tender.id(), tender.label(), false, false, tender.amount());
        };
    }

    /** The same with other lines. */
    OrderMoney withLines(Map<UUID, Line> others) {
        return new OrderMoney(
                currency, taxOnTop, reconciles, unpaid, shipping, total, refundedOutside, Map.copyOf(others), tenders);
    }

    /** A payment; no amount means that it is the rest of the order or unknown. */
    record Tender(
            String id,
            String label,
            boolean credit,
            boolean known,
            @Nullable Money amount) {}
}
