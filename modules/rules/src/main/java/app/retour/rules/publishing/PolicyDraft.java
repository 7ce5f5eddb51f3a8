package app.retour.rules.publishing;

import app.retour.rules.policy.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy being written.
 *
 * @param version rises with each saving, from 1; a change names the one it was made from
 * @param savedBy person or program that changed it last; null for drafts of old
 */
public record PolicyDraft(
        int version,
        List<Rule> rules,
        Instant savedAt,
        @Nullable String savedBy) {}
