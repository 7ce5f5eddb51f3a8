package app.retour.rules.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is decided next, and taking decisions back. */
class DecidingInOrderTests {
    private static final int CALM = 0;
    private static final int UPSET = 1_000;
    private final Trail trail = new Trail(6, 3);

    @Test
    void choicesComeFirstInOrderAndAreNo() {
        assertThat(decided(CALM, 3)).containsExactly(3, 5, 7);
    }

    @Test
    void behindTheChoicesComesWhatFollowsUntilAllIsKnown() {
        assertThat(decided(CALM, 6)).startsWith(3, 5, 7).containsExactlyInAnyOrder(3, 5, 7, 9, 11, 13);
        assertThat(trail.isComplete()).isTrue();
        assertThat(trail.order().next(CALM)).isZero();
        assertThat(trail.order().next(UPSET)).isZero();
    }

    @Test
    void afterManyConflictsTheLastOnesCauseComesFirst() {
        trail.order().matters(5);
        assertThat(trail.order().next(CALM)).isEqualTo(3);
        assertThat(trail.order().next(UPSET)).isEqualTo(11);
        trail.order().matters(2);
        trail.order().matters(2);
        assertThat(decided(UPSET, 2)).containsExactly(5, 11);
    }

    @Test
    void whatIsTakenBackIsOpenAgain() {
        trail.decide(3);
        trail.assign(4, ~2);
        trail.decide(7);
        trail.back(1);
        assertThat(trail.value[3]).isEqualTo((byte) 1);
        assertThat(trail.value[4]).isEqualTo((byte) 1);
        assertThat(trail.value[5]).isEqualTo((byte) -1);
        assertThat(trail.value[7]).isZero();
        assertThat(trail.levels).isOne();
        assertThat(trail.head).isEqualTo(trail.size).isEqualTo(2);
        assertThat(trail.order().next(CALM)).isEqualTo(7);
        trail.back(0);
        assertThat(trail.size).isZero();
        assertThat(trail.order().next(CALM)).isEqualTo(3);
        assertThat(trail.isComplete()).isFalse();
    }

    @Test
    void whatWasNotDecidedIsNotTakenBack() {
        trail.assign(2, 0);
        trail.decide(5);
        trail.back(3);
        assertThat(trail.size).isEqualTo(2);
        trail.back(0);
        assertThat(trail.size).as("what always holds stays").isOne();
        assertThat(trail.value[2]).isEqualTo((byte) 1);
    }

    @Test
    void eachLiteralKnowsItsLevelAndReason() {
        trail.begin();
        trail.decide(3);
        trail.assign(6, 12);
        assertThat(trail.level[1]).isEqualTo(2);
        assertThat(trail.level[3]).isEqualTo(2);
        assertThat(trail.reason[1]).isZero();
        assertThat(trail.reason[3]).isEqualTo(12);
        assertThat(trail.starts[0]).isZero();
        assertThat(trail.starts[1]).isZero();
    }

    @Test
    void whatOpensAgainIsDecidedAgainWhateverMatteredMeanwhile() {
        assertThat(decided(UPSET, 6)).hasSize(6);
        trail.order().matters(1);
        trail.back(2);
        assertThat(decided(UPSET, 4)).hasSize(4).doesNotHaveDuplicates();
        assertThat(trail.isComplete()).isTrue();
    }

    private List<Integer> decided(int conflicts, int many) {
        var decided = new ArrayList<Integer>();
        for (var left = many; left > 0; left--) {
            var next = trail.order().next(conflicts);
            decided.add(next);
            trail.decide(next);
        }
        return decided;
    }
}
