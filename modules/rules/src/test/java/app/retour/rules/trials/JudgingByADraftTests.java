package app.retour.rules.trials;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.eur;
import static app.retour.rules.evaluation.RuleFixtures.euros;
import static app.retour.rules.evaluation.RuleFixtures.policy;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.switchedOff;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static app.retour.rules.evaluation.RuleFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.rules.decisions.PastDecisions;
import app.retour.rules.documents.FactsDocument;
import app.retour.rules.evaluation.CompiledPolicy;
import app.retour.rules.policy.Outcome;
import app.retour.rules.policy.Policy;
import app.retour.rules.trials.BackTestTally.Cell;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.Operator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Stored decisions judged by a draft: what comes out otherwise, and what it is worth. */
class JudgingByADraftTests {
    private static final Instant THEN = Instant.parse("2026-11-01T12:00:00Z");
    private static final Policy LENIENT = policy(rule("Yes", always(), approve()));
    private static final Policy CHEAP =
            policy(rule("Cheap", test(FactName.ITEM_VALUE, Operator.LESS_THAN, eur("50.00")), approve()));
    private static final Facts DEAR = Facts.none().money(FactName.ITEM_VALUE, euros("80.00"));

    @Test
    void aDecisionThatTheDraftTurnsIsListedWithItsValue() {
        var tally = tally(CHEAP);
        var past = past(Outcome.APPROVE, DEAR, List.of());
        var retried = new DraftTrial(JsonMapper.shared(), CHEAP, null, tally).judge(past);
        assertThat(retried)
                .isEqualTo(new RetriedDecision(
                        past.id(), THEN, true, Outcome.APPROVE, Outcome.REVIEW, new BigDecimal("80.00")));
        assertThat(tally.changed()).isOne();
        assertThat(tally.judged()).isOne();
    }

    @Test
    void withoutALivePolicyTheDraftIsHeldAgainstWhatWasDecidedThen() {
        assertThat(judged(LENIENT, null, past(Outcome.REJECT, DEAR, List.of())).live())
                .isEqualTo(Outcome.REJECT);
        assertThat(judged(LENIENT, CHEAP, past(Outcome.REJECT, DEAR, List.of())).live())
                .as("the live one judges anew")
                .isEqualTo(Outcome.REVIEW);
    }

    @Test
    void guardsOfThenStandAgainstBoth() {
        var guarded = judged(LENIENT, LENIENT, past(Outcome.REVIEW, DEAR, List.of("3 of at most 3")));
        assertThat(guarded.draft()).isEqualTo(Outcome.REVIEW);
        assertThat(guarded.live()).isEqualTo(Outcome.REVIEW);
        assertThat(guarded.listed()).isFalse();
    }

    @Test
    void theLawHasTheLastWordThoughTheDraftDoesNotReadTheBasis() {
        var strict = policy(rule("No", always(), reject()));
        var withdrawal = DEAR.choice(FactName.LEGAL_BASIS, LegalBasis.WITHDRAWAL);
        assertThat(judged(strict, null, past(Outcome.APPROVE, withdrawal, List.of()))
                        .draft())
                .isEqualTo(Outcome.REVIEW);
        assertThat(judged(strict, null, past(Outcome.APPROVE, DEAR, List.of())).draft())
                .isEqualTo(Outcome.REJECT);
    }

    @Test
    void onlySoManyChangesAreListedButAllAreCounted() {
        var full = new BackTestTally(CHEAP, List.of(), Map.of(), 20_000, BackTest.MOST_CHANGES);
        var retried =
                new DraftTrial(JsonMapper.shared(), CHEAP, null, full).judge(past(Outcome.APPROVE, DEAR, List.of()));
        assertThat(retried.listed()).isFalse();
        assertThat(full.changed()).isEqualTo(BackTest.MOST_CHANGES + 1L);
        var last = new BackTestTally(CHEAP, List.of(), Map.of(), 20_000, BackTest.MOST_CHANGES - 1L);
        assertThat(new DraftTrial(JsonMapper.shared(), CHEAP, null, last)
                        .judge(past(Outcome.APPROVE, DEAR, List.of()))
                        .listed())
                .isTrue();
    }

