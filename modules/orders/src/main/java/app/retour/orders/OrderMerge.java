package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.orders.OrderUpsert.LineUpsert;
import app.retour.orders.OrderUpsert.OutsideRefundUpsert;
import app.retour.orders.amounts.OrderSums;
import app.retour.orders.amounts.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an order once a source has told it: what this source does not know stays as it was.
 *
 * @param lines those told, in order, then those that were taken off
 * @param outsideRefunds null: the source said nothing of them
 */
record OrderMerge(
        OrderRow order,
        List<LineRow> lines,
        BigDecimal explainedOutside,
        @Nullable List<OutsideRefundRow> outsideRefunds) {
    /** @param explainedOutside what is known of the refunds outside so far */
    static OrderMerge of(
            @Nullable OrderRow before,
            Collection<LineRow> linesBefore,
            BigDecimal explainedOutside,
            OrderUpsert told,
            @Nullable UUID shopper) {
        if (before != null && !before.currency().equals(told.currency())) {
            throw new Refusal(
                    ErrorCode.WRONG_STATE,
                    "This order is known in %s, and the currency of an order never changes"
                            .formatted(before.currency()),
                    "currencyCode");
        }
        var explained = told.outsideRefunds() == null
                ? explainedOutside
                : told.outsideRefunds().stream()
                        .map(OutsideRefundUpsert::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var amounts = ToldAmounts.of(before, explainedOutside, explained, told);
        var order = order(before, told, amounts, shopper);
        var lines = lines(order, linesBefore, told, amounts.sums());
        return new OrderMerge(
                order,
                lines,
                explained,
                told.outsideRefunds() == null ? null : refunds(order, lines, told.outsideRefunds()));
    }

    private static OrderRow order(
            @Nullable OrderRow before, OrderUpsert told, ToldAmounts amounts, @Nullable UUID shopper) {
        var charges = amounts.charges();
        return new OrderRow(
                before == null ? Ids.next() : before.id(),
                known(told.externalId(), before == null ? null : before.externalId()),
                told.number().strip(),
                known(shopper, before == null ? null : before.shopper()),
                told.placedAt(),
                known(told.fulfilledAt(), before == null ? null : before.fulfilledAt()),
                lastParcel(told.deliveredAt(), before == null ? null : before.deliveredAt()),
                known(told.canceledAt(), before == null ? null : before.canceledAt()),
                told.currency(),
                known(told.exchangeRate(), before == null ? null : before.exchangeRate()),
                amounts.sums().subtotal().amount(),
                charges.shipping().amount(),
                charges.shippingTax().amount(),
                amounts.shippingTaxTold(),
                charges.paymentFee().amount(),
                amounts.sums().taxes().amount(),
                charges.duties().amount(),
                charges.tips().amount(),
                charges.rounding().amount(),
                amounts.sums().total().amount(),
                amounts.refundedOutside().amount(),
                amounts.sums().taxMode(),
                amounts.sums().reconciles(),
                told.payment() == null || told.payment() == Payment.UNKNOWN
                        ? before == null ? Payment.UNKNOWN : before.payment()
                        : told.payment(),
                known(told.tags(), before == null ? null : before.tags()),
                known(told.discountCodes(), before == null ? null : before.discountCodes()),
                known(told.shippingCountry(), before == null ? null : before.shippingCountry()),
                known(told.channel(), before == null ? null : before.channel()),
                known(told.gift(), before == null ? null : before.gift()),
                known(told.business(), before == null ? null : before.business()),
                known(told.fingerprint(), before == null ? null : before.fingerprint()));
    }

    /** Of several parcels the last one counts: hearing of an earlier one, also late, moves nothing back. */
    private static @Nullable Instant lastParcel(@Nullable Instant told, @Nullable Instant before) {
        return told == null || before != null && before.isAfter(told) ? before : told;
    }

    private static List<LineRow> lines(OrderRow order, Collection<LineRow> before, OrderUpsert told, OrderSums sums) {
        var identity = new LineIdentity(before, told.lines(), sums.linesPaid());
        var result = new ArrayList<LineRow>();
        for (var i = 0; i < told.lines().size(); i++) {
            result.add(line(
                    order,
                    identity.known(i),
                    identity.key(i),
                    i,
                    told.lines().get(i),
                    sums.linesPaid().get(i).amount(),
                    sums.lineTaxes().get(i).amount()));
        }
        identity.gone().forEach(gone -> result.add(gone.takenOff()));
        return List.copyOf(result);
    }

    private static LineRow line(
            OrderRow order,
            @Nullable LineRow before,
            String key,
            int position,
            LineUpsert told,
            BigDecimal paid,
            BigDecimal tax) {
        return new LineRow(
                before == null ? Ids.next() : before.id(),
                order.id(),
                key,
                position,
                known(told.sku(), before == null ? null : before.sku()),
                told.title().strip(),
                known(told.variantTitle(), before == null ? null : before.variantTitle()),
                told.quantity(),
                fulfilled(order, before, told),
                told.unitPrice(),
                paid,
                tax,
                known(told.taxRate(), before == null ? null : before.taxRate()),
                known(told.giftCard(), before == null ? null : before.giftCard()),
                known(told.finalSale(), before == null ? null : before.finalSale()),
                known(told.vendor(), before == null ? null : before.vendor()),
                known(told.productType(), before == null ? null : before.productType()),
                known(told.tags(), before == null ? null : before.tags()),
                known(told.weightGrams(), before == null ? null : before.weightGrams()));
    }

    private static int fulfilled(OrderRow order, @Nullable LineRow before, LineUpsert told) {
        if (told.fulfilledQuantity() != null) {
            return Math.min(told.fulfilledQuantity(), told.quantity());
        }
        if (order.fulfilledAt() != null || order.deliveredAt() != null) {
            return told.quantity();
        }
        return before == null ? 0 : Math.min(before.fulfilledQuantity(), told.quantity());
    }

    private static List<OutsideRefundRow> refunds(OrderRow order, List<LineRow> lines, List<OutsideRefundUpsert> told) {
        var rows = new ArrayList<OutsideRefundRow>();
        for (var i = 0; i < told.size(); i++) {
            var refund = told.get(i);
            var line = refundedLine(lines, refund, String.valueOf(i));
            rows.add(new OutsideRefundRow(
                    order.id(),
                    refund.id().strip(),
                    i,
                    refund.kind(),
                    line == null ? null : line.id(),
                    refund.quantity(),
                    order.money(refund.amount()).amount(),
                    refund.tenderId()));
        }
        return rows;
    }

    private static @Nullable LineRow refundedLine(List<LineRow> lines, OutsideRefundUpsert told, String place) {
        var own = told.lineExternalId();
        var sku = told.sku();
        if (own == null && sku == null) {
            return null;
        }
        var meant = lines.stream()
                .filter(line -> own != null
                        ? LineIdentity.isOwnId(line, own)
                        : line.quantity() > 0 && Objects.equals(sku, line.sku()))
                .toList();
        if (meant.size() != 1) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    meant.isEmpty() ? "The order has no such line" : "Several lines have this SKU; tell lineExternalId",
                    "outsideRefunds",
                    place,
                    own != null ? "lineExternalId" : "sku");
        }
        return meant.getFirst();
    }

    private static <T> @Nullable T known(@Nullable T told, @Nullable T before) {
        return told != null ? told : before;
    }
}
