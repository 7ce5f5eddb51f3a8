package app.retour.returns.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.rules.policy.Fee;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whether goods come at once or unit by unit, in whichever order: the same amount comes back, by the same means. */
class AtOnceOrBitByBitTests {
    @Property(tries = 3000)
    void theSameComesBack(@ForAll long seed) {
        var random = new Random(seed);
        var order = RandomOrders.order(random);
        var plan = new RandomReturn(random, order);
        var atOnce = plan.in(order);
        atOnce.comes(plan.units(atOnce)).closes();
        var inParts = plan.in(order);
        for (var part : plan.parts(random, inParts)) {
            inParts.comes(part);
            holds(order, inParts);
        }
        inParts.closes();
        assertThat(inParts.money()).as("at once %s", atOnce.lines()).isEqualTo(atOnce.money());
        assertThat(inParts.earlier().byTender()).isEqualTo(atOnce.earlier().byTender());
    }

    /** A cent that a unit got while another return had the cheaper share stays with it, where not the whole line comes back. */
    @Property(tries = 2000)
    void anotherReturnThatIsCanceledInBetweenChangesNoMoreThanTheCentOfAUnit(@ForAll long seed) {
        var random = new Random(seed);
        var order = RandomOrders.order(random);
        var plan = new RandomReturn(random, order);
        var atOnce = plan.in(order);
        atOnce.comes(plan.units(atOnce)).closes();
        var inParts = plan.in(order);
        var line = order.lines().keySet().iterator().next();
        var passing = inParts.another().item(line);
        for (var part : plan.parts(random, inParts)) {
            if (random.nextBoolean() && plan.leavesAUnitOf(order, line)) {
                passing.comes(1);
            }
            inParts.comes(part);
            passing.cancel();
        }
        inParts.closes();
        assertThat(inParts.money().minus(atOnce.money()).minorUnits())
                .isBetween(0L, (long) inParts.itemIds().size());
    }

    /** Returns that come and go between leave every line that comes back whole with exactly what was paid for it. */
    @Property(tries = 1000)
    void aLineThatComesBackWholeBringsWhatWasPaid(@ForAll long seed) {
        var random = new Random(seed);
        var currency = RandomOrders.currency(random);
        var quantity = 1 + random.nextInt(7);
        var order = AnOrder.in(currency.getCurrencyCode())
                .line(quantity, amount(random, currency))
                .bought();
        var first = AReturnInParts.of(order);
        var live = new ArrayList<AReturnInParts>();
        var units = new HashMap<AReturnInParts, Integer>();
        var left = quantity;
        for (var steps = 0; left > 0; steps++) {
            if (!live.isEmpty() && steps < 30 && random.nextInt(3) == 0) {
                var gone = live.remove(random.nextInt(live.size()));
                gone.cancel();
                left += units.getOrDefault(gone, 0);
            } else {
                var some = 1 + random.nextInt(left);
                var next = first.another().item(1);
                live.add(next);
                units.put(next, some);
                next.comes(some);
                left -= some;
            }
            assertThat(new java.math.BigDecimal(first.totalOfOrder()))
                    .isLessThanOrEqualTo(order.total().amount());
        }
        assertThat(first.totalOfOrder()).isEqualTo(order.total().amount().toPlainString());
    }

    private static String amount(Random random, Currency currency) {
        return Money.ofMinorUnits(random.nextInt(random.nextBoolean() ? 30 : 20_000), currency)
                .amount()
                .toPlainString();
    }

