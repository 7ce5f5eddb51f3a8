package app.retour.returns.waterfall;

import app.retour.kernel.Money;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Returns of one order as sums see them: items are announced, come in parts, and each part is given back at once. */
public final class AReturnInParts {
    private final OrderMoney order;
    private final List<AReturnInParts> all;
    private final Map<UUID, RefundableItem> items = new LinkedHashMap<>();
    private final List<EarlierRefunds.Given> given = new ArrayList<>();
    private final List<EarlierRefunds.Given> givenUp = new ArrayList<>();
    private @Nullable Money label;
    private OutboundShippingPolicy shipping = OutboundShippingPolicy.NEVER;
    private RefundCalculation last;

    private AReturnInParts(OrderMoney order, List<AReturnInParts> all) {
        this.order = order;
        this.all = all;
        all.add(this);
        last = reckon();
    }

    public static AReturnInParts of(OrderMoney order) {
        return new AReturnInParts(order, new ArrayList<>());
    }

    public static AReturnInParts of(AnOrder order) {
        return of(order.bought());
    }

    /** Another return of the same order. */
    public AReturnInParts another() {
        return new AReturnInParts(order, all).label(label).shipping(shipping);
    }

    public AReturnInParts label(String amount) {
        return label(new Money(new BigDecimal(amount), order.currency()));
    }

    public AReturnInParts label(@Nullable Money amount) {
        label = amount;
        return this;
    }

    public AReturnInParts shipping(OutboundShippingPolicy policy) {
        shipping = policy;
        return this;
    }

    public AReturnInParts item(int line) {
        return item(line, new Fee.Waived());
    }

    public AReturnInParts item(int line, Fee fee) {
        return item(line, fee, ReturnShipping.SHOPPER, ReasonGroup.OTHER);
    }

    /** Items have the numbers 1, 2 … in the order announced. */
    public AReturnInParts item(int line, Fee fee, @Nullable ReturnShipping wayBack, ReasonGroup reason) {
        return item(AnOrder.line(line), fee, wayBack, reason);
    }

    public AReturnInParts item(UUID line) {
        return item(line, new Fee.Waived(), ReturnShipping.SHOPPER, ReasonGroup.OTHER);
    }

    public AReturnInParts item(UUID line, Fee stated, @Nullable ReturnShipping wayBack, ReasonGroup reason) {
        return item(line, RandomOrders.taken(stated, order.currency()), wayBack, reason);
    }

    public AReturnInParts item(UUID line, TakenFee fee, @Nullable ReturnShipping wayBack, ReasonGroup reason) {
        var id = UUID.randomUUID();
        var title = "Thing " + line.getLeastSignificantBits();
        items.put(id, new RefundableItem(id, line, title, 0, 0, fee, wayBack, reason));
        return this;
    }

    public static Fee percent(String rate, Fee.Per per) {
        return new Fee.Percent(new BigDecimal(rate), per);
    }

    public static Fee flat(String amount, Fee.Per per) {
        return new Fee.Flat(Money.of(amount, "EUR"), per);
    }

    /** How many of item 1, 2 … are announced; where nobody says it, as many as come. */
    public AReturnInParts announced(int... units) {
        var refundables = List.copyOf(items.values());
        for (var i = 0; i < units.length; i++) {
            items.put(
                    refundables.get(i).item(),
                    with(refundables.get(i), refundables.get(i).units(), units[i]));
        }
        return this;
    }

    public AReturnInParts announced(Map<UUID, Integer> unitsByItem) {
        unitsByItem.forEach((item, units) ->
                items.computeIfPresent(item, (_, refundable) -> with(refundable, refundable.units(), units)));
        return this;
    }

    /** So many units of item 1, 2 … come, and what they bring is given back. */
    public AReturnInParts comes(int... units) {
        var refundables = List.copyOf(items.values());
        for (var i = 0; i < units.length; i++) {
            var refundable = refundables.get(i);
            items.put(refundable.item(), comes(refundable, units[i]));
        }
        return pay();
    }

    /** The same by item. */
    public AReturnInParts comes(Map<UUID, Integer> unitsByItem) {
        unitsByItem.forEach((item, units) -> items.computeIfPresent(item, (_, refundable) -> comes(refundable, units)));
        return pay();
    }

    /** Nothing more comes of it. */
    public AReturnInParts closes() {
        items.replaceAll((_, refundable) -> with(refundable, refundable.units(), refundable.units()));
        return pay();
    }

    private static RefundableItem comes(RefundableItem refundable, int more) {
        var units = refundable.units() + more;
        return with(refundable, units, Math.max(refundable.mayCome(), units));
    }

    private static RefundableItem with(RefundableItem refundable, int units, int mayCome) {
        return new RefundableItem(
                refundable.item(),
                refundable.orderLine(),
                refundable.title(),
                units,
                mayCome,
                refundable.fee(),
                refundable.wayBack(),
                refundable.reason());
    }

    private AReturnInParts pay() {
        last = reckon();
        if (last.waterfall().total().isPositive()) {
            given.add(new EarlierRefunds.Given(last.units(), last.waterfall()));
        }
        return this;
    }

    private RefundCalculation reckon() {
        return RefundCalculation.of(
                order, earlier(), List.copyOf(items.values()), new RefundCalculation.Terms(label, shipping, Map.of()));
    }

    public EarlierRefunds earlier() {
        return new EarlierRefunds(
                order.currency(),
                List.copyOf(given),
                List.copyOf(givenUp),
                all.stream()
                        .filter(other -> other != this)
                        .flatMap(other -> other.given.stream())
                        .toList());
    }

    /** A person gives the last refund up. */
    public AReturnInParts giveUpLast() {
        givenUp.add(given.removeLast());
        return this;
    }

    /** The whole return is canceled, its refunds with it: its units may come back with another. */
    public AReturnInParts cancel() {
        given.clear();
        items.replaceAll((_, refundable) -> with(refundable, 0, 0));
        return this;
    }

    public RefundCalculation last() {
        return last;
    }

    public List<EarlierRefunds.Given> refunds() {
        return given;
    }

    public List<UUID> itemIds() {
        return List.copyOf(items.keySet());
    }

    /** All that was given back for this return, for example {@code "42.40"}. */
    public String total() {
        return money().amount().toPlainString();
    }

    Money money() {
        return Money.sum(
                order.currency(),
                given.stream().map(refund -> refund.waterfall().total()).toList());
    }

    /** All that was given back on the order. */
    public String totalOfOrder() {
        return Money.sum(
                        order.currency(),
                        all.stream().map(AReturnInParts::money).toList())
                .amount()
                .toPlainString();
    }

    /** Amounts of all refunds. */
    public List<String> amounts() {
        return given.stream()
                .map(refund -> refund.waterfall().total().amount().toPlainString())
                .toList();
    }

    /** All lines of all refunds, for example {@code "ITEM 10.00"}. */
    public List<String> lines() {
        return given.stream()
                .flatMap(refund -> refund.waterfall().lines().stream())
                .map(line -> line.kind() + " " + line.amount().amount().toPlainString())
                .toList();
    }

    /** What lines of these kinds come to. */
    public String sumOf(WaterfallLineKind... kinds) {
        return given.stream()
                .flatMap(refund -> refund.waterfall().lines().stream())
                .filter(line -> Arrays.asList(kinds).contains(line.kind()))
                .map(Waterfall.Line::amount)
                .reduce(Money.zero(order.currency()), Money::plus)
                .amount()
                .toPlainString();
    }
}
