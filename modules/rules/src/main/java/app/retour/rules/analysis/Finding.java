package app.retour.rules.analysis;

import app.retour.rules.policy.EffectKind;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.Facts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that the analysis of a policy found, proved for every item there can be within the declared constraints. */
public sealed interface Finding {
    FindingKind kind();

    FindingSeverity severity();

    /** The rules it is about, the one to change first. Empty for a gap. */
    List<RuleAt> rules();

    /** In plain words, with what to do. */
    String words();

    /** To the conditions that cause it, all of them together, as mistakes name them. */
    default List<List<String>> paths() {
        return List.of();
    }

    /** Whether the policy says the same of every item without the rule. */
    default boolean mayGo() {
        return false;
    }

    /** The effect that never comes to pass; null where it is about whole rules. */
    default @Nullable EffectKind effect() {
        return null;
    }

    /** What people see of the invented item, for trying it; null where nothing can be shown, since nothing happens. */
    default @Nullable List<WitnessFact> witness() {
        return null;
    }

    /**
     * A rule of the policy.
     *
     * @param position from 1
     */
    record RuleAt(int position, String ruleId, String name) {}

    /**
     * A condition that never has the value it must have; the rule may still match without it.
     *
     * @param paths to the conditions, from {@code rules} on, as mistakes name them; all of them together cause it
     */
    record DeadCondition(FindingKind kind, List<RuleAt> rules, List<List<String>> paths, String words)
            implements Finding {
        public DeadCondition {
            rules = List.copyOf(rules);
            paths = List.copyOf(paths);
        }

        @Override
        public FindingSeverity severity() {
            return FindingSeverity.ERROR;
        }
    }

    /**
     * A rule that never matches or never sets anything.
     *
     * @param paths to the conditions that exclude each other; empty for a rule that is shadowed
     * @param mayGo whether the policy says the same of every item without the rule; never so only because nobody can
     *     tell whether a rule before it holds
     */
    record DeadRule(FindingKind kind, List<RuleAt> rules, List<List<String>> paths, boolean mayGo, String words)
            implements Finding {
        public DeadRule {
            rules = List.copyOf(rules);
            paths = List.copyOf(paths);
        }

        @Override
        public FindingSeverity severity() {
            return kind == FindingKind.NEVER_MATCHES ? FindingSeverity.ERROR : FindingSeverity.WARNING;
        }
    }

    /** An effect that rules before have always settled when its rule holds. */
    record DeadEffect(EffectKind effect, List<RuleAt> rules, String words) implements Finding {
        public DeadEffect {
            rules = List.copyOf(rules);
        }

        @Override
        public FindingKind kind() {
            return FindingKind.EFFECT_ALWAYS_OVERRIDDEN;
        }

        @Override
        public FindingSeverity severity() {
            return FindingSeverity.WARNING;
        }
    }

    /**
     * Something that can happen.
     *
     * @param item an invented one to which it happens: it keeps every declared constraint, and the policy was run on it
     * @param read facts that some rule reads; the others of the item matter to nobody
     */
    record Reachable(FindingKind kind, List<RuleAt> rules, Facts item, Set<Fact> read, String words)
            implements Finding {
        public Reachable {
            read = Set.copyOf(read);
            rules = List.copyOf(rules);
        }

        @Override
        public FindingSeverity severity() {
            return kind == FindingKind.STATUTORY_RISK ? FindingSeverity.WARNING : FindingSeverity.HINT;
        }

        @Override
        public List<WitnessFact> witness() {
            return WitnessFact.of(this);
        }
    }
}
