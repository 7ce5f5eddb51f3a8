package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.orders.OrderUpsert.LineUpsert;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an order once a source has told it: what this source does not know stays as it was.
 *
 * @param lines those told, in order, then those that were taken off
 */
record OrderMerge(OrderRow order, List<LineRow> lines) {
    static OrderMerge of(
            @Nullable OrderRow before, Collection<LineRow> linesBefore, OrderUpsert told, @Nullable UUID shopper) {
        var id = before == null ? Ids.next() : before.id();
        var kept = before != null && before.currency().equals(told.currency()) ? before : null;
        var duties = money(told, amount(told.duties(), kept == null ? null : kept.duties()), "duties");
        var tips = money(told, amount(told.tips(), kept == null ? null : kept.tips()), "tips");
        var sums = OrderSums.check(
                sumLines(told),
                told.subtotal() == null ? null : money(told, told.subtotal(), "subtotal"),
                money(told, amount(told.shipping(), kept == null ? null : kept.shipping()), "shipping"),
                money(told, amount(told.taxes(), kept == null ? null : kept.taxes()), "taxes"),
                duties.plus(tips),
                money(told, told.total(), "total"),
                told.taxMode());
        var order = new OrderRow(
                id,
                known(told.externalId(), before == null ? null : before.externalId()),
                told.number().strip(),
                known(shopper, before == null ? null : before.shopper()),
                told.placedAt(),
                known(told.fulfilledAt(), before == null ? null : before.fulfilledAt()),
                known(told.deliveredAt(), before == null ? null : before.deliveredAt()),
                known(told.canceledAt(), before == null ? null : before.canceledAt()),
                told.currency(),
                sums.subtotal().amount(),
                sums.shipping().amount(),
                sums.taxes().amount(),
                duties.amount(),
                tips.amount(),
                sums.total().amount(),
                money(
                                told,
                                amount(told.refundedOutside(), kept == null ? null : kept.refundedOutside()),
                                "refundedOutside")
                        .amount(),
                sums.taxMode(),
                sums.reconciles(),
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
        return new OrderMerge(order, lines(order, linesBefore, told, sums));
    }

    private static List<OrderSums.Line> sumLines(OrderUpsert told) {
        var lines = new ArrayList<OrderSums.Line>();
        for (var line : told.lines()) {
            lines.add(new OrderSums.Line(
                    line.paid() == null
                            ? money(told, line.unitPrice(), "lines", "unitPrice")
                                    .times(line.quantity())
                            : money(told, line.paid(), "lines", "paid"),
                    line.tax() == null ? null : money(told, line.tax(), "lines", "tax")));
        }
        return lines;
    }

    private static List<LineRow> lines(OrderRow order, Collection<LineRow> before, OrderUpsert told, OrderSums sums) {
        var left = new LinkedHashMap<String, LineRow>();
        before.forEach(line -> left.put(line.key(), line));
        var keys = keys(told.lines());
        var known = new ArrayList<Optional<LineRow>>();
        for (var key : keys) {
            known.add(Optional.ofNullable(left.remove(key)));
        }
        for (var i = 0; i < keys.size(); i++) {
            if (known.get(i).isEmpty()) {
                known.set(i, alike(left, told.lines().get(i)));
            }
        }
        var paid = sumLines(told);
        var result = new ArrayList<LineRow>();
        for (var i = 0; i < keys.size(); i++) {
            result.add(line(
                    order,
                    known.get(i).orElse(null),
                    keys.get(i),
                    i,
                    told.lines().get(i),
                    paid.get(i).paid().amount(),
                    sums.lineTaxes().get(i).amount()));
        }
        left.values().forEach(gone -> result.add(gone.takenOff()));
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
                money(order, told.unitPrice()),
                paid,
                tax,
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

    /** Another source may call the same line otherwise: the first left with the same SKU, else the same title. */
    private static Optional<LineRow> alike(LinkedHashMap<String, LineRow> left, LineUpsert told) {
        var found = left.values().stream()
                .filter(line -> told.sku() != null
                        ? told.sku().equals(line.sku())
                        : told.title().strip().equals(line.title()))
                .findFirst();
        found.ifPresent(line -> left.remove(line.key()));
        return found;
    }

    private static List<String> keys(List<LineUpsert> lines) {
        var seen = new HashMap<String, Integer>();
        return lines.stream()
                .map(line -> line.externalId() != null
                        ? "id:" + line.externalId()
                        : line.sku() != null
                                ? "sku:" + line.sku()
                                : "title:" + line.title().strip())
                .map(key -> key + "#" + seen.merge(key, 1, Integer::sum))
                .toList();
    }

    private static <T> @Nullable T known(@Nullable T told, @Nullable T before) {
        return told != null ? told : before;
    }

    private static BigDecimal amount(@Nullable BigDecimal told, @Nullable BigDecimal before) {
        return Objects.requireNonNullElse(known(told, before), BigDecimal.ZERO);
    }

    private static BigDecimal money(OrderRow order, BigDecimal amount) {
        return order.money(amount).amount();
    }

    private static Money money(OrderUpsert told, BigDecimal amount, String... field) {
        try {
            return new Money(amount, told.currency());
        } catch (IllegalArgumentException tooPrecise) {
            throw new Refusal(
                    ErrorCode.INVALID, "%s has no such fractions as this amount".formatted(told.currency()), field);
        }
    }
}
