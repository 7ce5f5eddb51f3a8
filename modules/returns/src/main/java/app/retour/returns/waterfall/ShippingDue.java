package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import java.util.EnumSet;
import java.util.Set;

/** The outbound shipping that is to be given back now: once per order, less what was given for it here or elsewhere. */
public final class ShippingDue {
    private static final Set<WaterfallLineKind> SHIPPING =
            EnumSet.of(WaterfallLineKind.OUTBOUND_SHIPPING, WaterfallLineKind.SHIPPING_TAX);

    private ShippingDue() {}

    public static boolean isShipping(Waterfall.Line line) {
        return SHIPPING.contains(line.kind());
    }

    static Taxed of(OrderMoney order, EarlierRefunds earlier, boolean owed) {
        var left = left(order, earlier);
        return owed && left.isPositive() ? part(order, earlier, left) : Taxed.zero(left);
    }

    /** With tax; negative when more was given than the shipping cost. */
    public static Money left(OrderMoney order, EarlierRefunds earlier) {
        return order.grossShipping().gross().minus(given(order, earlier));
    }

    /** A part of what is left, and its tax: all parts together have all the tax. */
    public static Taxed part(OrderMoney order, EarlierRefunds earlier, Money gross) {
        var before = given(order, earlier);
        var whole = order.grossShipping();
        return new Taxed(gross, whole.taxOf(before.plus(gross)).minus(whole.taxOf(before))).sound();
    }

    /** What was given up is made up for by what staff, or another return, give of it. */
    private static Money given(OrderMoney order, EarlierRefunds earlier) {
        var elsewhere = earlier.elsewhere(SHIPPING);
        return earlier.settled(SHIPPING)
                .plus(elsewhere.minus(earlier.givenUp(SHIPPING).min(elsewhere)))
                .plus(order.outside(OrderMoney.Outside.Kind.SHIPPING));
    }
}
