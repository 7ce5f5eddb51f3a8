package app.retour.returns.waterfall;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.Money;
import app.retour.kernel.ShopAmount;
import app.retour.rules.policy.Fee;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant charges for a return, brought into its order's currency. What no rate brings there is not charged by
 * the rules; it is remembered, and a person takes it off.
 */
public final class Charges {
    private final CurrencyConversion by;
    private final Set<Waterfall.OpenCharge> open = new LinkedHashSet<>();

    public Charges(CurrencyConversion by) {
        this.by = by;
    }

    /** What is taken of a fee that rules stated. */
    public TakenFee fee(Fee stated) {
        return switch (stated) {
            case Fee.Waived _ -> new TakenFee.Nothing();
            case Fee.Percent(var rate, var per) -> new TakenFee.Rate(rate, per);
            case Fee.Flat(var set, var per) ->
                inOrder(new ShopAmount(set), WaterfallLineKind.RESTOCKING_FEE, per) instanceof Money amount
                        ? new TakenFee.Flat(amount, per)
                        : new TakenFee.Nothing();
        };
    }

    /** The currency of what rules state. */
    public Currency shop() {
        return by.shop();
    }

    /** @return null where there is none, or none that the order's currency can say */
    @Nullable
    public Money label(@Nullable ShopAmount fee) {
        return fee == null ? null : inOrder(fee, WaterfallLineKind.LABEL_FEE, null);
    }

    private @Nullable Money inOrder(ShopAmount charge, WaterfallLineKind kind, Fee.@Nullable Per per) {
        var converted = by.toOrder(charge).orElse(null);
        if (converted == null && charge.isPositive()) {
            open.add(new Waterfall.OpenCharge(kind, charge.money(), per));
        }
        return converted;
    }

    List<Waterfall.OpenCharge> open() {
        return List.copyOf(open);
    }

    /** Null when everything could be told in the order's currency. */
    @Nullable
    String needsPersonBecause() {
        return open.isEmpty()
                ? null
                : "Not taken off: %s. The order is in %s and nobody told its exchange rate; adjust the refund, or pick where it goes as it is"
                        .formatted(open.stream().map(Charges::said).collect(Collectors.joining(" and ")), by.order());
    }

    private static String said(Waterfall.OpenCharge charge) {
        var what = charge.kind() == WaterfallLineKind.LABEL_FEE ? "the label of " : "the fee of ";
        var per = charge.per();
        return what
                + charge.amount()
                + (per == null
                        ? ""
                        : switch (per) {
                            case UNIT -> " for each unit";
                            case ITEM -> " for an item";
                            case RETURN -> " for the return";
                        });
    }
}
