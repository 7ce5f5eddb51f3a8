package app.retour.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnalysisPracticeTests {
    @Test
    void itGoesWhereAnAnalysisOfRealRulesGoes() {
        var memory = new RememberedItems(FactConstraints.of(RuleFixtures.EUR));
        var first = AnalysisPractice.analysed(memory);
        assertThat(first.findings())
                .extracting(Finding::kind)
                .contains(
                        FindingKind.SHADOWED,
                        FindingKind.EFFECT_ALWAYS_OVERRIDDEN,
                        FindingKind.OVERLAP,
                        FindingKind.STATUTORY_RISK);
        assertThat(memory.of(FactConstraints.of(RuleFixtures.EUR), java.util.Set.of()))
                .isNotEmpty();
    }

    @Test
    void itBeginsWithoutKeepingTheStartWaiting() throws InterruptedException {
        var practice = AnalysisPractice.begin();
        assertThat(practice.isDaemon()).isTrue();
        practice.join();
    }
}
