package app.retour.rules.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.retour.rules.solver.Clauses.Answer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What clauses, gates and questions mean at their edges. */
class ClausesTests {
    private final Clauses clauses = new Clauses(Long.MAX_VALUE);
    private final int a = clauses.variable();
    private final int b = clauses.variable();
    private final int c = clauses.variable();

    @Test
    void oneAlwaysHoldsAndItsOppositeNever() {
        assertThat(clauses.ask(Clauses.TRUE)).isEqualTo(Answer.YES);
        assertThat(clauses.isTrue(Clauses.TRUE)).isTrue();
        assertThat(clauses.isTrue(Clauses.FALSE)).isFalse();
        assertThat(clauses.ask(Clauses.FALSE)).isEqualTo(Answer.NO);
        assertThat(clauses.core()).containsExactly(Clauses.FALSE);
    }

    @Test
    void nothingIsTrueBeforeAQuestionWasAsked() {
        assertThat(clauses.isTrue(a)).isFalse();
        assertThat(clauses.isTrue(Clauses.TRUE)).isFalse();
    }

    @Test
    void whatNothingAsksForIsNo() {
        assertThat(clauses.ask()).isEqualTo(Answer.YES);
        assertThat(clauses.isTrue(a)).isFalse();
        assertThat(clauses.isTrue(-a)).isTrue();
    }

    @Test
    void aGroupOfNothingOrOfOneNeedsNoVariable() {
        var before = clauses.size();
        assertThat(clauses.all()).isEqualTo(Clauses.TRUE);
        assertThat(clauses.any()).isEqualTo(Clauses.FALSE);
        assertThat(clauses.all(a)).isEqualTo(a);
        assertThat(clauses.any(-a)).isEqualTo(-a);
        assertThat(clauses.all(a, a, Clauses.TRUE)).isEqualTo(a);
        assertThat(clauses.all(a, b, Clauses.FALSE)).isEqualTo(Clauses.FALSE);
        assertThat(clauses.all(a, -a)).isEqualTo(Clauses.FALSE);
        assertThat(clauses.any(a, b, -a)).isEqualTo(Clauses.TRUE);
        assertThat(clauses.size()).isEqualTo(before);
    }

    @Test
    void theSameGroupIsMadeOnce() {
        var group = clauses.all(a, -b, c);
        assertThat(clauses.all(c, a, -b, a)).isEqualTo(group);
        assertThat(clauses.any(-a, b, -c)).as("its opposite too").isEqualTo(-group);
        assertThat(clauses.all(a, -b)).isNotEqualTo(group);
    }

    @Test
    void aClauseThatAlwaysHoldsAsksForNothing() {
        clauses.require(a, -a);
        clauses.require(Clauses.TRUE, -b);
        clauses.require(b, b, Clauses.FALSE);
        assertThat(clauses.ask()).isEqualTo(Answer.YES);
        assertThat(clauses.isTrue(b)).isTrue();
        assertThat(clauses.isTrue(a)).isFalse();
    }

    @Test
    void aClauseOfNothingCannotHold() {
        clauses.require(Clauses.FALSE);
        assertThat(clauses.ask()).isEqualTo(Answer.NO);
        assertThat(clauses.core()).isEmpty();
        assertThat(clauses.ask(a)).isEqualTo(Answer.NO);
    }

    @Test
    void twoThatAreOppositeCannotBeAssumed() {
        assertThat(clauses.ask(a, b, -a)).isEqualTo(Answer.NO);
        assertThat(clauses.core()).contains(a, -a);
    }

    @Test
    void theCoreLeavesOutWhatHasNothingToDoWithIt() {
        clauses.require(-a, b);
        assertThat(clauses.ask(c, a, -b)).isEqualTo(Answer.NO);
        assertThat(clauses.core()).containsExactlyInAnyOrder(a, -b);
        clauses.require(-c);
        assertThat(clauses.ask(a, c)).isEqualTo(Answer.NO);
        assertThat(clauses.core()).as("what never holds is alone").containsExactly(c);
    }

    @Test
    void ofAGroupAtMostOneHolds() {
        clauses.requireAtMostOne(a, b, c);
        clauses.requireAtMostOne(a);
        assertThat(clauses.ask(a, b)).isEqualTo(Answer.NO);
        assertThat(clauses.core()).containsExactlyInAnyOrder(a, b);
        assertThat(clauses.ask(b)).isEqualTo(Answer.YES);
        assertThat(clauses.isTrue(a) || clauses.isTrue(c)).isFalse();
        assertThat(clauses.ask(-a, -b, -c)).isEqualTo(Answer.YES);
    }

    @Test
    void aGroupKnowsWhatHeldBeforeIt() {
        clauses.require(a);
        clauses.requireAtMostOne(a, b, -c);
        assertThat(clauses.ask()).isEqualTo(Answer.YES);
        assertThat(clauses.isTrue(c)).isTrue();
        assertThat(clauses.isTrue(b)).isFalse();
    }

    @Test
    void clausesMayFollowQuestionsButVariablesMayNot() {
        assertThat(clauses.ask(a)).isEqualTo(Answer.YES);
        clauses.require(-a);
        assertThat(clauses.ask(a)).isEqualTo(Answer.NO);
        clauses.require(b, c);
        clauses.require(-b);
        assertThat(clauses.ask()).isEqualTo(Answer.YES);
        assertThat(clauses.isTrue(c)).isTrue();
        clauses.require(a, b);
        assertThat(clauses.ask()).as("nothing is left").isEqualTo(Answer.NO);
        assertThatIllegalStateException().isThrownBy(clauses::variable).withMessageContaining("asked already");
    }

    @Test
    void theSameAssumptionTwiceIsOne() {
        clauses.require(-a, -b);
        assertThat(clauses.ask(a, a, Clauses.TRUE)).isEqualTo(Answer.YES);
        assertThat(clauses.ask(a, a, b, b)).isEqualTo(Answer.NO);
        assertThat(clauses.core()).containsExactlyInAnyOrder(a, b);
    }

    @Test
    void afterItsTimeNothingIsAnswered() {
        var late = new Clauses(System.nanoTime() - 1);
        assertThat(late.isLate()).isTrue();
        assertThat(late.ask(late.variable())).isEqualTo(Answer.UNFINISHED);
        assertThat(clauses.isLate()).isFalse();
    }

    @Test
    void literalsGivenAreNotChanged() {
        var given = new int[] {c, a, b};
        clauses.require(given);
        clauses.requireAtMostOne(given);
        clauses.all(given);
        clauses.ask(given);
        assertThat(given).containsExactly(c, a, b);
        assertThat(Clauses.opposite(given)).containsExactly(-c, -a, -b);
        assertThat(Arrays.stream(given).boxed()).doesNotContainNull();
    }
}
