package app.retour.returns;

import app.retour.kernel.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What this house has given back on an order, or promised to: every refund that is not canceled.
 *
 * @param shipping outbound shipping given back
 * @param byTender amounts by tender id
 */
record EarlierRefunds(
        Currency currency, List<RefundedUnits> units, Money shipping, Money total, Map<String, Money> byTender) {

    static EarlierRefunds none(Currency currency) {
        return new EarlierRefunds(currency, List.of(), Money.zero(currency), Money.zero(currency), Map.of());
    }

    /** @param waterfalls of all refunds of the order that are not canceled */
    static EarlierRefunds of(Currency currency, List<RefundedUnits> units, List<Waterfall> waterfalls) {
        var shipping = waterfalls.stream()
                .flatMap(waterfall -> waterfall.lines().stream())
                .filter(line -> line.kind() == WaterfallLineKind.OUTBOUND_SHIPPING)
                .map(Waterfall.Line::amount)
                .reduce(Money.zero(currency), Money::plus);
        var total = waterfalls.stream().map(Waterfall::total).reduce(Money.zero(currency), Money::plus);
        var byTender = waterfalls.stream()
                .flatMap(waterfall -> waterfall.tenders().stream())
                .filter(share -> share.tenderId() != null)
                .collect(Collectors.toMap(EarlierRefunds::tenderOf, Waterfall.TenderShare::amount, Money::plus));
        return new EarlierRefunds(currency, List.copyOf(units), shipping, total, byTender);
    }

    int unitsOfLine(UUID line) {
        return units.stream()
                .filter(refunded -> refunded.orderLine().equals(line))
                .mapToInt(RefundedUnits::quantity)
                .sum();
    }

    int unitsOfItem(UUID item) {
        return units.stream()
                .filter(refunded -> refunded.item().equals(item))
                .mapToInt(RefundedUnits::quantity)
                .sum();
    }

    Money amountOfLine(UUID line) {
        return sum(line, RefundedUnits::amount);
    }

    private Money sum(UUID line, Function<RefundedUnits, Money> amount) {
        return units.stream()
                .filter(refunded -> refunded.orderLine().equals(line))
                .map(amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    private static String tenderOf(Waterfall.TenderShare share) {
        var id = share.tenderId();
        return id == null ? "" : id;
    }
}
