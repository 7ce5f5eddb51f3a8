package app.retour.rules.evaluation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision of one item by each engine; all engines must first give the same answer to each request. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
public class RuleDecisions {
    public static final long SEED = 20_261_123;

    @Param({"10", "100", "1000", "10000"})
    int rules;

    @Param
    Engine engine;

    private Deciding deciding;
    private int next;

    @Setup
    public void prepare() {
        var requests = Requests.generate(SEED);
        var policy = GeneratedPolicy.of(rules, Requests.generate(SEED + 1), SEED);
        deciding = engine.prepare(policy, requests);
        Engine.requireSame(policy, requests, deciding, engine);
    }

    @Benchmark
    public int decide() {
        next = next == Requests.MANY - 1 ? 0 : next + 1;
        return deciding.firstMatch(next);
    }

    /** One engine with one policy and all requests, each in the form it likes best. */
    interface Deciding {
        /** @return place of the first rule that sets the decision and holds, or -1 */
        int firstMatch(int request);
    }
}
