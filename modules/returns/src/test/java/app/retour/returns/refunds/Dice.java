package app.retour.returns.refunds;

import app.retour.kernel.Money;
import app.retour.returns.record.ItemTerms;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.policy.ReturnShipping;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** What happens next in a life is thrown. */
public final class Dice {
    private final Random random;

    public Dice(long seed) {
        random = new Random(seed);
    }

    /** Nothing of the kind is there yet; something else happens. */
    public static final class NothingThere extends RuntimeException {}

    public Random random() {
        return random;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Once in so many throws. */
    public boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    @SafeVarargs
    public final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    /** @throws NothingThere when there is none such */
    public <T> T any(List<T> of, Predicate<T> which) {
        var fit = of.stream().filter(which).toList();
        if (fit.isEmpty()) {
            throw new NothingThere();
        }
        return fit.get(random.nextInt(fit.size()));
    }

    /** What rules may attach to an item. */
    public ItemTerms terms() {
        var moment = one(RefundMoment.values());
        var keep = once(8);
        return LivingOrder.terms(moment, keep, fee(), one(ReturnShipping.values()));
    }

    private Fee fee() {
        if (!once(3)) {
            return new Fee.Waived();
        }
        var per = one(Fee.Per.values());
        return switch (below(3)) {
            case 0 -> new Fee.Waived();
            case 1 -> new Fee.Flat(Money.of(below(30) + ".00", "EUR"), per);
            default -> new Fee.Percent(BigDecimal.valueOf(below(30)), per);
        };
    }
}
