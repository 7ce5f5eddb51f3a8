package app.retour.rules.trials;

import app.retour.kernel.Money;
import app.retour.rules.decisions.PolicyDecision;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.PolicyVersionId;
import app.retour.rules.vocabulary.Fact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A draft tried on what was decided in the last days: the latest judging of each item, judged again by the live version and
 * by the draft as it was when this was asked.
 *
 * @param judged of {@code total} decisions so far
 * @param changed how many come out otherwise by the draft
 * @param outcomes how many, and what they are worth, by what live and draft say
 * @param unknown facts that the draft reads and of how many decisions nobody knows them, most often first
 * @param endedAt null while it runs
 */
@NamedInterface("trials")
public record BackTest(
        BackTestId id,
        State state,
        int days,
        PolicyVersionId liveVersion,
        long judged,
        long total,
        long changed,
        List<Outcomes> outcomes,
        List<UnknownFact> unknown,
        Instant askedAt,
        @Nullable Instant endedAt) {
    /** How many changed decisions are kept for looking at; the counts count all. */
    public static final int MOST_CHANGES = 10_000;

    public BackTest {
        outcomes = List.copyOf(outcomes);
        unknown = List.copyOf(unknown);
    }

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELED,
        /** It broke off again and again, and was given up; what it counted until then stays. */
        FAILED
    }

    /** @param value of the items together, where it is known in the tenant's currency */
    public record Outcomes(Outcome live, Outcome draft, long count, Money value) {}

    /** A fact that history lacks. */
    public record UnknownFact(Fact fact, long count) {}

    /**
     * A decision that comes out otherwise.
     *
     * @param value of the item; null when unknown
     */
    public record Change(
            PolicyDecision decision,
            Outcome live,
            Outcome draft,
            @Nullable Money value) {}
}
