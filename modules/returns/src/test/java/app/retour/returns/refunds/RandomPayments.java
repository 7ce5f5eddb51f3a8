package app.retour.returns.refunds;

import app.retour.kernel.Money;
import app.retour.returns.events.RefundState;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What banks, and people who pay, may do with the refunds of a life. */
public final class RandomPayments {
    private final Dice dice;
    private final LivingOrder life;
    private final PromisesKept promises;
    private final Consumer<String> story;

    public RandomPayments(Dice dice, LivingOrder life, PromisesKept promises, Consumer<String> story) {
        this.dice = dice;
        this.life = life;
        this.promises = promises;
        this.story = story;
    }

    private void tell(String what) {
        story.accept(what);
    }

    private static String named(Reimbursement refund) {
        return refund.amount() + " "
                + refund.waterfall().lines().stream()
                        .map(line -> line.kind() + " " + line.amount().amount())
                        .toList();
    }

    public void pays() {
        var refund = dice.any(life.refunds(), Reimbursement::isOpen);
        if (asks(refund) && !dice.once(4)) { // Else the job comes later.
            settles(refund, dice.one(TestBank.Luck.values()));
        }
    }

    private boolean asks(Reimbursement refund) {
        tell("pays %s of %s".formatted(named(refund), refund.state()));
        var found = PayingGuard.check(life.account(), life.of(refund), refund);
        if (!(found instanceof PayingAnswer.Pays)) {
            tell("  not: " + DueRefunds.why(found));
            life.looksAgain(life.of(refund));
            return false;
        }
        refund.ask("tx", life.tick());
        return true;
    }

    /** As {@code Payout} does. */
    private void settles(Reimbursement refund, TestBank.Luck luck) {
        switch (DueRefunds.asking(life.account(), life.of(refund), refund)) {
            case STOP -> {
                tell("  stopped");
                refund.payment().stopped();
                life.looksAgain(life.of(refund));
            }
            case FIND_OUT -> {
                tell("  may be paid, and must not be");
                refund.payment().unknown("must not be paid", life.tick());
            }
            case ASK -> {
                var again = refund.payment().wasCalled();
                refund.payment().called(life.tick());
                promises.handedOver(refund, again);
                var paid = life.bank().pay(refund, luck);
                tell("  the bank: %s, paid: %s".formatted(luck, paid));
                if (paid == null) {
                    if (dice.once(2)) {
                        refund.payment().unknown("no answer", life.tick());
                    }
                } else if (paid) {
                    issued(refund);
                } else {
                    refund.payment().refused("card closed");
                    life.looksAgain(life.of(refund));
                }
            }
        }
    }

    private void issued(Reimbursement refund) {
        refund.payment().issued("tx", life.tick());
        life.looksAgain(life.of(refund));
    }

    /** Open ends: payments under way, and those of which nobody knows; a person finds out the truth. */
    public void answers() {
        var refund = dice.any(life.refunds(), each -> each.state() == RefundState.ISSUING || each.isOpen());
        if (refund.isOpen()) {
            retries(refund);
        } else if (!refund.payment().isOutcomeUnknown()) {
            tell("asks again to pay " + named(refund));
            settles(refund, dice.one(TestBank.Luck.values()));
        } else {
            findsOut(refund);
        }
    }

    private void retries(Reimbursement refund) {
        tell("retries " + named(refund));
        refund.payment().dueAgain();
        life.looksAgain(life.of(refund));
    }

    private void findsOut(Reimbursement refund) {
        var paid = life.bank().hasPaid(refund);
        tell("finds out that %s was %s".formatted(named(refund), paid ? "paid" : "not paid"));
        if (paid) {
            issued(refund);
        } else {
            refund.payment().failed("not paid");
            life.looksAgain(life.of(refund));
        }
    }

    /** Nothing holds it up, or a person only has to say where it goes. */
    public static boolean isToBePaid(Reimbursement refund) {
        return refund.counts() && refund.state() != RefundState.ISSUED && refund.hold() == null;
    }

    /** One more step towards being paid. */
    public void comesToAnEnd(Reimbursement refund) {
        if (refund.payment().isOutcomeUnknown()) {
            findsOut(refund);
        } else if (refund.state() == RefundState.ISSUING) {
            settles(refund, TestBank.Luck.PAYS);
        } else if (refund.state() == RefundState.FAILED) {
            retries(refund);
        }
        if (refund.state() == RefundState.DUE && refund.needsMeans()) {
            var known = life.order().tenders();
            picks(refund, known.isEmpty() ? null : known.getFirst().id());
        }
        if (refund.state() == RefundState.DUE && asks(refund)) {
            settles(refund, TestBank.Luck.PAYS);
        }
    }

    public void adjusts() {
        var refund = dice.any(life.refunds(), Reimbursement::isOpen);
        var by = amount(4_000).minus(amount(4_000));
        tell("adjusts %s by %s".formatted(named(refund), by));
        Adjustment.make(life.account(), refund, by, "agreed");
        life.looksAgain(life.of(refund));
    }

    private Money amount(int below) {
        return Money.ofMinorUnits(dice.below(below), life.order().currency());
    }

    public void picks() {
        picks(
                dice.any(life.refunds(), Reimbursement::isOpen),
                dice.once(4) ? null : dice.one("card", "gift", "nonsense"));
    }

    private void picks(Reimbursement refund, @Nullable String tender) {
        tell("picks %s for %s".formatted(tender, named(refund)));
        refund.goTo(RefundMeans.picked(life.account(), refund, tender, "Picked"));
        life.looksAgain(life.of(refund));
    }

    public void gives() {
        var aggregate = dice.any(life.returns(), _ -> true);
        var kind = dice.one(ReimbursementKind.values());
        var gift = new StaffGift(life.account());
        var left = kind == ReimbursementKind.SHIPPING ? gift.shippingLeft() : gift.left();
        var amount = dice.any(List.of(left, amount(900), amount(900).min(left)), _ -> true);
        tell("staff give %s of %s on %s"
                .formatted(amount, kind, aggregate.authorization().rmaNumber()));
        life.gives(aggregate, kind, amount);
    }

    public void givesUp() {
        var refund = dice.any(life.refunds(), Reimbursement::isOpen);
        tell("gives up " + named(refund));
        refund.giveUp("goodwill elsewhere");
        life.looksAgain(life.of(refund));
        life.othersOf(life.of(refund));
    }
}
