package app.retour.rules.analysis;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.all;
import static app.retour.rules.evaluation.RuleFixtures.always;
import static app.retour.rules.evaluation.RuleFixtures.any;
import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.fee;
import static app.retour.rules.evaluation.RuleFixtures.none;
import static app.retour.rules.evaluation.RuleFixtures.reasonIs;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.review;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static app.retour.rules.evaluation.RuleFixtures.test;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Effect;
import app.retour.rules.policy.Policy;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.policy.Rule;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.ReasonGroup;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that would refuse or charge what a consumer has a right to, and those that would not. */
class StatutoryRisksTests {
    private static final FactConstraints CONSTRAINTS = FactConstraints.of(EUR);
    private static final Condition GOODWILL = basis(LegalBasis.GOODWILL);
    private static final Condition SIZE = reasonIs(ReasonGroup.SIZE);
    private static final Condition DEFECT = reasonIs(ReasonGroup.DEFECT);

    private static Condition basis(LegalBasis basis) {
        return test(FactName.LEGAL_BASIS, Operator.EQUALS, new FactValue.Text(basis.name()));
    }

    @Test
    void chargesOfStatutoryRightsAreRisksToo() {
        var fee = (Finding.Reachable) only(FindingKind.STATUTORY_RISK, rule("Fee", SIZE, fee("5.00"), approve()));
        assertThat(fee.words())
                .isEqualTo(
                        "Rule 1 “Fee” would charge a fee for a case of withdrawal, which is a statutory right. The law"
                                + " stops it: a person has to look instead. Add the condition that the legal basis is goodwill, or"
                                + " put a rule for statutory rights before it.");
        assertThat(fee.severity()).isEqualTo(FindingSeverity.WARNING);
        assertThat(fee.item().get(FactName.LEGAL_BASIS)).isEqualTo(new FactValue.Text("WITHDRAWAL"));
        var way = (Finding.Reachable) only(
                FindingKind.STATUTORY_RISK, rule("Way", DEFECT, new Effect.Ship(ReturnShipping.SHOPPER), review()));
        assertThat(way.words()).contains("would charge the way back for a case of conformity");
        assertThat(way.item().get(FactName.LEGAL_BASIS)).isEqualTo(new FactValue.Text("CONFORMITY"));
    }

    @Test
    void aRuleThatAsksForGoodwillOrGivesIsNoRisk() {
        assertThat(of(FindingKind.STATUTORY_RISK, rule("No", GOODWILL, reject())))
                .isEmpty();
        assertThat(of(FindingKind.STATUTORY_RISK, rule("Fee", all(GOODWILL, SIZE), fee("5.00"))))
                .isEmpty();
        assertThat(of(FindingKind.STATUTORY_RISK, rule("Yes", always(), approve())))
                .isEmpty();
        assertThat(of(FindingKind.STATUTORY_RISK, rule("Way", SIZE, new Effect.Ship(ReturnShipping.SHOPPER))))
                .as("for a withdrawal the shopper may pay the way back")
                .isEmpty();
        assertThat(of(
                        FindingKind.STATUTORY_RISK,
                        rule("Law", any(basis(LegalBasis.WITHDRAWAL), basis(LegalBasis.CONFORMITY)), review()),
                        rule("No", none(test(FactName.LEGAL_BASIS, Operator.IS_UNKNOWN)), reject())))
                .isEmpty();
    }

    private static Finding only(FindingKind kind, Rule... rules) {
        var found = of(kind, rules);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<Finding> of(FindingKind kind, Rule... rules) {
        return analysed(rules).findings().stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    private static PolicyAnalysis analysed(Rule... rules) {
        return PolicyAnalysis.of(policy(rules), CONSTRAINTS, Duration.ofMinutes(1));
    }

    private static Policy policy(Rule... rules) {
        return new Policy(EUR, Arrays.asList(rules));
    }
}
