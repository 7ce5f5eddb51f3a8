package app.retour.returns.refunds;

import app.retour.kernel.Refusal;
import app.retour.returns.ToldOfAReturn;
import app.retour.returns.goods.CountedLine;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.Disposition;
import app.retour.rules.policy.Resolution;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.tracking.ParcelState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Whatever shoppers, clerks, agents, banks and shops may do to an order, in any order. One life in three is calm: the
 * order is paid and stays as it is, and no person sets an amount; what comes back then is known to the cent.
 */
final class RandomLife {
    private static final int MOST_STEPS = 24;
    private final Dice dice;
    private final boolean calm;
    private final LivingOrder life;
    private final PromisesKept promises;
    private final RandomPayments payments;
    private final Map<UUID, List<List<CountedLine>>> receipts = new HashMap<>();
    private final List<String> story = new ArrayList<>();

    RandomLife(long seed) {
        dice = new Dice(seed);
        calm = dice.once(3);
        life = new LivingOrder(RandomSales.order(dice.random(), calm))
                .withShipping(dice.one(OutboundShippingPolicy.values()));
        if (dice.once(2)) {
            life.withLabel("3.90".substring(0, Math.min(4, digits() == 0 ? 1 : 2 + digits())));
        }
        promises = new PromisesKept(life);
        payments = new RandomPayments(dice, life, promises, story::add);
    }

    private int digits() {
        return Math.max(0, life.order().currency().getDefaultFractionDigits());
    }

    /** What happened so far, to print when something breaks. */
    String story() {
        return String.join("\n  ", story);
    }

    void live() {
        tell("an order " + SoldOrders.said(life.order()));
        var steps = 4 + dice.below(MOST_STEPS);
        for (var i = 0; i < steps; i++) {
            takes(this::step);
        }
        ends();
    }

    private void takes(Runnable step) {
        try {
            step.run();
        } catch (Dice.NothingThere another) {
            return;
        } catch (Refusal refused) {
            tell("  refused: " + refused.getMessage());
        }
        promises.hold();
    }

    private void tell(String what) {
        story.add(what);
    }

    private void step() {
        switch (dice.below(calm ? 17 : 24)) {
            case 0, 1, 2 -> asks();
            case 3 -> decides();
            case 4 -> isJudgedAgain();
            case 5, 6, 7 -> receives();
            case 8, 9, 10 -> grades();
            case 11 -> moves();
            case 12, 13, 14 -> payments.pays();
            case 15 -> payments.answers();
            case 16 -> withdraws();
            case 17 -> payments.picks();
            case 18, 19 -> payments.adjusts();
            case 20 -> payments.gives();
            case 21 -> closesOrGivesUp();
            default -> isToldAgain();
        }
    }

    private void asks() {
        var requests = new ArrayList<LivingOrder.Requested>();
        for (var i = 0; i <= dice.below(3); i++) {
            requests.add(new LivingOrder.Requested(
                    dice.below(life.order().lines().size()),
                    1 + dice.below(3),
                    dice.terms(),
                    dice.one(ReasonGroup.SIZE, ReasonGroup.DEFECT),
                    dice.once(9) ? Resolution.EXCHANGE : Resolution.REFUND));
        }
        tell("asks for " + requests);
        var asked = requests.toArray(LivingOrder.Requested[]::new);
        var made = dice.once(6) ? life.asked(asked) : life.approved(asked);
        receipts.put(made.authorization().id(), new ArrayList<>());
    }

    private void decides() {
        var aggregate = dice.any(life.returns(), each -> !each.authorization().isClosed());
        var item = dice.any(aggregate.items(), _ -> true);
        if (dice.once(4) && item.quantity() > 1) {
            tell("decides apart one of " + named(aggregate, item));
            aggregate.requireWhole(item);
            aggregate
                    .items()
                    .add(item.split(
                            1, life.order().currency(), aggregate.items().size() + 1));
            life.changed(aggregate);
            return;
        }
        var to = dice.one(ItemDecision.APPROVED, ItemDecision.REJECTED, ItemDecision.WAITING_FOR_SHOPPER);
        tell("decides %s of %s".formatted(to, named(aggregate, item)));
        life.decide(aggregate, List.of(item), to);
    }

    private String named(ReturnAggregate aggregate, RequestedItem item) {
        return "item %d of %s"
                .formatted(
                        aggregate.items().indexOf(item),
                        aggregate.authorization().rmaNumber());
    }

