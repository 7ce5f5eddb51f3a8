package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was given back on an order before, or promised.
 *
 * @param ofThisReturn the return's refunds that count
 * @param givenUp the return's refunds that a person gave up: nobody got them, and still they are not owed again
 * @param ofOthers refunds of the order's other returns that count, and what staff gave of their own accord
 */
public record EarlierRefunds(Currency currency, List<Given> ofThisReturn, List<Given> givenUp, List<Given> ofOthers) {

    /** One refund. */
    public record Given(List<RefundedUnits> units, Waterfall waterfall) {}

    /** With more of this return's. */
    public EarlierRefunds and(List<Given> more) {
        return more.isEmpty()
                ? this
                : new EarlierRefunds(
                        currency,
                        Stream.concat(ofThisReturn.stream(), more.stream()).toList(),
                        givenUp,
                        ofOthers);
    }

    /** Given back, or promised, over the whole order. */
    Money total() {
        return counting().map(given -> given.waterfall().total()).reduce(zero(), Money::plus);
    }

    /** Amounts by tender id; what went to a means that has none is not in it. */
    public Map<String, Money> byTender() {
        return counting()
                .flatMap(given -> given.waterfall().tenders().stream())
                .filter(share -> share.tenderId() != null)
                .collect(Collectors.toMap(
                        share -> String.valueOf(share.tenderId()), Waterfall.TenderShare::amount, Money::plus));
    }

    /** What this return's refunds hold of these kinds, given up or not. */
    Money settled(Set<WaterfallLineKind> kinds) {
        return lines(settling(), line -> kinds.contains(line.kind()));
    }

    /** What refunds of this return that a person gave up hold of these kinds. */
    Money givenUp(Set<WaterfallLineKind> kinds) {
        return lines(givenUp.stream(), line -> kinds.contains(line.kind()));
    }

    /** What refunds that a person gave up were to give back of the label. */
    Money labelBackGivenUp() {
        return lines(
                givenUp.stream(),
                line -> line.kind() == WaterfallLineKind.LABEL_FEE
                        && line.amount().isPositive());
    }

    /** What refunds that a person gave up were to give back of an item's fee. */
    Money feeBackGivenUp(UUID item) {
        return units(
                        givenUp.stream(),
                        units -> units.item().equals(item) && units.fee().isNegative())
                .stream()
                .map(units -> units.fee().negated())
                .reduce(zero(), Money::plus);
    }

    /** What the refunds of other returns hold of these kinds. */
    Money elsewhere(Set<WaterfallLineKind> kinds) {
        return lines(ofOthers.stream(), line -> kinds.contains(line.kind()));
    }

    /** What this return's refunds come to without what staff added or took, and before anything was cut. */
    Money settledBeforeLimits() {
        return lines(settling(), line -> !line.kind().isLimit() && !line.kind().isOfStaff());
    }

    /** Units of one return item and what was given and kept for them, given up or not. */
    UnitsGiven ofItem(UUID item) {
        return UnitsGiven.sum(currency, units(settling(), units -> units.item().equals(item)));
    }

    /** Units of an order line that were given back for other items. */
    UnitsGiven ofLineWithout(UUID orderLine, Collection<UUID> items) {
        return UnitsGiven.sum(
                currency,
                units(counting(), units -> units.orderLine().equals(orderLine) && !items.contains(units.item())));
    }

    /** Of these those whose line has this price. */
    UnitsGiven ofLineWithout(UUID orderLine, Collection<UUID> items, LinePrice price) {
        return UnitsGiven.sum(
                currency,
                units(
                        counting(),
                        units -> units.orderLine().equals(orderLine)
                                && !items.contains(units.item())
                                && !units.areAtAnotherPrice(price)));
    }

    /** Given back, or promised, for goods of an order line. */
    public Money amountOfLine(UUID orderLine) {
        return ofLineWithout(orderLine, List.of()).amount();
    }

    private Stream<Given> counting() {
        return Stream.concat(ofThisReturn.stream(), ofOthers.stream());
    }

    private Stream<Given> settling() {
        return Stream.concat(ofThisReturn.stream(), givenUp.stream());
    }

    private Money lines(Stream<Given> refunds, Predicate<Waterfall.Line> which) {
        return refunds.flatMap(given -> given.waterfall().lines().stream())
                .filter(which)
                .map(Waterfall.Line::amount)
                .reduce(zero(), Money::plus);
    }

    private static List<RefundedUnits> units(Stream<Given> refunds, Predicate<RefundedUnits> which) {
        return refunds.flatMap(given -> given.units().stream()).filter(which).toList();
    }

    private Money zero() {
        return Money.zero(currency);
    }
}
