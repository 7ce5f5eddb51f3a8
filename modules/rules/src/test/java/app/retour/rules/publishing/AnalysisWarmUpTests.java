package app.retour.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.analysis.FactConstraints;
import app.retour.rules.analysis.Finding;
import app.retour.rules.analysis.FindingKind;
import app.retour.rules.analysis.RememberedItems;
import app.retour.rules.evaluation.RuleFixtures;
import org.junit.jupiter.api.Test;

class AnalysisWarmUpTests {
    @Test
    void itGoesWhereAnAnalysisOfRealRulesGoes() {
        var memory = new RememberedItems(FactConstraints.of(RuleFixtures.EUR));
        var first = AnalysisWarmUp.analysed(memory);
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
        var practice = AnalysisWarmUp.begin();
        assertThat(practice.isDaemon()).isTrue();
        practice.join();
    }
}
