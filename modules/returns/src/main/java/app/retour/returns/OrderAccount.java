package app.retour.returns;

import app.retour.kernel.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was paid for an order and all that was given back of it, as read under the order's lock. Everything that decides
 * about money is asked of this, so that it needs no database.
 *
 * @param refunds of all returns of the order, in whatever state
 */
record OrderAccount(OrderMoney money, List<Reimbursement> refunds, RefundTerms terms) {
    /** One refund comes before another: who was due first is served first. */
    static final Comparator<Reimbursement> FIRST_DUE = Comparator.comparing(
                    Reimbursement::dueAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Reimbursement::id);

    OrderAccount {
        refunds = List.copyOf(refunds);
    }

    /** With the prices at which a return was announced, whatever a source told of the order since. */
    OrderAccount asAnnounced(List<AnnouncedItem> items) {
        var lines = new HashMap<>(money.lines());
        for (var item : items) {
            if (item.price() instanceof AnnouncedPrice price) {
                lines.put(item.orderLineId(), price.line(money.currency()));
            }
        }
        return new OrderAccount(money.withLines(lines), refunds, terms);
    }

    /** Those that are paid, are being paid, or fell due before this one. */
    List<Reimbursement> before(Reimbursement refund) {
        return counting(other -> !other.id().equals(refund.id())
                && (other.isCommitted() || other.isOpen() && FIRST_DUE.compare(other, refund) < 0));
    }

    /** All others that count. */
    List<Reimbursement> besides(Reimbursement refund) {
        return counting(other -> !other.id().equals(refund.id()));
    }

    /** All that count. */
    List<Reimbursement> given() {
        return counting(_ -> true);
    }

    /** With one more. */
    OrderAccount and(Reimbursement refund) {
        return new OrderAccount(
                money, Stream.concat(refunds.stream(), Stream.of(refund)).toList(), terms);
    }

    private List<Reimbursement> counting(Predicate<Reimbursement> which) {
        return refunds.stream().filter(Reimbursement::counts).filter(which).toList();
    }

    EarlierRefunds earlier(List<Reimbursement> given) {
        return EarlierRefunds.of(
                money.currency(),
                given.stream().flatMap(refund -> refund.units().stream()).toList(),
                given.stream().map(Reimbursement::waterfall).toList());
    }

    /** How much may still be given back beside these. */
    Money room(List<Reimbursement> given) {
        return Reckoning.ceilingAbove(money, earlier(given));
    }

    /** What is given back for units of a return's items, beside what is given already. */
    Reckoning reckon(Dossier dossier, Map<AnnouncedItem, Integer> units, List<Reimbursement> given) {
        var claims = new ArrayList<RefundClaim>();
        var charges = new Charges(terms.conversion());
        units.forEach((item, quantity) -> claims.add(claim(item, quantity, given, charges)));
        return reckon(claims, given, dossier.authorization().id(), charges);
    }

    private Reckoning reckon(List<RefundClaim> claims, List<Reimbursement> given, UUID returnId, Charges charges) {
        var earlier = earlier(given);
        var labelTaken = given.stream()
                .filter(refund -> refund.returnId().equals(returnId))
                .flatMap(refund -> refund.waterfall().lines().stream())
                .anyMatch(line -> line.kind() == WaterfallLineKind.LABEL_FEE);
        var labelled = !labelTaken && claims.stream().allMatch(RefundClaim::labelDeducted);
        return Reckoning.of(
                        money,
                        earlier,
                        claims,
                        labelled ? charges.label(terms.labelFee()) : null,
                        ShippingBack.isOwed(terms.shipping(), money, earlier, claims))
                .heldBecause(charges.needsPersonBecause());
    }

    /** What would be given back for items that nobody has asked for yet. */
    Reckoning foretell(List<RefundClaim> claims, Charges charges) {
        return reckon(claims, given(), new UUID(0, 0), charges);
    }

    private RefundClaim claim(AnnouncedItem item, int units, List<Reimbursement> given, Charges charges) {
        var perReturn = item.terms().feePer() == RefundClaim.Fee.Per.RETURN;
        var feeTaken = given.stream()
                .filter(refund -> refund.returnId().equals(item.returnId()))
                .flatMap(refund -> refund.units().stream())
                .anyMatch(paid -> (perReturn || paid.item().equals(item.id()))
                        && paid.fee().isPositive());
        return new RefundClaim(
                item.id(),
                item.orderLineId(),
                item.title(),
                units,
                charges.fee(item.terms()),
                feeTaken,
                item.travels() && item.terms().returnShipping() == ReturnShipping.DEDUCTED,
                terms.group(item.reasonId()));
    }

    /** To which means an amount goes beside what these gave. */
    TenderOrder tenders(List<Reimbursement> given, Money amount) {
        return TenderOrder.split(money, earlier(given), amount);
    }

    /** How much more may go to one of the order's means; nothing to one that is not. */
    Money room(List<Reimbursement> given, String tender) {
        var zero = Money.zero(money.currency());
        return money.tenders().stream()
                .filter(known -> known.id().equals(tender))
                .map(OrderMoney.Tender::amount)
                .map(paid -> paid == null ? money.total() : paid)
                .map(paid -> paid.minus(
                        Objects.requireNonNullElse(earlier(given).byTender().get(tender), zero)))
                .findFirst()
                .orElse(zero)
                .max(zero);
    }
}
