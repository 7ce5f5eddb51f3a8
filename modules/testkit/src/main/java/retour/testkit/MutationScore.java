package retour.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What PIT's report comes to: of the breaks that were tried, how many a test noticed. PIT itself counts a break that ended
 * the JVM as noticed; here it is told and not counted either way, since nobody knows.
 */
public final class MutationScore {
    private static final Pattern MUTATION = Pattern.compile("<mutation detected='\\w+' status='(\\w+)'");

    private MutationScore() {}

    /** @param args folders of reports, each with a {@code mutations.xml}; before them the least score, in percent */
    public static void main(String[] args) throws IOException {
        var least = Integer.parseInt(args[0]);
        var enough = true;
        for (var i = 1; i < args.length; i++) {
            enough &= score(Path.of(args[i])) >= least;
        }
        if (!enough) {
            System.err.printf("Tests notice less than %d %% of what is broken%n", least);
            System.exit(1);
        }
    }

    private static double score(Path report) throws IOException {
        var states = MUTATION.matcher(Files.readString(report.resolve("mutations.xml")))
                .results()
                .collect(Collectors.groupingBy((MatchResult found) -> found.group(1), Collectors.counting()));
        var ended = states.getOrDefault("RUN_ERROR", 0L);
        var noticed = states.getOrDefault("KILLED", 0L)
                + states.getOrDefault("TIMED_OUT", 0L)
                + states.getOrDefault("MEMORY_ERROR", 0L);
        var all = states.values().stream().mapToLong(Long::longValue).sum() - ended;
        var score = all == 0 ? 0 : 100.0 * noticed / all;
        System.out.printf(
                "%s: %d of %d breaks are noticed, %.1f %%; %d more ended the JVM%n",
                report.getFileName(), noticed, all, score, ended);
        return score;
    }
}
