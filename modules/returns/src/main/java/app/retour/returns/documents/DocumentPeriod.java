package app.retour.returns.documents;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days by the shop's calendar, both included; null for no end.
 *
 * @throws Refusal INVALID when it ends before it begins
 */
public record DocumentPeriod(
        @Nullable LocalDate from, @Nullable LocalDate to) {
    public DocumentPeriod {
        if (from != null && to != null && to.isBefore(from)) {
            throw new Refusal(
                    ErrorCode.INVALID, "The period ends on %s, before it begins on %s".formatted(to, from), "to");
        }
    }
}
