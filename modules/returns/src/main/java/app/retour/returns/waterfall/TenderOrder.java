package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends a refund to the means the order was paid with: gift cards and credit first, each up to what it paid. */
public record TenderOrder(
        List<Waterfall.TenderShare> shares, @Nullable String needsPersonBecause) {

    public static TenderOrder split(OrderMoney order, EarlierRefunds earlier, Money amount) {
        if (!amount.isPositive()) {
            return new TenderOrder(List.of(), null);
        }
        var tenders = order.tenders();
        if (tenders.isEmpty() || tenders.stream().anyMatch(tender -> !tender.known())) {
            return new TenderOrder(List.of(), "Nobody knows how the order was paid; pick where the money goes");
        }
        if (tenders.size() > 1 && tenders.stream().anyMatch(tender -> tender.amount() == null)) {
            return new TenderOrder(List.of(), "Several means paid the order and nobody knows how much each; pick one");
        }
        if (tenders.size() > 1 && order.outside().stream().anyMatch(refund -> tenderOf(order, refund) == null)) {
            return new TenderOrder(List.of(), "The shop refunded something itself, to an unknown means; pick one");
        }
        var left = amount;
        var shares = new ArrayList<Waterfall.TenderShare>();
        for (var tender : tenders.stream()
                .sorted(Comparator.comparing(OrderMoney.Tender::credit).reversed())
                .toList()) {
            var part = left.min(room(order, earlier, tender));
            if (part.isPositive()) {
                shares.add(new Waterfall.TenderShare(tender.id(), tender.label(), part));
                left = left.minus(part);
            }
        }
        return left.isPositive()
                ? new TenderOrder(List.of(), "The payments known are less than this refund; pick where the money goes")
                : new TenderOrder(List.copyOf(shares), null);
    }

    /** What one means of payment may still get back: what it paid, less what went back to it here or elsewhere. */
    public static Money room(OrderMoney order, EarlierRefunds earlier, OrderMoney.Tender tender) {
        var paid = tender.amount() == null ? order.ceiling() : tender.amount();
        var outside = order.outside().stream()
                .filter(refund -> tender.id().equals(tenderOf(order, refund)))
                .map(OrderMoney.Outside::amount)
                .reduce(Money.zero(order.currency()), Money::plus);
        return paid.minus(outside)
                .minus(earlier.byTender().getOrDefault(tender.id(), Money.zero(order.currency())))
                .max(Money.zero(order.currency()));
    }

    /** Where only one means paid, all went back to it. */
    private static @Nullable String tenderOf(OrderMoney order, OrderMoney.Outside refund) {
        if (order.tenders().size() == 1) {
            return order.tenders().getFirst().id();
        }
        return order.tenders().stream()
                .map(OrderMoney.Tender::id)
                .filter(id -> id.equals(refund.tender()))
                .findFirst()
                .orElse(null);
    }
}
