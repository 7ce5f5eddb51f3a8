package app.retour.rules.publishing;

import java.time.Instant;

/** Who goes by the draft and is told, in the same transaction, that there is none any more. */
public interface DraftFollower {
    void draftIsPublished(Instant at);

    void draftIsDiscarded(Instant at);
}
