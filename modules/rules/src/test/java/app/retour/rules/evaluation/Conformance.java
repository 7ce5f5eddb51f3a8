package app.retour.rules.evaluation;

import static app.retour.rules.evaluation.RuleFixtures.approve;
import static app.retour.rules.evaluation.RuleFixtures.none;
import static app.retour.rules.evaluation.RuleFixtures.policy;
import static app.retour.rules.evaluation.RuleFixtures.reject;
import static app.retour.rules.evaluation.RuleFixtures.rule;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Truth;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Operator;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/** What conformance suites of other rule languages need to be asked of this one. */
final class Conformance {
    /** Cases that our vocabulary does not express, by reason. */
    private final Map<String, Integer> left = new TreeMap<>();

    private int asked;

    /** One of the shared suites, read in place. */
    static Path suite(String name) {
        var path = Path.of(System.getProperty("retour.root", "."), "..", "shared", "fixtures", "rules")
                .resolve(name);
        Assumptions.assumeTrue(Files.exists(path), "SKIPPED: the shared fixtures are not there: " + path);
        return path;
    }

    static CustomFact fact(String name, FactType type) {
        return new CustomFact(
                CustomFact.PREFIX + name, type, "the " + name, "", CustomFact.Source.ORDER, name, false, false);
    }

    static Condition test(CustomFact fact, Operator operator, FactValue... operands) {
        return new Condition.Test(fact, operator, List.of(operands));
    }

    /** What a constant of another language is here: a fact that is known to be just this. */
    static Condition constant(boolean truth) {
        return truth ? RuleFixtures.always() : RuleFixtures.never();
    }

    static FactValue number(String digits) {
        return new FactValue.Quantity(new BigDecimal(digits));
    }

    static FactValue day(String date) {
        return new FactValue.Day(LocalDate.parse(date));
    }

    /** The truth that the compiled evaluator finds, which must be what the condition itself says. */
    static Truth truth(Condition condition, Facts facts) {
        var compiled = CompiledPolicy.of(
                        policy(rule("holds", condition, approve()), rule("fails", none(condition), reject())))
                .decision(facts);
        var truth = compiled.winner() == 0 ? Truth.TRUE : compiled.winner() == 1 ? Truth.FALSE : Truth.UNKNOWN;
        assertThat(truth).as("%s of %s", condition, facts).isEqualTo(condition.truth(facts));
        return truth;
    }

    void asked() {
        asked++;
    }

    void leftOut(String reason) {
        left.merge(reason, 1, Integer::sum);
    }

    /** Everything is either asked or left out for a reason, and so much of each. */
    void holds(String suite, int asked, Map<String, Integer> left) {
        System.out.printf("%s: %d cases hold; not expressible: %s%n", suite, this.asked, this.left);
        assertThat(this.left).isEqualTo(left);
        assertThat(this.asked).isEqualTo(asked);
    }
}
