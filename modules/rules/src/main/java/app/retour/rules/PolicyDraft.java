package app.retour.rules;

import java.time.Instant;
import java.util.List;

/**
 * A policy being written.
 *
 * @param version rises with each saving, from 1; a change names the one it was made from
 */
public record PolicyDraft(int version, List<Rule> rules, Instant savedAt) {}
