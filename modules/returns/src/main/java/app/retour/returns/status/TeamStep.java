package app.retour.returns.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the team has to do or to wait for, as a sentence for the team.
 *
 * @param ours the team's turn, not the shopper's or the carrier's
 * @param receipt to count into or to inspect
 */
public record TeamStep(
        TeamStepKind kind,
        String text,
        boolean ours,
        @Nullable Instant by,
        @Nullable ReceiptId receipt) {}