    private void isJudgedAgain() {
        var aggregate = dice.any(life.returns(), each -> !each.authorization().isClosed());
        var item = dice.any(aggregate.items(), RequestedItem::isLive);
        var terms = dice.terms();
        tell("judges again %s: %s".formatted(named(aggregate, item), terms));
        life.judgesAgain(aggregate, item, terms);
    }

    private void receives() {
        var aggregate = dice.any(life.returns(), _ -> true);
        var units = aggregate.items().stream()
                .mapToInt(item -> dice.below(item.quantity() + 1))
                .toArray();
        receives(aggregate, !dice.once(3), units);
    }

    private void receives(ReturnAggregate aggregate, boolean expectMore, int... units) {
        tell("receives %s of %s, more expected: %s"
                .formatted(Arrays.toString(units), aggregate.authorization().rmaNumber(), expectMore));
        receiptsOf(aggregate).add(life.receives(aggregate, expectMore, units));
    }

    private List<List<CountedLine>> receiptsOf(ReturnAggregate aggregate) {
        return receipts.computeIfAbsent(aggregate.authorization().id(), _ -> new ArrayList<>());
    }

    private void grades() {
        var aggregate = dice.any(life.returns(), each -> !receiptsOf(each).isEmpty());
        var counted = dice.any(receiptsOf(aggregate), _ -> true);
        var line = dice.below(counted.size());
        var accepted = dice.below(counted.get(line).received() + 1);
        grades(aggregate, counted, line, accepted, dice.below(counted.get(line).received() - accepted + 1));
    }

    private void grades(ReturnAggregate aggregate, List<CountedLine> counted, int line, int accepted, int refused) {
        tell("grades %d accepted, %d refused of line %d of %s"
                .formatted(accepted, refused, line, aggregate.authorization().rmaNumber()));
        life.grades(aggregate, counted, line, accepted, refused, dice.one(Disposition.values()));
    }

    private void closesOrGivesUp() {
        if (dice.once(2)) {
            payments.givesUp();
        } else {
            var aggregate =
                    dice.any(life.returns(), each -> !each.authorization().isClosed());
            tell("closes " + aggregate.authorization().rmaNumber());
            life.closes(aggregate);
        }
    }

    private void withdraws() {
        var aggregate = dice.any(life.returns(), ToldOfAReturn::canCancel);
        tell("withdraws " + aggregate.authorization().rmaNumber());
        life.withdraws(aggregate);
    }

    private void moves() {
        var to = dice.one(ParcelState.IN_TRANSIT, ParcelState.DELIVERED, ParcelState.EXCEPTION);
        var aggregate = dice.any(life.returns(), _ -> true);
        tell("the parcel of %s is %s".formatted(aggregate.authorization().rmaNumber(), to));
        life.moves(aggregate, to);
    }

    private void isToldAgain() {
        var again = RandomSales.again(life.order(), dice.random());
        tell("told again " + SoldOrders.said(again));
        life.toldAgain(again);
        promises.toldAgain();
    }

    /** Everything is decided, comes or never comes, is graded and paid: then nothing is open, and nothing is too much. */
    private void ends() {
        tell("in the end");
        for (var aggregate : life.returns()) {
            for (var item : aggregate.items().stream()
                    .filter(each -> each.isLive() && each.decision() != ItemDecision.APPROVED)
                    .toList()) {
                takes(() -> life.decide(aggregate, List.of(item), ItemDecision.APPROVED));
            }
            var all = dice.once(2);
            takes(() -> receives(
                    aggregate,
                    false,
                    aggregate.items().stream()
                            .mapToInt(item -> all ? item.expected() : 0)
                            .toArray()));
            for (var counted : receiptsOf(aggregate)) {
                IntStream.range(0, counted.size())
                        .filter(line -> !counted.get(line).isInspected())
                        .forEach(line -> takes(() -> {
                            var known = counted.get(line);
                            grades(aggregate, counted, line, known.received() - known.refused(), known.refused());
                        }));
            }
        }
        for (var rounds = 0; rounds < 4 && life.refunds().stream().anyMatch(RandomPayments::isToBePaid); rounds++) {
            life.refunds().stream()
                    .filter(RandomPayments::isToBePaid)
                    .forEach(refund -> takes(() -> payments.comesToAnEnd(refund)));
            life.returns().forEach(life::changed);
        }
        promises.hold();
        promises.keptInTheEnd(calm);
    }
}
