package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;

/**
 * Whole lives of orders and their returns, in any order of events, run on the real entities and decisions. A build lives
 * the same lives each time; {@code -Dretour.lives=500000 -Dretour.seed=7} lives longer, and others.
 */
class LivesOfRefundsTests {
    private static final int LIVES = Integer.getInteger("retour.lives", 10_000);

    @Test
    void nothingIsPaidThatWasNotCapturedAcceptedAndPromised() {
        var first = Long.getLong("retour.seed", 20_261_129L);
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
