package app.retour.rules.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints one table: CPU time and bytes a decision, decisions a second, and the ratio to the others. */
public final class Measuring {
    private record Cost(double nanoseconds, double bytes) {}

    private Measuring() {}

    public static void main(String... arguments) throws Exception {
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                .build();
        table(new Runner(options).run());
    }

    private static void table(Collection<RunResult> results) {
        var costs = new TreeMap<Integer, Map<Engine, Cost>>();
        for (var result : results) {
            if (!result.getParams().getBenchmark().endsWith("RuleDecisions.decide")) {
                continue;
            }
            var measured = result.getSecondaryResults();
            costs.computeIfAbsent(
                            Integer.valueOf(result.getParams().getParam("rules")), _ -> new EnumMap<>(Engine.class))
                    .put(
                            Engine.valueOf(result.getParams().getParam("engine")),
                            new Cost(
                                    measured.get("cpu").getScore(),
                                    measured.get("gc.alloc.rate.norm").getScore()));
        }
        System.out.println(
                "\n| rules | engine | CPU a decision | decisions/s of one core | bytes | times Retour's CPU |");
        System.out.println("|---|---|---|---|---|---|");
        costs.forEach((rules, byEngine) -> {
            var own = byEngine.get(Engine.RETOUR);
            var cheapestFirst = new ArrayList<>(byEngine.entrySet());
            cheapestFirst.sort(
                    Comparator.comparingDouble(entry -> entry.getValue().nanoseconds()));
            cheapestFirst.forEach(entry -> System.out.printf(
                    Locale.ROOT,
                    "| %,d | %s | %s | %,.0f | %,.0f | %s |%n",
                    rules,
                    entry.getKey(),
                    time(entry.getValue().nanoseconds()),
                    1e9 / entry.getValue().nanoseconds(),
                    entry.getValue().bytes(),
                    own == null
                            ? ""
                            : String.format(
                                    Locale.ROOT, "%,.1f", entry.getValue().nanoseconds() / own.nanoseconds())));
        });
    }

    private static String time(double nanoseconds) {
        return nanoseconds < 1_000
                ? String.format(Locale.ROOT, "%.0f ns", nanoseconds)
                : String.format(Locale.ROOT, "%,.2f µs", nanoseconds / 1_000);
    }
}
