package app.retour.returns.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something to do or to wait for, as a sentence for the shopper. */
public record NextStep(
        NextStepKind kind,
        String text,
        boolean shoppersTurn,
        @Nullable Instant by) {}
