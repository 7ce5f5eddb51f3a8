package app.retour.returns.refunds;

import app.retour.kernel.Money;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.waterfall.AnnouncedPrice;
import app.retour.returns.waterfall.Charges;
import app.retour.returns.waterfall.EarlierRefunds;
import app.retour.returns.waterfall.LabelDue;
import app.retour.returns.waterfall.OrderMoney;
import app.retour.returns.waterfall.RefundCalculation;
import app.retour.returns.waterfall.RefundTerms;
import app.retour.returns.waterfall.RefundableItem;
import app.retour.returns.waterfall.TenderOrder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for an order and all that was given back of it, as read under the order's lock. Everything that decides
 * about money is asked of this, so that it needs no database.
 *
 * @param refunds of all returns of the order, in whatever state
 * @param worthless items of all its returns that came back, in part at least, for nothing
 */
record OrderAccount(OrderMoney money, List<Reimbursement> refunds, List<RequestedItem> worthless, RefundTerms terms) {
    /** One refund comes before another: who was due first is served first. */
    static final Comparator<Reimbursement> FIRST_DUE = Comparator.comparing(
                    Reimbursement::dueAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Reimbursement::id);

    OrderAccount {
        refunds = List.copyOf(refunds);
    }

    OrderAccount(OrderMoney money, List<Reimbursement> refunds, RefundTerms terms) {
        this(money, refunds, List.of(), terms);
    }

