package app.retour.returns.record;

import app.retour.returns.waterfall.RefundedUnits;
import app.retour.returns.waterfall.Waterfall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code PayingGuard} finds of a refund, when it looks at it as things are now. */
public sealed interface PayingAnswer {
    /**
     * It may be paid as it is.
     *
     * @param needsPersonBecause what a person should know all the same
     */
    record Pays(@Nullable String needsPersonBecause) implements PayingAnswer {}

    /**
     * Not as it is, but so: less of it, or to another means.
     *
     * @param isPaid the order is, and it is known how much: else nothing is issued of it, whatever it comes to
     */
    record Changed(
            Waterfall waterfall,
            List<RefundedUnits> units,
            @Nullable String needsPersonBecause,
            boolean isPaid,
            String why)
            implements PayingAnswer {}

    /** Not now. */
    record Held(Hold as, String why) implements PayingAnswer {}

    /** Nothing of it is left to be paid. */
    record Gone(String why) implements PayingAnswer {}
}
