package app.retour.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Refusal;
import app.retour.rules.documents.DocumentPart;
import app.retour.rules.documents.FactsDocument;
import app.retour.rules.documents.PolicyReader;
import app.retour.rules.documents.PolicyWriter;
import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.EffectKind;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.Rule;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** Laws that hold for any policy and any facts, known or not. */
@Domain(RandomPolicies.class)
class EngineKeepsTheLawTests {
    private static final int TRIES = 600;

    @Property(tries = 2 * TRIES, edgeCases = EdgeCasesMode.NONE)
    void theEngineSaysWhatTheLawSaysWordByWord(@ForAll Policy policy, @ForAll Facts facts) {
        var naive = new NaiveInterpreter(policy, facts);
        var ruleEvaluation = RuleEvaluation.of(policy, facts);
        for (var kind : EffectKind.values()) {
            var answer = naive.answer(kind);
            if (kind != EffectKind.TAGS) {
                assertThat(ruleEvaluation.winner(kind)).as(kind.label()).isEqualTo(answer.won());
                assertThat(ruleEvaluation.isOpen(kind)).as(kind.label()).isEqualTo(answer.undetermined());
            }
        }
        assertThat(ruleEvaluation.tags()).isEqualTo(naive.tags());
        var isStatutory =
                facts.get(FactName.LEGAL_BASIS) instanceof FactValue.Text(var basis) && !basis.equals("GOODWILL");
        if (!isStatutory) {
            assertThat(RuleFixtures.judged(policy, facts).outcome()).isEqualTo(naive.outcome());
        }
    }

