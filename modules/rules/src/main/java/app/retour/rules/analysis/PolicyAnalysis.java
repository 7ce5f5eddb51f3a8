package app.retour.rules.analysis;

import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.solver.Clauses;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong or surprising in a policy, found without any real return.
 *
 * <p>Everything is proved or shown: "never" holds for every item within the {@linkplain FactConstraints declared
 * constraints}, its facts known or not; what can happen comes with an invented item on which the policy was run. Exact for
 * all operators. Not everything is found: of many overlaps only some are listed; sums of several dates or amounts that clash in a
 * roundabout way count as possible; and what the time did not suffice for is told in {@code unfinished}.
 *
 * @param findings the worst first, then in the order of the rules
 * @param unfinished what was not looked at to the end, in plain words; empty when all was
 */
public record PolicyAnalysis(List<Finding> findings, List<String> unfinished) {
    /** What an analysis may take; policies written by people need a small part of it. */
    public static final Duration MOST_TIME = Duration.ofSeconds(2);

    private static final int MOST_FINDINGS = 500;
    private static final int MOST_UNFINISHED = 20;

    public PolicyAnalysis {
        findings = List.copyOf(findings);
        unfinished = List.copyOf(unfinished);
    }

    /** @param time after which questions that are left stay unanswered */
    public static PolicyAnalysis of(Policy policy, FactConstraints constraints, Duration time) {
        return of(policy, constraints, time, null);
    }

    /** @param memory of this shop's earlier analyses; null to remember nothing */
    public static PolicyAnalysis of(
            Policy policy, FactConstraints constraints, Duration time, @Nullable RememberedItems memory) {
        var clauses = new Clauses(System.nanoTime() + time.toNanos());
        var facts = new EncodedFacts(
                clauses,
                constraints,
                policy.rules().stream().filter(Rule::enabled).map(Rule::when).toList());
        var conditions = new EncodedConditions(facts);
        var encoded = new EncodedPolicy(policy, conditions, clauses);
        var search = new FindingSearch(encoded, facts, new WitnessSearch(facts, conditions), memory);
        // All watch from the start: a world that one search finds answers questions of the others.
        var deadRules = new DeadRules(search);
        var deadConditions = new DeadConditions(search);
        var overlaps = new Overlaps(search);
        for (var item : search.earlier().items()) {
            if (deadRules.note(item)) {
                deadConditions.note(item);
                search.earlier().keep(item.facts());
            }
        }
        new StatutoryRisks(search).look();
        deadRules.look();
        deadConditions.look();
        new Gaps(search).look();
        overlaps.look();
        search.earlier().remember();
        var findings = search.findings().stream()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(PolicyAnalysis::firstPosition))
                .toList();
        if (findings.size() > MOST_FINDINGS) {
            search.leave("%d more findings are not shown; mend these first".formatted(findings.size() - MOST_FINDINGS));
        }
        return new PolicyAnalysis(findings.stream().limit(MOST_FINDINGS).toList(), shortened(search.unfinished()));
    }

    private static List<String> shortened(List<String> unfinished) {
        return unfinished.size() <= MOST_UNFINISHED
                ? unfinished
                : Stream.concat(
                                unfinished.stream().limit(MOST_UNFINISHED),
                                Stream.of("not finished: %d questions more"
                                        .formatted(unfinished.size() - MOST_UNFINISHED)))
                        .toList();
    }

    private static int firstPosition(Finding finding) {
        return finding.rules().isEmpty()
                ? Integer.MAX_VALUE
                : finding.rules().getFirst().position();
    }

    /** How many findings there are of each severity. */
    public Map<String, Long> counts() {
        return Arrays.stream(FindingSeverity.values())
                .collect(Collectors.toMap(
                        severity -> severity.name().toLowerCase(Locale.ROOT),
                        severity -> findings.stream()
                                .filter(finding -> finding.severity() == severity)
                                .count(),
                        Long::sum,
                        TreeMap::new));
    }
}
