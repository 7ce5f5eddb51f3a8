package app.retour.returns;

import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;

/**
 * Whole lives of orders and their returns, in any order of events, run on the real entities and decisions. Prints its
 * seed; {@code -Dretour.lives=500000} lives longer, {@code -Dretour.seed=7} again.
 */
class LivesOfRefundsTests {
    private static final int LIVES = Integer.getInteger("retour.lives", 10_000);

    @Test
    void nothingIsPaidThatWasNotCapturedAcceptedAndPromised() {
        var first = Long.getLong("retour.seed", System.nanoTime());
        System.out.printf("%,d lives from seed %d%n", LIVES, first);
        for (var seed = first; seed < first + LIVES; seed++) {
            var life = new RandomLife(seed);
            try {
                life.live();
            } catch (RuntimeException | AssertionError broken) {
                fail("Seed %d:%n  %s".formatted(seed, life.story()), broken);
            }
        }
    }
}