    private static void holds(OrderMoney order, AReturnInParts so) {
        var last = so.last().waterfall();
        assertThat(Money.sum(
                        order.currency(),
                        last.lines().stream().map(Waterfall.Line::amount).toList()))
                .isEqualTo(last.total());
        assertThat(last.total().isNegative()).isFalse();
        assertThat(so.earlier().total())
                .isLessThanOrEqualTo(
                        order.ceiling().minus(order.refundedOutside()).max(zero(order)));
        order.lines()
                .forEach((id, line) -> assertThat(UnitsGiven.sum(
                                        order.currency(),
                                        so.refunds().stream()
                                                .flatMap(refund -> refund.units().stream())
                                                .filter(units ->
                                                        units.orderLine().equals(id))
                                                .toList())
                                .amount())
                        .isLessThanOrEqualTo(order.gross(line).gross()));
        order.tenders()
                .forEach(tender -> assertThat(so.earlier().byTender().getOrDefault(tender.id(), zero(order)))
                        .isLessThanOrEqualTo(tender.amount() == null ? order.total() : tender.amount()));
        assertThat(last.lines().stream()
                        .filter(line -> line.kind() == WaterfallLineKind.ITEM
                                || line.kind() == WaterfallLineKind.TAX
                                || line.kind() == WaterfallLineKind.OUTBOUND_SHIPPING)
                        .noneMatch(line -> line.amount().isNegative()))
                .isTrue();
        if (last.total().isPositive() && so.last().needsPersonBecause() == null) {
            assertThat(Money.sum(
                            order.currency(),
                            last.tenders().stream()
                                    .map(Waterfall.TenderShare::amount)
                                    .toList()))
                    .isEqualTo(last.total());
        }
    }

    private static Money zero(OrderMoney order) {
        return Money.zero(order.currency());
    }

    /** Which units of which lines come back for which reason and at whose cost; some lines are in it twice. */
    private static final class RandomReturn {
        private final List<UUID> lines = new ArrayList<>();
        private final List<Integer> units = new ArrayList<>();
        private final List<RefundableItem> refundables = new ArrayList<>();
        private final Money label;
        private final OutboundShippingPolicy shipping;

        RandomReturn(Random random, OrderMoney order) {
            label = Money.ofMinorUnits(random.nextInt(900), order.currency());
            var policies = OutboundShippingPolicy.values();
            shipping = policies[random.nextInt(policies.length)];
            var perReturn = RandomOrders.fee(random, order.currency(), Fee.Per.RETURN);
            order.lines().forEach((id, line) -> {
                var left = line.quantity();
                for (var items = 0; items < 2 && left > 0 && random.nextInt(4) > 0; items++) {
                    var some = 1 + random.nextInt(left);
                    left -= some;
                    lines.add(id);
                    units.add(some);
                    refundables.add(RandomOrders.refundable(random, order.currency(), id, perReturn));
                }
            });
        }

        /** So that another return may have it, and does not make both together a full return. */
        boolean leavesAUnitOf(OrderMoney order, UUID line) {
            var taken = 0;
            for (var i = 0; i < lines.size(); i++) {
                taken += lines.get(i).equals(line) ? units.get(i) : 0;
            }
            return taken < Objects.requireNonNull(order.lines().get(line)).quantity()
                    && shipping != OutboundShippingPolicy.FULL_RETURN;
        }

        AReturnInParts in(OrderMoney order) {
            var result = AReturnInParts.of(order).label(label).shipping(shipping);
            for (var i = 0; i < lines.size(); i++) {
                var refundable = refundables.get(i);
                result.item(lines.get(i), refundable.fee(), refundable.wayBack(), refundable.reason());
            }
            return result.announced(units(result));
        }

        Map<UUID, Integer> units(AReturnInParts of) {
            var result = new LinkedHashMap<UUID, Integer>();
            for (var i = 0; i < units.size(); i++) {
                result.put(of.itemIds().get(i), units.get(i));
            }
            return result;
        }

        List<Map<UUID, Integer>> parts(Random random, AReturnInParts of) {
            var single = new ArrayList<UUID>();
            units(of).forEach((item, count) -> single.addAll(Collections.nCopies(count, item)));
            Collections.shuffle(single, random);
            var parts = new ArrayList<Map<UUID, Integer>>();
            while (!single.isEmpty()) {
                var part = new LinkedHashMap<UUID, Integer>();
                for (var i = random.nextInt(3); i >= 0 && !single.isEmpty(); i--) {
                    part.merge(single.removeLast(), 1, Integer::sum);
                }
                parts.add(part);
            }
            return parts;
        }
    }
}
