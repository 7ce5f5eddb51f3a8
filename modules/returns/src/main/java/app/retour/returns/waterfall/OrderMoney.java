package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import app.retour.orders.Order;
import app.retour.orders.OutsideRefund;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for an order, as far as refunds look at it.
 *
 * @param taxOnTop tax comes on top of the prices; null when nobody knows
 * @param reconciles its sums agree; otherwise a person looks at every refund
 * @param unpaid nothing was paid yet, so giving back lowers the bill
 * @param shippingTax on top of the shipping, or inside, as with the lines
 * @param total what the shopper was to pay; tips, duties and whatever else is never given back for goods included
 * @param captured what was really taken of it; null when nobody knows
 * @param outside what the shop gave back without us
 */
public record OrderMoney(
        Currency currency,
        @Nullable Boolean taxOnTop,
        boolean reconciles,
        boolean unpaid,
        Money shipping,
        Money shippingTax,
        Money total,
        @Nullable Money captured,
        List<Outside> outside,
        Map<UUID, Line> lines,
        List<Tender> tenders) {

    /**
     * A line of the order: what all its units cost after discounts, and the tax on them.
     *
     * @param taxRate per cent, as the shop told it; null when it did not
     */
    public record Line(
            int quantity,
            Money paid,
            Money tax,
            boolean giftCard,
            @Nullable BigDecimal taxRate) {
        Line(int quantity, Money paid, Money tax) {
            this(quantity, paid, tax, false, null);
        }

        /** As it was when a return of it was announced. */
        public Line at(Line before) {
            return new Line(before.quantity, before.paid, before.tax, giftCard, taxRate);
        }
    }

    /** A payment; no amount means that it is the rest of the order or unknown. */
    public record Tender(
            String id,
            String label,
            boolean credit,
            boolean known,
            @Nullable Money amount) {}

    /**
     * Money that the shop gave back without us.
     *
     * @param line whose goods; null when it was not for goods, or not told
     * @param units how many of the line's; 0 when not told
     * @param tender the payment that it went to; null when not told
     */
    public record Outside(
            Kind kind,
            @Nullable UUID line,
            int units,
            Money amount,
            @Nullable String tender) {
        public enum Kind {
            GOODS,
            SHIPPING,
            /** For neither, and told to be so. */
            OTHER,
            /** Nobody said what for. */
            UNEXPLAINED
        }
    }

    public static OrderMoney of(Order order) {
        return new OrderMoney(
                order.currency(),
                order.taxMode() == TaxMode.UNKNOWN ? null : order.taxMode() == TaxMode.EXCLUDED,
                order.reconciles(),
                order.payment() == Payment.UNPAID,
                order.shipping(),
                order.shippingTax(),
                order.total(),
                order.captured().orElse(null),
                outside(order),
                order.lines().stream()
                        .collect(Collectors.toMap(
                                line -> line.id().value(),
                                line -> new Line(
                                        line.quantity(), line.paid(), line.tax(), line.giftCard(), line.taxRate()))),
                order.tenders().stream().map(OrderMoney::tender).toList());
    }

    private static List<Outside> outside(Order order) {
        var told = order.outsideRefunds().stream().map(OrderMoney::outside).toList();
        var unexplained = order.unexplainedOutside();
        if (!unexplained.isPositive()) {
            return told;
        }
        var all = new ArrayList<>(told);
        all.add(new Outside(Outside.Kind.UNEXPLAINED, null, 0, unexplained, null));
        return List.copyOf(all);
    }

    /** Goods of no line are as good as unexplained. */
    private static Outside outside(OutsideRefund told) {
        var line = told.line();
        var units = told.quantity();
        var kind = switch (told.kind()) {
            case GOODS -> line == null ? Outside.Kind.UNEXPLAINED : Outside.Kind.GOODS;
            case SHIPPING -> Outside.Kind.SHIPPING;
            case OTHER -> Outside.Kind.OTHER;
        };
        return new Outside(
                kind, line == null ? null : line.value(), units == null ? 0 : units, told.amount(), told.tenderId());
    }

    /** The same with other lines. */
    public OrderMoney withLines(Map<UUID, Line> others) {
        return new OrderMoney(
                currency,
                taxOnTop,
                reconciles,
                unpaid,
                shipping,
                shippingTax,
                total,
                captured,
                outside,
                Map.copyOf(others),
                tenders);
    }

    private static Tender tender(app.retour.orders.amounts.Tender tender) {
        return switch (tender.kind()) {
            case GIFT_CARD, STORE_CREDIT -> new Tender(tender.id(), tender.label(), true, true, tender.amount());
            case CARD, OTHER -> new Tender(tender.id(), tender.label(), false, true, tender.amount());
            case UNKNOWN -> new Tender(tender.id(), tender.label(), false, false, tender.amount());
        };
    }

    public boolean hasTaxOnTop() {
        return Boolean.TRUE.equals(taxOnTop);
    }

    /** The line with its tax; the part of it that is tax is nothing where nobody knows how to tell. */
    public Taxed gross(Line line) {
        return taxed(line.paid(), line.tax());
    }

    /** The shipping with its tax. */
    public Taxed grossShipping() {
        return taxed(shipping, shippingTax);
    }

    private Taxed taxed(Money price, Money tax) {
        if (taxOnTop == null) {
            return new Taxed(price, Money.zero(currency));
        }
        return (taxOnTop ? new Taxed(price.plus(tax), tax) : new Taxed(price, tax)).sound();
    }

    /** What may be given back in all, here and elsewhere; of what is not paid at all, by what the bill may be lowered. */
    Money ceiling() {
        return captured == null || unpaid ? total : captured.min(total);
    }

    /** What of the total was never taken: the bill can be lowered by it. */
    Money open() {
        return total.minus(ceiling());
    }

    Money refundedOutside() {
        return sum(outside.stream());
    }

    public Money outside(Outside.Kind kind) {
        return sum(outside.stream().filter(refund -> refund.kind() == kind));
    }

    public List<Outside> outsideOfLine(UUID line) {
        return outside.stream()
                .filter(refund -> refund.kind() == Outside.Kind.GOODS && line.equals(refund.line()))
                .toList();
    }

    private Money sum(Stream<Outside> refunds) {
        return refunds.map(Outside::amount).reduce(Money.zero(currency), Money::plus);
    }
}
