package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The goods of a return, in the claims' order: what all that came so far is worth, and what of it was not given yet.
 *
 * @param worth the same in whichever parts it came; fees are taken of it
 * @param units that there is something to give back for: not those that were given back otherwise
 * @param due adds up, line by line of the order, to worth less what was given; never negative
 */
record RefundedGoods(List<Money> worth, List<Integer> units, List<Taxed> due) {

    static RefundedGoods of(OrderMoney order, EarlierRefunds earlier, List<RefundableItem> refundables) {
        var zero = Money.zero(order.currency());
        var worth = new ArrayList<>(Collections.nCopies(refundables.size(), zero));
        var units = new ArrayList<>(Collections.nCopies(refundables.size(), 0));
        var due = new ArrayList<>(Collections.nCopies(refundables.size(), Taxed.zero(zero)));
        var items = refundables.stream().map(RefundableItem::item).toList();
        byLine(refundables).forEach((lineId, at) -> {
            var line = order.lines().get(lineId);
            if (line == null) {
                throw new IllegalArgumentException("The order has no line " + lineId);
            }
            var elsewhere = earlier.ofLineWithout(lineId, items, LinePrice.of(order, lineId));
            var otherwise = earlier.ofLineWithout(lineId, items).units() - elsewhere.units();
            var shares = LineShares.of(order, line, order.outsideOfLine(lineId), elsewhere, otherwise);
            var given = at.stream()
                    .map(i -> earlier.ofItem(refundables.get(i).item()))
                    .map(got -> new Taxed(got.amount(), shares.taxOf(got)))
                    .toList();
            var owed = owed(shares, at.stream().map(refundables::get).toList(), sum(zero, given));
            var parts = withoutNegatives(owed, given);
            var start = 0;
            for (var i = 0; i < at.size(); i++) {
                var refundable = refundables.get(at.get(i));
                worth.set(at.get(i), owed.get(i).gross());
                units.set(at.get(i), shares.owedAfter(start, refundable.units()));
                due.set(at.get(i), parts.get(i));
                start += refundable.mayCome();
            }
        });
        return new RefundedGoods(List.copyOf(worth), List.copyOf(units), List.copyOf(due));
    }

    private static LinkedHashMap<UUID, List<Integer>> byLine(List<RefundableItem> refundables) {
        var byLine = new LinkedHashMap<UUID, List<Integer>>();
        for (var i = 0; i < refundables.size(); i++) {
            byLine.computeIfAbsent(refundables.get(i).orderLine(), _ -> new ArrayList<>())
                    .add(i);
        }
        return byLine;
    }

    /**
     * Each item has its own shares of the line, in the items' order and whichever comes first; together never less than
     * what was given for them. The first share brings also what units given back before, and since canceled, left short.
     */
    private static List<Taxed> owed(LineShares shares, List<RefundableItem> refundables, Taxed given) {
        var result = new ArrayList<Taxed>();
        var start = 0;
        for (var refundable : refundables) {
            result.add(shares.ofFirst(start + refundable.units()).minus(shares.ofFirst(start)));
            start += refundable.mayCome();
        }
        var missing = given.minus(sum(given.gross(), result)).sound();
        result.set(result.size() - 1, result.getLast().plus(missing));
        return result;
    }

    /** Items of one line may have got a cent of one another; then it stays there, and others get a cent less. */
    private static List<Taxed> withoutNegatives(List<Taxed> owed, List<Taxed> given) {
        var zero = Money.zero(owed.getFirst().gross().currency());
        var differences = new ArrayList<Taxed>();
        for (var i = 0; i < owed.size(); i++) {
            differences.add(owed.get(i).minus(given.get(i)));
        }
        var sum = sum(zero, differences).sound();
        var gross = spread(differences.stream().map(Taxed::gross).toList(), sum.gross(), null);
        var tax = spread(differences.stream().map(Taxed::tax).toList(), sum.tax(), gross);
        var result = new ArrayList<Taxed>();
        for (var i = 0; i < gross.size(); i++) {
            result.add(new Taxed(gross.get(i), tax.get(i)));
        }
        return result;
    }

    /** As near to what is aimed at as can be: nothing below zero or above the limits, and exactly the sum. */
    private static List<Money> spread(List<Money> aims, Money sum, @Nullable List<Money> limits) {
        var zero = Money.zero(sum.currency());
        var parts = new ArrayList<Money>();
        var left = sum;
        for (var i = 0; i < aims.size(); i++) {
            var limit = limits == null ? left : limits.get(i).min(left);
            var part = aims.get(i).max(zero).min(limit);
            parts.add(part);
            left = left.minus(part);
        }
        for (var i = 0; i < parts.size() && left.isPositive(); i++) {
            var room = limits == null ? left : limits.get(i).minus(parts.get(i)).min(left);
            parts.set(i, parts.get(i).plus(room));
            left = left.minus(room);
        }
        return parts;
    }

    private static Taxed sum(Money zero, List<Taxed> parts) {
        return parts.stream().reduce(Taxed.zero(zero), Taxed::plus);
    }
}
