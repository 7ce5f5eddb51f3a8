package app.retour.returns.waterfall;

import app.retour.kernel.Money;

/**
 * What is owed for units of one order line, after what was given for others of its units. Price and tax are shared as
 * one; whatever the others got, the last unit brings the whole line to exactly what was paid.
 *
 * @param left what the shop itself did not give back
 * @param units of the line that the shop itself did not give back
 * @param elsewhere what was given for units that are none of these
 * @param otherwise units given back at another price than this, since a source told the order again: they are bought as the
 *     others are, and what one got less than its share is not another's
 */
record LineShares(Taxed left, int units, UnitsGiven elsewhere, int otherwise) {

    static LineShares of(
            OrderMoney order,
            OrderMoney.Line line,
            Iterable<OrderMoney.Outside> told,
            UnitsGiven elsewhere,
            int otherwise) {
        var units = 0;
        var amount = Money.zero(order.currency());
        for (var refund : told) {
            units = Math.min(units + refund.units(), line.quantity());
            amount = amount.plus(refund.amount());
        }
        return new LineShares(
                left(order.gross(line), line.quantity(), units, amount), line.quantity() - units, elsewhere, otherwise);
    }

    /** Units given back elsewhere take their shares with them; a cut of the price is spread over those that are left. */
    private static Taxed left(Taxed paid, int quantity, int unitsOutside, Money outside) {
        var shares = paid.gross().minus(new UnitShares(paid.gross(), quantity).ofFirst(unitsOutside));
        var gross = shares.min(paid.gross().minus(outside));
        return new Taxed(gross, paid.taxOf(gross)).sound();
    }

    /** How many of the units after the first ones anything is owed for: no others than were bought. */
    int owedAfter(int first, int count) {
        return (int) Math.clamp((long) units - otherwise - elsewhere.units() - first, 0, count);
    }

    /** What is owed for so many units together; nothing for none. */
    Taxed ofFirst(int count) {
        if (count <= 0) {
            return Taxed.zero(left.gross());
        }
        var upTo = (int) Math.clamp((long) elsewhere.units() + count, 0, Math.max(0, units - otherwise));
        return new Taxed(
                        new UnitShares(left.gross(), units).ofFirst(upTo).minus(elsewhere.amount()),
                        new UnitShares(left.tax(), units).ofFirst(upTo).minus(taxOf(elsewhere)))
                .sound();
    }

    /** Where nobody noted the tax, it is the line's own part. */
    Money taxOf(UnitsGiven given) {
        return given.tax().plus(left.taxOf(given.untaxed()));
    }
}
