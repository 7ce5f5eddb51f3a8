package app.retour.returns.lists;

import app.retour.returns.status.HeadlineGroup;
import app.retour.returns.status.ReturnDecision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a list of returns; all that is given must hold.
 *
 * @param search finds RMA, order number, name, e-mail, tracking number and SKU
 */
public record ReturnFilter(
        @Nullable List<ReturnDecision> decision,
        @Nullable HeadlineGroup group,
        @Nullable String search,
        @Nullable String assignee,
        @Nullable Instant requestedFrom,
        @Nullable Instant requestedUntil) {
    public static final ReturnFilter ALL = new ReturnFilter(null, null, null, null, null, null);
}
