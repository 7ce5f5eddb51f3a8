package app.retour.returns;

import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

/** Whatever shoppers, clerks, agents, banks and shops may do to an order, in any order. */
final class RandomLife {
    private static final int MOST_STEPS = 24;
    private final Random random;
    private final LivingOrder life;
    private final PromisesKept promises;
    private final Map<UUID, List<List<CountedLine>>> receipts = new HashMap<>();
    private final List<String> story = new ArrayList<>();

    RandomLife(long seed) {
        random = new Random(seed);
        life = new LivingOrder(SoldOrders.random(random)).withShipping(one(OutboundShippingPolicy.values()));
        if (random.nextInt(3) == 0) {
            life.withLabel("3.90".substring(0, Math.min(4, digits() == 0 ? 1 : 2 + digits())));
        }
        promises = new PromisesKept(life);
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
        var steps = 4 + random.nextInt(MOST_STEPS);
        for (var i = 0; i < steps; i++) {
            try {
                step();
            } catch (NothingThere another) {
                continue;
            } catch (Refusal refused) {
                tell("  refused: " + refused.getMessage());
            }
            promises.hold();
        }
    }

    private void tell(String what) {
        story.add(what);
    }

    private void step() {
        switch (random.nextInt(18)) {
            case 0, 1, 2 -> asks();
            case 3 -> decides();
            case 4, 5, 6 -> receives();
            case 7, 8 -> grades();
            case 9, 10, 11 -> pays();
            case 12 -> adjusts();
            case 13 -> picks();
            case 14 -> ends();
            case 15 -> moves();
            case 16 -> isToldAgain();
            default -> answers();
        }
    }

    private void asks() {
        var wishes = new ArrayList<LivingOrder.Wish>();
        for (var i = 0; i <= random.nextInt(2); i++) {
            wishes.add(new LivingOrder.Wish(
                    random.nextInt(life.order().lines().size()),
                    1 + random.nextInt(3),
                    LivingOrder.terms(one(RefundMoment.values()), random.nextInt(8) == 0, fee()),
                    random.nextBoolean() ? ReasonGroup.SIZE : ReasonGroup.DEFECT));
        }
        tell("asks for " + wishes);
        var made = random.nextInt(6) == 0
                ? life.asked(wishes.toArray(LivingOrder.Wish[]::new))
                : life.approved(wishes.toArray(LivingOrder.Wish[]::new));
        receipts.put(made.authorization().id(), new ArrayList<>());
    }

    private RefundClaim.Fee fee() {
        if (random.nextInt(3) > 0) {
            return RefundClaim.Fee.NONE;
        }
        return new RefundClaim.Fee(
                one(RefundClaim.Fee.Kind.values()),
                one(RefundClaim.Fee.Per.values()),
                BigDecimal.valueOf(random.nextInt(30)));
    }

    private void decides() {
        var dossier = any(life.returns(), each -> !each.authorization().isClosed());
        var item = any(dossier.items(), _ -> true);
        if (random.nextInt(5) == 0 && item.quantity() > 1) {
            tell("decides apart one of " + item.title());
            dossier.requireWhole(item);
            dossier.items()
                    .add(item.split(1, life.order().currency(), dossier.items().size() + 1));
            life.changed(dossier);
            return;
        }
        var to = one(ItemDecision.APPROVED, ItemDecision.REJECTED, ItemDecision.WAITING_FOR_SHOPPER);
        tell("decides %s of %s".formatted(to, item.title()));
        life.decide(dossier, List.of(item), to);
    }

    private void receives() {
        var dossier = any(life.returns(), _ -> true);
        var units = dossier.items().stream()
                .mapToInt(item -> random.nextInt(item.quantity() + 1))
                .toArray();
        var expectMore = random.nextInt(3) > 0;
        tell("receives %s, more expected: %s".formatted(Arrays.toString(units), expectMore));
        var counted = life.receives(dossier, expectMore, units);
        receiptsOf(dossier).add(counted);
    }

    private List<List<CountedLine>> receiptsOf(Dossier dossier) {
        return receipts.computeIfAbsent(dossier.authorization().id(), _ -> new ArrayList<>());
    }

    private void grades() {
        var dossier = any(life.returns(), each -> !receiptsOf(each).isEmpty());
        var counted = any(receiptsOf(dossier), _ -> true);
        var line = random.nextInt(counted.size());
        var accepted = random.nextInt(counted.get(line).received() + 1);
        var refused = random.nextInt(counted.get(line).received() - accepted + 1);
        tell("grades %d accepted, %d refused of line %d".formatted(accepted, refused, line));
        life.grades(dossier, counted, line, accepted, refused, one(Disposition.values()));
    }

