package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A refund that nobody got yet beside what is reckoned now: it follows goods, fees, label and shipping. What it was cut by,
 * and what staff added, is seen to elsewhere.
 *
 * @param own as it was reckoned
 * @param units it pays for
 * @param anew as it is reckoned now
 */
public record ReckonedAnew(
        Currency currency, List<Waterfall.Line> own, List<RefundedUnits> units, List<Waterfall.Line> anew) {

    /**
     * @param alone no other return got of the same lines; else only label and shipping are followed, since what units are
     *     worth beside those of others is settled, but for cents, when they fall due
     */
    public boolean isOtherwise(boolean alone) {
        return givesBackMore()
                || !sums(own).equals(sums(anew)) && (alone || !isSameBesidesUnits() && unitsDifferByCents());
    }

    /** Nothing is given back of what is kept no more. */
    private boolean givesBackMore() {
        var kept = sums(anew);
        return sums(own.stream().filter(line -> line.kind().isFee()).toList()).entrySet().stream()
                .anyMatch(back -> back.getValue().isPositive()
                        && back.getValue().compareTo(kept.getOrDefault(back.getKey(), Money.zero(currency))) > 0);
    }

    /** Each fee on its own: what is kept of one thing does not make up for what is given back of another. */
    private static Map<String, Money> sums(List<Waterfall.Line> lines) {
        return lines.stream()
                .filter(line -> !line.kind().isLimit()
                        && !line.kind().isOfStaff()
                        && !line.amount().isZero())
                .collect(Collectors.toMap(
                        line -> line.kind().isFee() ? line.kind() + " " + line.itemId() : "goods and shipping",
                        Waterfall.Line::amount,
                        Money::plus));
    }

    private boolean isSameBesidesUnits() {
        return Stream.<Predicate<Waterfall.Line>>of(
                        line -> line.kind() == WaterfallLineKind.LABEL_FEE, ShippingDue::isShipping)
                .allMatch(which -> sum(own, which).equals(sum(anew, which)));
    }

    /** At most one for each unit: which of those who share a line got it is a matter of order. */
    private boolean unitsDifferByCents() {
        var difference = sum(anew, ReckonedAnew::isOfUnits).minus(sum(own, ReckonedAnew::isOfUnits));
        return Math.abs(difference.minorUnits())
                <= units.stream().mapToInt(RefundedUnits::quantity).sum();
    }

    private static boolean isOfUnits(Waterfall.Line line) {
        return line.kind().isGoods() || line.kind() == WaterfallLineKind.RESTOCKING_FEE;
    }

    private Money sum(List<Waterfall.Line> of, Predicate<Waterfall.Line> which) {
        return of.stream().filter(which).map(Waterfall.Line::amount).reduce(Money.zero(currency), Money::plus);
    }
}
