package app.retour.rules;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints one table: CPU time and bytes a decision, and the ratio to the others. */
public final class Measuring {
    private Measuring() {}

    public static void main(String... arguments) throws Exception {
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                .build();
        new Runner(options).run();
    }
}
