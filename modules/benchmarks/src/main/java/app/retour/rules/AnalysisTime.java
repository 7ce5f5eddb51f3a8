package app.retour.rules;

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

/** One analysis of a whole policy, as the builder asks for while one edits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class AnalysisTime {
    @Param({"10", "50", "200"})
    int rules;

    private Policy policy;
    private FactConstraints constraints;

    @Setup
    public void prepare() {
        policy = GeneratedPolicy.of(rules, Requests.generate(RuleDecisions.SEED + 1), RuleDecisions.SEED);
        constraints = FactConstraints.of(policy.currency());
        var analysis = PolicyAnalysis.of(policy, constraints, PolicyAnalysis.MOST_TIME.multipliedBy(10));
        System.out.printf("%d findings in %d rules; %s%n", analysis.findings().size(), rules, analysis.unfinished());
    }

    @Benchmark
    public int analyse() {
        return PolicyAnalysis.of(policy, constraints, PolicyAnalysis.MOST_TIME.multipliedBy(10))
                .findings()
                .size();
    }
}
