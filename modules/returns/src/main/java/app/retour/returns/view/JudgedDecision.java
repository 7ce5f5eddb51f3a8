package app.retour.returns.view;

import app.retour.kernel.Actor;
import app.retour.returns.status.ItemDecision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One judging of one item; never changed afterwards.
 *
 * @param policyDecision the stored decision of the rules; null for a person's
 */
public record JudgedDecision(
        @Nullable UUID policyDecision, ItemDecision decision, String because, Actor.Kind by, Instant at) {}
