package app.retour.rules.analysis;

import app.retour.rules.evaluation.GeneratedPolicy;
import app.retour.rules.evaluation.Requests;
import app.retour.rules.evaluation.RuleDecisions;
import app.retour.rules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
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

/** One analysis of a whole policy: by itself, and of draft after draft with one rule rewritten, as the builder asks for it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class AnalysisTime {
    private static final int DRAFTS = 40;

    @Param({"10", "50", "200"})
    int rules;

    private Policy policy;
    private FactConstraints constraints;
    private RememberedItems memory;
    private final List<Policy> drafts = new ArrayList<>();
    private int next;

    @Setup
    public void prepare() {
        policy = GeneratedPolicy.of(rules, Requests.generate(RuleDecisions.SEED + 1), RuleDecisions.SEED);
        constraints = FactConstraints.of(policy.currency());
        memory = new RememberedItems(constraints);
        for (var edit = 1; edit <= DRAFTS; edit++) {
            var other = GeneratedPolicy.of(rules, Requests.generate(RuleDecisions.SEED + 1), RuleDecisions.SEED + edit);
            var edited = new ArrayList<>(policy.rules());
            edited.set(edit % rules, other.rules().get(edit % rules));
            drafts.add(new Policy(policy.currency(), edited));
        }
        var analysis = PolicyAnalysis.of(policy, constraints, PolicyAnalysis.MOST_TIME.multipliedBy(10));
        System.out.printf("%d findings in %d rules; %s%n", analysis.findings().size(), rules, analysis.unfinished());
    }

    @Benchmark
    public int analyse() {
        return PolicyAnalysis.of(policy, constraints, PolicyAnalysis.MOST_TIME.multipliedBy(10))
                .findings()
                .size();
    }

    @Benchmark
    public int analyseAfterAnEdit() {
        next = (next + 1) % DRAFTS;
        return PolicyAnalysis.of(drafts.get(next), constraints, PolicyAnalysis.MOST_TIME.multipliedBy(10), memory)
                .findings()
                .size();
    }
}
