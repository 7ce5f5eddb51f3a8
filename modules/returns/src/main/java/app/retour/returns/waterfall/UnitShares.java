package app.retour.returns.waterfall;

import app.retour.kernel.Money;

/** An amount shared over equal units by largest remainder, earlier units first: the same as allocating it, for any number. */
record UnitShares(Money whole, int units) {

    /** What the first units come to together; all of them come to the whole. */
    Money ofFirst(int count) {
        if (units <= 0 || count <= 0) {
            return Money.zero(whole.currency());
        }
        var taken = Math.min(count, units);
        var cents = whole.minorUnits();
        var remainder = cents % units;
        var extra = Long.signum(remainder) * Math.min(taken, Math.abs(remainder));
        return Money.ofMinorUnits(cents / units * taken + extra, whole.currency());
    }
}