    /** One condition at a time: an error here would hide behind first matches. */
    @Property(tries = 4 * TRIES, edgeCases = EdgeCasesMode.NONE)
    void aCompiledConditionSaysWhatItsWordsSay(@ForAll Policy policy, @ForAll Facts facts) {
        var compiled = new CompiledConditions(policy.currency());
        for (var rule : policy.rules()) {
            var start = compiled.add(rule.when());
            assertThat(compiled.truth(start, facts.coded(policy.currency())))
                    .isEqualTo(rule.when().truth(facts));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void noGuardChangesAWithdrawalAndNoneEverRefusesOrApproves(@ForAll Policy policy, @ForAll Facts facts) {
        var guards = List.of("5 of at most 5", "€61.00 of at most €60.00").subList(0, 1 + (facts.hashCode() & 1));
        var compiled = CompiledPolicy.of(policy);
        var withdrawal = facts.choice(FactName.LEGAL_BASIS, LegalBasis.WITHDRAWAL);
        var free = ItemEvaluation.of(compiled, withdrawal, List.of());
        var guarded = ItemEvaluation.of(compiled, withdrawal, guards);
        assertThat(guarded.outcome()).isEqualTo(free.outcome());
        assertThat(guarded.shopperReason()).isEqualTo(free.shopperReason());
        assertThat(guarded.effects()).isEqualTo(free.effects());
        assertThat(guarded.isHeldBack()).isFalse();
        var before = ItemEvaluation.of(compiled, facts, List.of()).outcome();
        var after = ItemEvaluation.of(compiled, facts, guards).outcome();
        assertThat(after).isIn(before, before == Outcome.APPROVE ? Outcome.REVIEW : before);
    }

    @Property(tries = 2 * TRIES, edgeCases = EdgeCasesMode.NONE)
    void theTraceAgreesWithTheJudgement(@ForAll Policy policy, @ForAll Facts facts) {
        var evaluation = RuleFixtures.judged(policy, facts);
        var trace = Tracing.of(policy, facts, evaluation, 1, Policy.SEMANTICS);
        assertThat(trace.outcome()).isEqualTo(evaluation.outcome());
        assertThat(trace.rules()).hasSameSizeAs(policy.rules());
        for (var kind : EffectKind.values()) {
            var winners = positions(trace, kind, Trace.EffectFate.WON);
            var open = positions(trace, kind, Trace.EffectFate.UNDETERMINED);
            var settled = evaluation.ruleEvaluation().settled(kind);
            if (kind == EffectKind.TAGS) {
                var tags = new HashSet<String>();
                winners.forEach(position -> policy.rules()
                        .get(position - 1)
                        .then()
                        .forEach(effect -> {
                            if (effect instanceof Effect.AddTags(var added)) {
                                tags.addAll(added);
                            }
                        }));
                assertThat(tags).isEqualTo(evaluation.effects().tags());
            } else {
                assertThat(winners).isEqualTo(settled.isWon() ? List.of(settled.winner() + 1) : List.of());
                assertThat(settled.isWon() && !open.isEmpty()).isFalse();
            }
        }
        for (var rule : trace.rules()) {
            assertThat(rule.conditions().getFirst().truth()).isEqualTo(rule.truth());
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void whatIsStoredRecomputesToTheSame(@ForAll Policy policy, @ForAll Facts facts) {
        var rules = policy.rules().stream()
                .filter(EngineKeepsTheLawTests::isLegible)
                .toList();
        var storedPolicy = new PolicyReader(policy.currency(), Vocabulary.OF_THE_HOUSE)
                .read(DocumentPart.root(PolicyWriter.write(rules), "rules"));
        var storedFacts = FactsDocument.read(FactsDocument.write(facts));
        assertThat(storedPolicy.rules()).isEqualTo(rules);
        assertThat(storedFacts).isEqualTo(facts);
        assertSame(
                RuleFixtures.judged(storedPolicy, storedFacts),
                RuleFixtures.judged(new Policy(policy.currency(), rules), facts));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void unknownNeverApprovesRejectsChargesOrGivesAway(@ForAll Policy policy, @ForAll Facts facts) {
        var evaluation = RuleFixtures.judged(policy, facts);
        var effects = evaluation.effects();
        for (var kind : evaluation.ruleEvaluation().undetermined()) {
            switch (kind) {
                case DECISION -> assertThat(evaluation.outcome()).isEqualTo(Outcome.REVIEW);
                case FEE -> assertThat(effects.fee().isCharged()).isFalse();
                case BONUS -> assertThat(effects.bonus()).isNull();
                case KEEP_ITEM -> assertThat(effects.keepItem()).isFalse();
                case RESOLUTIONS -> assertThat(effects.allowedResolutions()).isNull();
                default -> {}
            }
            if (kind.isMaterial()) {
                assertThat(evaluation.outcome()).isNotEqualTo(Outcome.APPROVE);
            }
        }
        assertThat(evaluation.undetermined())
                .hasSameSizeAs(evaluation.ruleEvaluation().undetermined());
    }

    /** Learning what was unknown may settle what was undetermined; it never changes what was settled. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void nothingKnownNowIsTakenBackWhenMoreBecomesKnown(@ForAll Policy policy, @ForAll Facts some, @ForAll Facts more) {
        for (var rule : policy.rules()) {
            var before = rule.when().truth(some);
            var learned = some;
            for (var name : FactName.values()) {
                if (!some.get(name).isKnown() && more.get(name).isKnown() && !asksWhetherUnknown(rule.when(), name)) {
                    learned = learned.with(name, more.get(name));
                }
            }
            if (before != Truth.UNKNOWN) {
                assertThat(rule.when().truth(learned)).isEqualTo(before);
            }
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void rulesAfterAFinalOneThatHoldsChangeNothing(@ForAll Policy policy, @ForAll Facts facts) {
        var finalAt = RuleEvaluation.of(policy, facts).finalAt();
        if (finalAt >= 0) {
            var cut = new Policy(policy.currency(), policy.rules().subList(0, finalAt + 1));
            assertSame(RuleFixtures.judged(cut, facts), RuleFixtures.judged(policy, facts));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void rulesSwitchedOffMightAsWellNotBeThere(@ForAll Policy policy, @ForAll Facts facts) {
        var left = policy.rules().stream().filter(Rule::enabled).toList();
        var without = RuleFixtures.judged(new Policy(policy.currency(), left), facts);
        var with = RuleFixtures.judged(policy, facts);
        assertThat(with.outcome()).isEqualTo(without.outcome());
        assertThat(with.effects()).isEqualTo(without.effects());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void anAppendedRuleNeverChangesWhatIsSet(@ForAll Policy policy, @ForAll Policy other, @ForAll Facts facts) {
        var longer = new ArrayList<>(policy.rules());
        longer.addAll(other.rules());
        var before = RuleEvaluation.of(policy, facts);
        var after = RuleEvaluation.of(new Policy(policy.currency(), longer), facts);
        for (var kind : EffectKind.values()) {
            var settled = before.settled(kind);
            if (settled.isWon()) {
                assertThat(after.settled(kind).winner()).isEqualTo(settled.winner());
            }
            if (settled.isOpen()) {
                assertThat(after.settled(kind).opener()).isEqualTo(settled.opener());
            }
        }
        assertThat(after.tags()).containsAll(before.tags());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aStatutoryRightIsNeverRefusedNorChargedByRules(@ForAll Policy policy, @ForAll Facts facts) {
        for (var basis : Set.of(LegalBasis.WITHDRAWAL, LegalBasis.CONFORMITY)) {
            var evaluation = RuleFixtures.judged(policy, facts.choice(FactName.LEGAL_BASIS, basis));
            assertThat(evaluation.outcome()).isNotEqualTo(Outcome.REJECT);
            assertThat(evaluation.effects().fee().isCharged()).isFalse();
        }
    }

    private static void assertSame(ItemEvaluation one, ItemEvaluation other) {
        var item = new ItemFacts(new UUID(0, 0), Facts.none());
        assertThat(one.on(item, null)).isEqualTo(other.on(item, null));
        assertThat(one.afterwards()).isEqualTo(other.afterwards());
        assertThat(one.ruleEvaluation()).isEqualTo(other.ruleEvaluation());
    }

    /** Random policies hold what a merchant could not save: empty groups, ends swapped, other currencies. */
    private static boolean isLegible(Rule rule) {
        try {
            new PolicyReader(RuleFixtures.EUR, Vocabulary.OF_THE_HOUSE)
                    .read(DocumentPart.root(PolicyWriter.write(List.of(rule)), "rules"));
            return rule.when().facts().noneMatch(fact -> fact.type() == FactType.MONEY)
                    && rule.when()
                            .facts()
                            .noneMatch(fact -> fact.type() == FactType.TEXT || fact.type() == FactType.TEXTS);
        } catch (Refusal refused) {
            return false;
        }
    }

    private static boolean asksWhetherUnknown(Condition condition, FactName name) {
        return switch (condition) {
            case Condition.All(var parts) -> parts.stream().anyMatch(part -> asksWhetherUnknown(part, name));
            case Condition.Any(var parts) -> parts.stream().anyMatch(part -> asksWhetherUnknown(part, name));
            case Condition.None(var parts) -> parts.stream().anyMatch(part -> asksWhetherUnknown(part, name));
            case Condition.Test test -> test.fact() == name && test.operator() == Operator.IS_UNKNOWN;
        };
    }

    private static List<Integer> positions(Trace trace, EffectKind kind, Trace.EffectFate fate) {
        return trace.rules().stream()
                .filter(rule ->
                        rule.effects().stream().anyMatch(effect -> effect.kind() == kind && effect.fate() == fate))
                .map(Trace.RuleTrace::position)
                .collect(Collectors.toList());
    }
}
