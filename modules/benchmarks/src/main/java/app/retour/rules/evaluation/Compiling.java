package app.retour.rules.evaluation;

import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.Facts;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** What it takes to make a policy ready, and to keep those of many merchants ready. */
public final class Compiling {
    private static final int MERCHANTS = 10_000;
    private static final int RULES_OF_A_MERCHANT = 20;
    private static final int TIMES = 20;

    private Compiling() {}

    public static void main(String... arguments) {
        var requests = Requests.generate(RuleDecisions.SEED);
        for (var rules : List.of(20, 200, 1_000, 10_000)) {
            var policy = GeneratedPolicy.of(rules, requests, RuleDecisions.SEED);
            var first = milliseconds(policy);
            var sum = 0.0;
            for (var time = 0; time < TIMES; time++) {
                sum += milliseconds(policy);
            }
            System.out.printf(
                    Locale.ROOT, "%,d rules compile in %.1f ms (the first time %.1f ms)%n", rules, sum / TIMES, first);
        }
        merchants(requests);
    }

    private static double milliseconds(Policy policy) {
        var begun = System.nanoTime();
        var compiled = CompiledPolicy.of(policy);
        var took = (System.nanoTime() - begun) / 1e6;
        if (compiled.policy() != policy) {
            throw new IllegalStateException();
        }
        return took;
    }

    /** Rules and compiled forms of all merchants at once, none shared; more than the cache of one replica holds. */
    private static void merchants(List<Facts> requests) {
        var before = live();
        var begun = System.nanoTime();
        var kept = new ArrayList<CompiledPolicy>();
        for (var merchant = 0; merchant < MERCHANTS; merchant++) {
            var policy = GeneratedPolicy.of(RULES_OF_A_MERCHANT, requests, RuleDecisions.SEED + merchant);
            kept.add(CompiledPolicy.of(new Policy(Currency.getInstance("EUR"), policy.rules())));
        }
        var took = (System.nanoTime() - begun) / 1e9;
        var after = live();
        System.out.printf(
                Locale.ROOT,
                "%,d policies of %d rules live in %d MB of heap, made in %.1f s%n",
                kept.size(),
                RULES_OF_A_MERCHANT,
                (after - before) / 1_000_000,
                took);
    }

    private static long live() {
        for (var time = 0; time < 3; time++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