    @Test
    void aTallyAddsUpByWhatWasAndWhatWouldBe() {
        var tally = tally(CHEAP);
        tally.count(DEAR, Outcome.APPROVE, Outcome.REVIEW);
        tally.count(DEAR, Outcome.APPROVE, Outcome.REVIEW);
        tally.count(DEAR, Outcome.REVIEW, Outcome.REVIEW);
        assertThat(tally.cells())
                .containsExactly(
                        new Cell(Outcome.APPROVE, Outcome.REVIEW, 2, new BigDecimal("160.00")),
                        new Cell(Outcome.REVIEW, Outcome.REVIEW, 1, new BigDecimal("80.00")));
        assertThat(tally.judged()).isEqualTo(3);
        assertThat(tally.changed()).isEqualTo(2);
    }

    @Test
    void aValueThatNobodyKnowsOrOfAnotherCurrencyCountsTheItemAlone() {
        var tally = tally(CHEAP);
        assertThat(tally.count(Facts.none(), Outcome.APPROVE, Outcome.REVIEW)).isNull();
        var dollars = Facts.none().money(FactName.ITEM_VALUE, Money.of("80.00", "USD"));
        assertThat(tally.count(dollars, Outcome.APPROVE, Outcome.REVIEW)).isNull();
        assertThat(tally.count(DEAR, Outcome.APPROVE, Outcome.REVIEW)).isEqualTo(euros("80.00"));
        assertThat(tally.cells())
                .containsExactly(new Cell(Outcome.APPROVE, Outcome.REVIEW, 3, new BigDecimal("80.00")));
    }

    @Test
    void factsThatTheDraftReadsAndNobodyKnowsAreCounted() {
        var off = switchedOff(rule("Off", test(FactName.ITEM_VENDOR, Operator.EQUALS, text("x")), approve()));
        var tally = tally(new Policy(
                EUR,
                List.of(
                        CHEAP.rules().getFirst(),
                        rule("Sku", test(FactName.ITEM_SKU, Operator.IS_UNKNOWN), reject()),
                        off)));
        tally.count(DEAR, Outcome.APPROVE, Outcome.APPROVE);
        tally.count(Facts.none(), Outcome.APPROVE, Outcome.APPROVE);
        assertThat(tally.unknown()).isEqualTo(Map.of("item.sku", 2L, "item.value", 1L));
    }

    @Test
    void aTestThatWasCutOffGoesOnWhereItWas() {
        var first = tally(CHEAP);
        first.count(DEAR, Outcome.APPROVE, Outcome.REVIEW);
        first.count(Facts.none(), Outcome.REJECT, Outcome.REVIEW);
        var second = new BackTestTally(CHEAP, first.cells(), first.unknown(), first.judged(), first.changed());
        second.count(DEAR, Outcome.APPROVE, Outcome.REVIEW);
        var whole = tally(CHEAP);
        whole.count(DEAR, Outcome.APPROVE, Outcome.REVIEW);
        whole.count(Facts.none(), Outcome.REJECT, Outcome.REVIEW);
        whole.count(DEAR, Outcome.APPROVE, Outcome.REVIEW);
        assertThat(second.cells()).isEqualTo(whole.cells());
        assertThat(second.unknown()).isEqualTo(whole.unknown());
        assertThat(second.judged()).isEqualTo(whole.judged());
        assertThat(second.changed()).isEqualTo(whole.changed());
    }

    private static BackTestTally tally(Policy draft) {
        return new BackTestTally(draft, List.of(), Map.of(), 0, 0);
    }

    private static RetriedDecision judged(Policy draft, @Nullable Policy live, PastDecisions.Past past) {
        return new DraftTrial(JsonMapper.shared(), draft, live == null ? null : CompiledPolicy.of(live), tally(draft))
                .judge(past);
    }

    private static PastDecisions.Past past(Outcome outcome, Facts facts, List<String> guards) {
        return new PastDecisions.Past(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                outcome,
                JsonMapper.shared().writeValueAsString(FactsDocument.write(facts)),
                guards,
                List.of(),
                THEN);
    }
}