    /** With the prices at which a return was announced, whatever a source told of the order since. */
    OrderAccount asAnnounced(List<RequestedItem> items) {
        var lines = new HashMap<>(money.lines());
        for (var item : items) {
            if (item.price() instanceof AnnouncedPrice price) {
                lines.merge(item.orderLineId(), price.line(money.currency()), OrderMoney.Line::at);
            }
        }
        return new OrderAccount(money.withLines(lines), refunds, worthless, terms);
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

    /** Nothing is issued of it, whatever fits: it is not paid, or nobody knows how much of it is. */
    boolean isHeld() {
        return money.unpaid() || money.captured() == null;
    }

    /** No other return gave, or gave up, units of the same lines: what this one's units are worth is its own matter. */
    boolean isAlone(ReturnAggregate aggregate) {
        var lines = aggregate.items().stream().map(RequestedItem::orderLineId).toList();
        return refunds.stream()
                .filter(refund ->
                        !refund.returnId().equals(aggregate.authorization().id()))
                .filter(refund -> refund.counts() || refund.isGivenUp())
                .flatMap(refund -> refund.units().stream())
                .noneMatch(units -> lines.contains(units.orderLine()));
    }

    /** All that count. */
    List<Reimbursement> given() {
        return counting(_ -> true);
    }

    /** With one more. */
    OrderAccount and(Reimbursement refund) {
        return new OrderAccount(
                money, Stream.concat(refunds.stream(), Stream.of(refund)).toList(), worthless, terms);
    }

    private List<Reimbursement> counting(Predicate<Reimbursement> which) {
        return refunds.stream().filter(Reimbursement::counts).filter(which).toList();
    }

    /** As seen by no return in particular. */
    EarlierRefunds earlier(List<Reimbursement> given) {
        return new EarlierRefunds(money.currency(), List.of(), List.of(), told(given.stream()));
    }

    private EarlierRefunds earlier(List<Reimbursement> given, UUID returnId) {
        return new EarlierRefunds(
                money.currency(),
                told(given.stream().filter(refund -> isDueTo(returnId, refund))),
                told(givenUp(returnId)),
                told(given.stream().filter(refund -> !isDueTo(returnId, refund))));
    }

    /** What staff gave of their own accord is nothing that the return's items are owed less for. */
    private static boolean isDueTo(UUID returnId, Reimbursement refund) {
        return refund.returnId().equals(returnId) && !refund.isOfStaff();
    }

    private Stream<Reimbursement> givenUp(UUID returnId) {
        return refunds.stream().filter(refund -> refund.isGivenUp() && isDueTo(returnId, refund));
    }

    private static List<EarlierRefunds.Given> told(Stream<Reimbursement> given) {
        return given.map(refund -> new EarlierRefunds.Given(refund.units(), refund.waterfall()))
                .toList();
    }

    /** How much may still be given back beside these. */
    Money room(List<Reimbursement> given) {
        return RefundCalculation.ceilingAbove(money, earlier(given));
    }

    /**
     * What is given back for units of a return's items, beside what is given already: the whole return is reckoned, and
     * what these gave for it is taken off.
     */
    RefundCalculation reckon(ReturnAggregate aggregate, Map<RequestedItem, Integer> units, List<Reimbursement> given) {
        return reckon(aggregate, units, given, List.of());
    }

    /** What a refund that is not paid comes to now, for those of its units that still fit. */
    RefundCalculation reckonAnew(ReturnAggregate aggregate, Map<RequestedItem, Integer> units, Reimbursement refund) {
        var besides = besides(refund);
        var open = besides.stream()
                .filter(other -> other.isOpen() && isDueTo(refund.returnId(), other))
                .toList();
        return reckon(aggregate, units, besides, new SparedFees(refund, open).takenBack());
    }

    private RefundCalculation reckon(
            ReturnAggregate aggregate,
            Map<RequestedItem, Integer> units,
            List<Reimbursement> given,
            List<EarlierRefunds.Given> takenBack) {
        var charges = new Charges(terms.conversion());
        var id = aggregate.authorization().id();
        var settled = Stream.concat(
                        given.stream().filter(refund -> refund.returnId().equals(id)), givenUp(id))
                .toList();
        var refundables = RefundableItems.of(aggregate, settled, units, terms, charges);
        return reckon(
                refundables,
                earlier(given, id).and(takenBack),
                charges,
                RefundableItems.travelsFreeBesides(aggregate),
                id);
    }

    private RefundCalculation reckon(
            List<RefundableItem> refundables,
            EarlierRefunds earlier,
            Charges charges,
            boolean labelFree,
            @Nullable UUID returnId) {
        var elsewhere = backForNothing(returnId);
        var label = !labelFree && LabelDue.isDeducted(refundables) ? charges.label(terms.labelFee()) : null;
        return RefundCalculation.of(
                        money, earlier, refundables, new RefundCalculation.Terms(label, terms.shipping(), elsewhere))
                .heldFor(charges);
    }

    /** Units by order line that came back with other returns, and nothing is given for them, or a person gave it up. */
    private Map<UUID, Integer> backForNothing(@Nullable UUID returnId) {
        var units = new HashMap<UUID, Integer>();
        worthless.stream()
                .filter(item -> !item.returnId().equals(returnId))
                .forEach(item -> units.merge(item.orderLineId(), item.worthNothing(), Integer::sum));
        refunds.stream()
                .filter(refund -> refund.isGivenUp() && !refund.returnId().equals(returnId))
                .flatMap(refund -> refund.units().stream())
                .forEach(given -> units.merge(given.orderLine(), given.quantity(), Integer::sum));
        return units;
    }

    /**
     * What would be given back for items that nobody has asked for yet.
     *
     * @param labelFree because of what travels with them
     */
    RefundCalculation foretell(List<RefundableItem> refundables, Charges charges, boolean labelFree) {
        return reckon(refundables, earlier(given()), charges, labelFree, null);
    }

    /** To which means an amount goes beside what these gave. */
    TenderOrder tenders(List<Reimbursement> given, Money amount) {
        return TenderOrder.split(money, earlier(given), amount);
    }

    /** How much more may go to one of the order's means; nothing to one that is not. */
    Money room(List<Reimbursement> given, String tender) {
        return money.tenders().stream()
                .filter(known -> known.id().equals(tender))
                .map(known -> TenderOrder.room(money, earlier(given), known))
                .findFirst()
                .orElse(Money.zero(money.currency()));
    }
}
