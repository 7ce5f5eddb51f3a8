package app.retour.rules.trials;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.trials.ShadowWindow.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** From where a shadow run looks for decisions: no decision is missed, however late its transaction ends. */
class ShadowWindowTests {
    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");
    private static final ShadowWindow WINDOW = new ShadowWindow(START, START, 100);

    @Test
    void itStaysWhileATransactionOfBeforeIsUnderWay() {
        assertThat(WINDOW.moved(new Transactions(99, 250), START.plusSeconds(3_600)))
                .isEqualTo(WINDOW);
    }

    @Test
    void itMovesToItsMarkLessAMarginOnceAllOfThemHaveEnded() {
        var marked = WINDOW.moved(new Transactions(100, 250), START.plusSeconds(3_600));
        assertThat(marked).isEqualTo(new ShadowWindow(START, START.plusSeconds(3_600), 250));
        var moved = marked.moved(new Transactions(250, 300), START.plusSeconds(7_200));
        assertThat(moved)
                .isEqualTo(new ShadowWindow(
                        START.plusSeconds(3_600).minus(ShadowWindow.MARGIN), START.plusSeconds(7_200), 300));
    }

    @Test
    void itNeverMovesBack() {
        var moved = WINDOW.moved(new Transactions(100, 101), START.plusSeconds(60));
        assertThat(moved.from()).isEqualTo(START);
        assertThat(moved.markedAt()).isEqualTo(START.plusSeconds(60));
    }

    /**
     * Transactions that begin and end anyhow; each decides at its beginning and is seen from its end on. Whoever looks at
     * everything from the window's edge on sees each of them at least once.
     */
    @Property(tries = 300)
    void everyDecisionIsSeenWhenItsTransactionHasEnded(@ForAll long seed) {
        var random = new Random(seed);
        record Decided(long number, Instant at, Instant ends) {}
        var all = new ArrayList<Decided>();
        var at = START;
        for (var number = 100L; number < 140; number++) {
            at = at.plusSeconds(random.nextInt(300));
            all.add(new Decided(number, at, at.plus(Duration.ofMinutes(random.nextInt(45)))));
        }
        var unseen = new ArrayList<>(all);
        var window = WINDOW;
        for (var now = START;
                now.isBefore(at.plus(Duration.ofHours(3)));
                now = now.plus(Duration.ofMinutes(1 + random.nextInt(20)))) {
            var here = now;
            var edge = window.from();
            unseen.removeIf(one -> !one.ends().isAfter(here) && !one.at().isBefore(edge));
            var begun = all.stream().filter(one -> !one.at().isAfter(here)).toList();
            var next = begun.stream()
                            .map(Decided::number)
                            .max(Comparator.naturalOrder())
                            .orElse(99L)
                    + 1;
            var oldest = begun.stream()
                    .filter(one -> one.ends().isAfter(here))
                    .map(Decided::number)
                    .min(Comparator.naturalOrder())
                    .orElse(next);
            window = window.moved(new Transactions(oldest, next), now);
        }
        assertThat(unseen).isEmpty();
        assertThat(window.from()).as("and it does move").isAfter(START);
        assertThat(List.of(window.markedTransaction())).containsExactly(140L);
    }
}
