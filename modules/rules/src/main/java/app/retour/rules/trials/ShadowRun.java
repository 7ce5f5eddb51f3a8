package app.retour.rules.trials;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft, as it was when somebody started this, that judges in silence what the live policy decides: each judging of each
 * item, so an item that is judged again counts again. It never decides anything.
 *
 * @param days how long it may run
 * @param draftIsUnchanged whether the draft of today is still the one that is followed
 * @param changed how many come out otherwise by the draft
 * @param outcomes how many, and what they are worth, by what was decided and what the draft says
 * @param unknown facts that the draft reads and of how many decisions nobody knows them, most often first
 * @param endsAt when it ends by itself
 * @param endedAt null while it runs
 */
public record ShadowRun(
        ShadowRunId id,
        State state,
        int days,
        boolean draftIsUnchanged,
        long judged,
        long changed,
        List<BackTest.Outcomes> outcomes,
        List<BackTest.UnknownFact> unknown,
        Instant startedAt,
        Instant endsAt,
        @Nullable Instant endedAt) {
    public ShadowRun {
        outcomes = List.copyOf(outcomes);
        unknown = List.copyOf(unknown);
    }

    /** Whether it runs, and if not, why. */
    public enum State {
        RUNNING,
        /** By a person. */
        STOPPED,
        /** Its days are over. */
        DONE,
        /** A version was published: what was live is so no more. */
        PUBLISHED,
        /** The draft was thrown away. */
        DISCARDED
    }
}