    private void pays() {
        var refund = any(life.refunds(), Reimbursement::isOpen);
        tell("pays %s of %s".formatted(refund.amount(), refund.state()));
        var found = PayingGuard.check(life.account(), life.of(refund), refund);
        if (!(found instanceof PayingGuard.Answer.Pays)) {
            tell("  not: " + DueRefunds.why(found));
            DueRefunds.revise(life.account(), life.of(refund));
            return;
        }
        refund.ask("tx", life.tick());
        if (random.nextInt(4) == 0) {
            return; // The job comes later.
        }
        settles(refund);
    }

    /** As {@link Payout} does. */
    private void settles(Reimbursement refund) {
        if (!refund.wasCalled()
                && !(PayingGuard.check(life.account(), life.of(refund), refund) instanceof PayingGuard.Answer.Pays)) {
            tell("  stopped");
            refund.stopped();
            DueRefunds.revise(life.account(), life.of(refund));
            return;
        }
        var before = refund.wasCalled();
        refund.called(life.tick());
        if (!before) {
            promises.handedOver(refund);
        }
        var luck = one(TestBank.Luck.values());
        var paid = life.bank().pay(refund, luck);
        tell("  the bank: %s, paid: %s".formatted(luck, paid));
        if (paid == null) {
            refund.unknown("no answer", life.tick());
        } else if (paid) {
            refund.issued("tx", life.tick());
        } else {
            refund.failed("card closed");
            DueRefunds.revise(life.account(), life.of(refund));
        }
    }

    /** Open ends: payments under way, and those of which nobody knows; a person finds out the truth. */
    private void answers() {
        var refund = any(life.refunds(), each -> each.state() == RefundState.ISSUING || each.isOpen());
        if (refund.isOpen()) {
            tell("retries " + refund.amount());
            refund.dueAgain();
            DueRefunds.revise(life.account(), life.of(refund));
        } else if (!refund.isOutcomeUnknown()) {
            settles(refund);
        } else if (life.bank().hasPaid(refund)) {
            tell("finds out that %s was paid".formatted(refund.amount()));
            refund.issued("tx", life.tick());
        } else {
            tell("finds out that %s was not paid".formatted(refund.amount()));
            refund.failed("not paid");
            DueRefunds.revise(life.account(), life.of(refund));
        }
    }

    private void adjusts() {
        var refund = any(life.refunds(), Reimbursement::isOpen);
        var by = Money.ofMinorUnits(
                random.nextInt(4_000) - 2_000, refund.amount().currency());
        tell("adjusts %s by %s".formatted(refund.amount(), by));
        Adjustment.make(life.account(), refund, by, "agreed");
        DueRefunds.revise(life.account(), life.of(refund));
    }

    private void picks() {
        var refund = any(life.refunds(), Reimbursement::isOpen);
        var tender = random.nextInt(4) == 0 ? null : one("card", "gift", "nonsense");
        tell("picks %s for %s".formatted(tender, refund.amount()));
        refund.goTo(RefundMeans.picked(life.account(), refund, tender, "Picked"));
        DueRefunds.revise(life.account(), life.of(refund));
    }

    private void ends() {
        switch (random.nextInt(3)) {
            case 0 -> {
                var refund = any(life.refunds(), Reimbursement::isOpen);
                tell("gives up " + refund.amount());
                refund.giveUp("goodwill elsewhere");
            }
            case 1 -> {
                tell("closes");
                life.closes(any(life.returns(), each -> !each.authorization().isClosed()));
            }
            default -> {
                tell("withdraws");
                life.withdraws(any(life.returns(), _ -> true));
            }
        }
    }

    private void moves() {
        var to = one(ParcelFact.IN_TRANSIT, ParcelFact.DELIVERED, ParcelFact.EXCEPTION);
        tell("the parcel is " + to);
        life.moves(any(life.returns(), _ -> true), to);
    }

    private void isToldAgain() {
        var again = SoldOrders.toldAgain(life.order(), random);
        tell("told again " + SoldOrders.said(again));
        life.toldAgain(again);
        promises.toldAgain();
    }

    /** Nothing of the kind is there yet; something else happens. */
    private static final class NothingThere extends RuntimeException {}

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T any(List<T> of, Predicate<T> which) {
        var fit = of.stream().filter(which).toList();
        if (fit.isEmpty()) {
            throw new NothingThere();
        }
        return fit.get(random.nextInt(fit.size()));
    }
}
