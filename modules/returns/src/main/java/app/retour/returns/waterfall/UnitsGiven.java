package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.util.Collection;
import java.util.Currency;

/**
 * Units that were given back, and what they came to.
 *
 * @param amount with tax, before fees
 * @param untaxed the part of the amount whose tax nobody noted
 */
record UnitsGiven(int units, Money amount, Money tax, Money untaxed, Money fee) {

    static UnitsGiven sum(Currency currency, Collection<RefundedUnits> parts) {
        var sum = new UnitsGiven(0, zero(currency), zero(currency), zero(currency), zero(currency));
        for (var part : parts) {
            sum = new UnitsGiven(
                    sum.units + part.quantity(),
                    sum.amount.plus(part.amount()),
                    part.tax() == null ? sum.tax : sum.tax.plus(part.tax()),
                    part.tax() == null ? sum.untaxed.plus(part.amount()) : sum.untaxed,
                    sum.fee.plus(part.fee()));
        }
        return sum;
    }

    private static Money zero(Currency currency) {
        return Money.zero(currency);
    }
}
