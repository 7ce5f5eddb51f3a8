package app.retour.rules;

import java.time.Instant;

/** Who goes by the draft and is told, in the same transaction, that there is none any more. */
interface DraftFollower {
    void draftIsPublished(Instant at);

    void draftIsDiscarded(Instant at);
}
