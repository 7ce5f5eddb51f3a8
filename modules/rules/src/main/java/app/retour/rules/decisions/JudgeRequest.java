package app.retour.rules.decisions;

import app.retour.rules.evaluation.ItemFacts;
import app.retour.rules.policy.PolicyVersionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Asks for decisions that are stored.
 *
 * @param subjectType what the items belong to, for example {@code Return}
 * @param submittedAt of the first submission: days are counted to it
 * @param version null for the live one; judging again names the version of the first time
 */
@NamedInterface("decisions")
public record JudgeRequest(
        String subjectType,
        UUID subjectId,
        Instant submittedAt,
        @Nullable PolicyVersionId version,
        List<ItemFacts> items) {
    public JudgeRequest {
        items = List.copyOf(items);
    }
}
