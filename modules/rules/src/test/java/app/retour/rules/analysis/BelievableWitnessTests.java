package app.retour.rules.analysis;

import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.any;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.none;
import static app.retour.rules.evaluation.RuleFixtures.reasonIs;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.review;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.FactsReader;
import app.retour.rules.evaluation.NaiveInterpreter;
import app.retour.rules.evaluation.RuleEvaluation;
import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.rules.vocabulary.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What people see of an invented item shows what it is for when they try it, and they believe it where that can be. */
class BelievableWitnessTests {
    private static final List<SmallDomain> DOMAINS = List.of(
            SmallDomain.amounts(), SmallDomain.reasons(), SmallDomain.texts(), SmallDomain.dates(), SmallDomain.law());
    private static final SmallDomain DATES = SmallDomain.dates();
    private static final Map<String, ReasonGroup> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put("Too_small", ReasonGroup.SIZE);
        REASONS.put("too_large", ReasonGroup.SIZE);
        REASONS.put("defective", ReasonGroup.DEFECT);
        REASONS.put("broken_seal", ReasonGroup.DEFECT);
        REASONS.put("changed_mind", ReasonGroup.CHANGED_MIND);
        REASONS.put("other", ReasonGroup.OTHER);
    }

    private static final FactConstraints SHOP = SmallDomain.CONSTRAINTS.knowing(REASONS);

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatIsShownSaysTheSameWhenItIsTried(@ForAll long seed) {
        var random = new Random(seed);
        var policy = DOMAINS.get(random.nextInt(DOMAINS.size())).policy(random);
        for (var found : reachable(policy, random.nextBoolean() ? SHOP : SmallDomain.CONSTRAINTS)) {
            var given = WitnessFact.of(found).stream()
                    .map(fact -> Map.of("fact", fact.fact(), "values", fact.values()))
                    .toList();
            var tried =
                    new FactsReader(RuleFixtures.EUR, Vocabulary.OF_THE_HOUSE).read(DocumentPart.root(given, "facts"));
            assertThat(shows(policy, found, tried)).as("%s", found).isTrue();
            if (found.kind() == FindingKind.STATUTORY_RISK) {
                assertThat(RuleFixtures.judged(policy, tried).outcome()).isNotEqualTo(Outcome.REJECT);
            }
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void goodsComeBeforeTheyGoBackWhereverThatShowsItToo(@ForAll long seed) {
        var policy = DATES.policy(new Random(seed));
        for (var found : reachable(policy, SmallDomain.CONSTRAINTS)) {
            if (found.kind() != FindingKind.STATUTORY_RISK
                    && DATES.all().stream().anyMatch(facts -> isInOrder(facts) && shows(policy, found, facts))) {
                assertThat(isInOrder(found.item())).as("%s", found).isTrue();
            }
        }
    }

    private static boolean isInOrder(Facts facts) {
        return !(facts.get(FactName.ORDER_DELIVERY_DATE) instanceof FactValue.Day(var delivered)
                && facts.get(FactName.RETURN_DATE) instanceof FactValue.Day(var requested)
                && delivered.isAfter(requested));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aReasonCodeComesWithTheGroupThatTheShopGivesIt(@ForAll long seed) {
        var random = new Random(seed);
        var rules = new ArrayList<Rule>();
        for (var left = 1 + random.nextInt(4); left > 0; left--) {
            var name = "r" + rules.size();
            rules.add(rule(
                    name, codes(random), List.of(approve(), review(), reject()).get(random.nextInt(3))));
        }
        var policy = new Policy(RuleFixtures.EUR, rules);
        for (var found : reachable(policy, SHOP)) {
            var witness = found.item();
            assertThat(SHOP.broken(witness)).isEmpty();
            assertThat(groups(texts(witness, FactName.ITEM_REASON)))
                    .as("%s", witness)
                    .isEqualTo(texts(witness, FactName.ITEM_REASON_GROUP));
            assertThat(groups(texts(witness, FactName.RETURN_ANY_REASON)))
                    .as("%s", witness)
                    .isEqualTo(texts(witness, FactName.RETURN_ANY_REASON_GROUP));
        }
    }

    private static Condition codes(Random random) {
        var names = List.copyOf(REASONS.keySet());
        var one = text(names.get(random.nextInt(4)));
        var other = text(names.get(random.nextInt(4)).toUpperCase(java.util.Locale.ROOT));
        var own = test(FactName.ITEM_REASON, Operator.ONE_OF, one, other);
        var some = test(FactName.RETURN_ANY_REASON, Operator.CONTAINS_ANY, one);
        return switch (random.nextInt(5)) {
            case 0 -> own;
            case 1 -> none(own);
            case 2 -> all(none(own), some);
            case 3 -> any(own, test(FactName.RETURN_EVERY_REASON, Operator.CONTAINS_ALL, other));
            default -> all(own, none(some));
        };
    }

    private static Set<String> texts(Facts facts, FactName fact) {
        return switch (facts.get(fact)) {
            case FactValue.Text(var text) -> Set.of(text);
            case FactValue.Texts(var texts) -> Set.copyOf(texts);
            default -> Set.of();
        };
    }

    private static Set<String> groups(Set<String> codes) {
        return codes.stream()
                .map(code -> REASONS.entrySet().stream()
                        .filter(reason -> reason.getKey().equalsIgnoreCase(code))
                        .map(reason -> reason.getValue().name())
                        .findFirst()
                        .orElse("no reason of this shop: " + code))
                .collect(Collectors.toSet());
    }

    @Example
    void groupsMayChangeSoNothingIsCalledImpossibleForThem() {
        var odd = all(test(FactName.ITEM_REASON, Operator.EQUALS, text("too_small")), reasonIs(ReasonGroup.DEFECT));
        var policy = RuleFixtures.policy(rule("Odd", odd, approve()), rule("All else", all(), reject()));
        assertThat(PolicyAnalysis.of(policy, SHOP, Duration.ofMinutes(1)).findings())
                .extracting(Finding::kind)
                .doesNotContain(FindingKind.NEVER_MATCHES, FindingKind.CONTRADICTORY_CONDITION);
    }

    @Example
    void aCodeThatTheShopDoesNotKnowIsStillInvented() {
        var policy =
                RuleFixtures.policy(rule("New", test(FactName.ITEM_REASON, Operator.EQUALS, text("itches")), reject()));
        assertThat(reachable(policy, SHOP))
                .filteredOn(found -> found.kind() == FindingKind.STATUTORY_RISK)
                .singleElement()
                .satisfies(found ->
                        assertThat(found.item().get(FactName.ITEM_REASON)).isEqualTo(text("itches")));
    }

    private static List<Finding.Reachable> reachable(Policy policy, FactConstraints constraints) {
        return PolicyAnalysis.of(policy, constraints, Duration.ofMinutes(1)).findings().stream()
                .filter(Finding.Reachable.class::isInstance)
                .map(Finding.Reachable.class::cast)
                .toList();
    }

    /** By the plain reading of the law. */
    private static boolean shows(Policy policy, Finding.Reachable found, Facts facts) {
        var naive = new NaiveInterpreter(policy, facts);
        var decision = naive.answer(EffectKind.DECISION);
        return switch (found.kind()) {
            case GAP ->
                decision.equals(new NaiveInterpreter.Answer(null, false))
                        && found.read().stream()
                                .allMatch(fact -> facts.get(fact).isKnown())
                        && endsAt(found, RuleEvaluation.of(policy, facts).finalAt());
            case OVERLAP -> {
                var first = found.rules().getLast().position() - 1;
                var later = policy.rules().get(found.rules().getFirst().position() - 1);
                yield RuleEvaluation.of(policy, facts)
                                        .settled(EffectKind.DECISION)
                                        .winner()
                                == first
                        && naive.truth(later.when()) == Truth.TRUE;
            }
            default -> {
                var place = found.rules().getFirst().position() - 1;
                yield EnumSet.allOf(EffectKind.class).stream()
                        .anyMatch(kind ->
                                RuleEvaluation.of(policy, facts).settled(kind).winner() == place);
            }
        };
    }

    /** At the end of the list, or at the final rule that the finding names. */
    private static boolean endsAt(Finding.Reachable found, int finalAt) {
        return found.rules().isEmpty()
                ? finalAt < 0
                : finalAt == found.rules().getFirst().position() - 1;
    }
}
