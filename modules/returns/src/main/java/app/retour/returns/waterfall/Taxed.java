package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.math.RoundingMode;

/** An amount with its tax, and the part of it that is tax. */
public record Taxed(Money gross, Money tax) {

    static Taxed zero(Money like) {
        return new Taxed(Money.zero(like.currency()), Money.zero(like.currency()));
    }

    /** The tax of a part of the whole. */
    Money taxOf(Money part) {
        if (!gross.isPositive()) {
            return Money.zero(part.currency());
        }
        var share = part.amount().multiply(tax.amount()).divide(gross.amount(), 8, RoundingMode.HALF_UP);
        return Money.rounded(share, part.currency());
    }

    Money net() {
        return gross.minus(tax);
    }

    Taxed plus(Taxed other) {
        return new Taxed(gross.plus(other.gross), tax.plus(other.tax));
    }

    Taxed minus(Taxed other) {
        return new Taxed(gross.minus(other.gross), tax.minus(other.tax));
    }

    /** Nothing negative in it, and no more tax than there is money. */
    Taxed sound() {
        var zero = Money.zero(gross.currency());
        var whole = gross.max(zero);
        return new Taxed(whole, tax.max(zero).min(whole));
    }
}
