package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.waterfall.Waterfall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway as the world has them: one payment for one key, the same answer to the same, and no other amount under it. */
public final class TestBank {
    /** How a payment goes. */
    enum Luck {
        PAYS,
        REFUSES,
        PAYS_AND_SAYS_NOTHING,
        LOSES_IT
    }

    private record Known(Money amount, List<Waterfall.TenderShare> tenders, boolean paid) {}

    private final Map<String, Known> known = new HashMap<>();

    /** @return whether it paid; null for no answer */
    @Nullable
    Boolean pay(Reimbursement refund, Luck luck) {
        var before = known.get(refund.paymentKey());
        if (before != null) {
            assertThat(before.amount()).as("another amount under a known key").isEqualTo(refund.amount());
            assertThat(before.tenders())
                    .as("another means under a known key")
                    .isEqualTo(refund.waterfall().tenders());
            return before.paid();
        }
        if (luck == Luck.LOSES_IT) {
            return null;
        }
        known.put(
                refund.paymentKey(),
                new Known(refund.amount(), refund.waterfall().tenders(), luck != Luck.REFUSES));
        return luck == Luck.PAYS_AND_SAYS_NOTHING ? null : luck == Luck.PAYS;
    }

    boolean hasPaid(Reimbursement refund) {
        return known.getOrDefault(refund.paymentKey(), new Known(refund.amount(), List.of(), false))
                .paid();
    }

    public Money paid(Money zero) {
        return known.values().stream().filter(Known::paid).map(Known::amount).reduce(zero, Money::plus);
    }
}
