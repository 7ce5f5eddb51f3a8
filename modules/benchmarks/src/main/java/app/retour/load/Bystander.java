package app.retour.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Somebody who has nothing to do with what goes on: asks one thing again and again, at their ease.
 *
 * @param nanos how long each answer took, sorted
 */
record Bystander(long[] nanos) {
    private static final int PAUSE = 25;

    /** What they ask, in turn. */
    static Bystander[] ask(List<Callable<?>> questions, long seconds) throws Exception {
        var nanos = new long[questions.size()][(int) (seconds * 1000 / PAUSE)];
        var counts = new int[questions.size()];
        var end = System.nanoTime() + seconds * 1_000_000_000;
        for (var turn = 0; System.nanoTime() < end; turn++) {
            var question = turn % questions.size();
            var begun = System.nanoTime();
            questions.get(question).call();
            if (counts[question] < nanos[question].length) {
                nanos[question][counts[question]++] = System.nanoTime() - begun;
            }
            Thread.sleep(PAUSE);
        }
        var told = new Bystander[questions.size()];
        for (var question = 0; question < told.length; question++) {
            told[question] = new Bystander(Arrays.copyOf(nanos[question], counts[question]));
            Arrays.sort(told[question].nanos);
        }
        return told;
    }

    double part(double share) {
        return nanos.length == 0 ? Double.NaN : nanos[Math.min(nanos.length - 1, (int) (nanos.length * share))] / 1e6;
    }

    String told() {
        return String.format(
                Locale.ROOT,
                "p50 %6.1f ms  p95 %6.1f ms  worst %7.1f ms  (%d)",
                part(0.5),
                part(0.95),
                part(1),
                nanos.length);
    }
}
