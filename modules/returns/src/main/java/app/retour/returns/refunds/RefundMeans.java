package app.retour.returns.refunds;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.returns.events.RefundState;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.waterfall.OrderMoney;
import app.retour.returns.waterfall.Waterfall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * To which means a refund goes when a person has a say: those preferred first, each up to what it paid, the rest by the
 * usual order. Only the order's own means; another one only where nobody knows those, or where they failed.
 */
record RefundMeans(
        List<Waterfall.TenderShare> shares, @Nullable String needsPersonBecause) {

    /** @param preferred in this order, each with its amount before others get more; none for the usual order */
    static RefundMeans of(
            OrderAccount account, List<Reimbursement> first, List<Waterfall.TenderShare> preferred, Money total) {
        var shares = new LinkedHashMap<String, Waterfall.TenderShare>();
        var left = total;
        for (var means : preferred) {
            left = give(shares, means, left.min(means.amount()).min(room(account, first, means, total)), left);
        }
        if (shares.isEmpty()) {
            var usual = account.tenders(first, total);
            return new RefundMeans(usual.shares(), usual.needsPersonBecause());
        }
        for (var share : List.copyOf(shares.values())) {
            left = give(
                    shares, share, left.min(room(account, first, share, total).minus(share.amount())), left);
        }
        for (var tender : account.money().tenders()) {
            if (tender.amount() != null && !shares.containsKey(tender.id())) {
                var share = new Waterfall.TenderShare(tender.id(), tender.label(), total);
                left = give(shares, share, left.min(room(account, first, share, total)), left);
            }
        }
        return left.isPositive()
                ? new RefundMeans(List.of(), "The means chosen paid less than this refund; pick where the money goes")
                : new RefundMeans(List.copyOf(shares.values()), null);
    }

    /** @return what is left to share out */
    private static Money give(
            Map<String, Waterfall.TenderShare> shares, Waterfall.TenderShare to, Money part, Money left) {
        if (!part.isPositive()) {
            return left;
        }
        shares.merge(
                Objects.requireNonNullElse(to.tenderId(), ""),
                new Waterfall.TenderShare(to.tenderId(), to.label(), part),
                (one, more) -> new Waterfall.TenderShare(
                        one.tenderId(), one.label(), one.amount().plus(more.amount())));
        return left.minus(part);
    }

    /** Another means takes whatever a person sends there. */
    private static Money room(OrderAccount account, List<Reimbursement> first, Waterfall.TenderShare of, Money total) {
        var tender = of.tenderId();
        return tender == null ? total : account.room(first, tender);
    }

    /**
     * A person picked.
     *
     * @param tender one of the order's; null for another means
     * @throws Refusal NOT_FOUND for a means that is not the order's; CEILING_EXCEEDED where it paid too little and nobody
     *     knows what paid the rest
     */
    static List<Waterfall.TenderShare> picked(
            OrderAccount account, Reimbursement refund, @Nullable String tender, String label) {
        var known = account.money().tenders();
        var first = account.before(refund);
        var total = refund.amount();
        if (tender == null && !mayBeAnother(account, refund)) {
            throw new Refusal(
                    ErrorCode.REQUIRED,
                    "The order was paid with %s; pick one of them".formatted(names(known)),
                    "tenderId");
        }
        if (tender != null && known.stream().noneMatch(each -> each.id().equals(tender))) {
            throw new Refusal(
                    ErrorCode.NOT_FOUND,
                    known.isEmpty()
                            ? "Nobody said how the order was paid; leave the means out and say in words where it goes"
                            : "The order was not paid with that; pick one of %s".formatted(names(known)),
                    "tenderId");
        }
        var means = of(account, first, List.of(new Waterfall.TenderShare(tender, label, total)), total);
        if (means.shares().isEmpty()) {
            throw new Refusal(
                    ErrorCode.CEILING_EXCEEDED,
                    "Only %s can go there, and nobody knows what paid the rest"
                            .formatted(tender == null ? total : account.room(first, tender)),
                    "tenderId");
        }
        return means.shares();
    }

    private static boolean mayBeAnother(OrderAccount account, Reimbursement refund) {
        var known = account.money().tenders();
        return refund.state() == RefundState.FAILED
                || refund.needsMeans()
                || known.stream().anyMatch(tender -> !tender.known() || tender.amount() == null)
                || known.isEmpty();
    }

    private static String names(List<OrderMoney.Tender> of) {
        return of.stream()
                .map(tender -> "“%s” (%s)".formatted(tender.label(), tender.id()))
                .collect(Collectors.joining(", "));
    }
}
