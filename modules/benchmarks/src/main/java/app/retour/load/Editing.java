package app.retour.load;

import app.retour.rules.evaluation.GeneratedDraft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The analysis that the builder asks for whenever one pauses: 200 rules sent over HTTP, one of them rewritten each time, and
 * all that it shows of the findings read back.
 */
public final class Editing {
    private static final int RULES = 200;
    private static final int EDITS = 100;
    private static final int FIRST = 5;
    private static final String ANALYSIS = """
            query AnalysePolicy($input: AnalysePolicyInput!) { analysePolicy(input: $input) {
                analysis {
                    findings { kind severity rules { position ruleId name } paths mayGo words
                        witness { fact values label seen } }
                    unfinished
                }
                userErrors { field message code }
            } }""";
    private static final String PAGE = "{ policy { draft { version rules { id name sentence } } } }";

    private Editing() {}

    public static void main(String... arguments) throws Exception {
        var data = Files.createTempDirectory(
                Files.createDirectories(Path.of("load").toAbsolutePath()), "data-");
        edit(data, Server.AS_THE_LAUNCHER, "As the launcher starts it (C1 only)");
        edit(data, Server.AS_IN_PRODUCTION, "As in production (C2)");
    }

    private static void edit(Path data, List<String> flags, String how) throws Exception {
        var draft = new GeneratedDraft(RULES);
        try (var server = Server.start(data, flags)) {
            var shop = new Shop(server.port());
            var version = shop.ask(PAGE).at("/data/policy/draft/version").asInt(0);
            shop.tell("savePolicyDraft", Map.of("version", version, "rules", draft.rules()), "draft { version }");
            shop.ask(PAGE);
            var first = new double[FIRST];
            for (var edit = 0; edit < FIRST; edit++) {
                first[edit] = analysed(shop, draft, edit);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d rules: the first %d after the start %s ms%n",
                    how,
                    RULES,
                    FIRST,
                    Arrays.stream(first).mapToObj("%.0f"::formatted).collect(Collectors.joining(", ")));
            var cpu = server.cpu();
            var took = new double[EDITS];
            for (var edit = 0; edit < EDITS; edit++) {
                took[edit] = analysed(shop, draft, FIRST + edit);
            }
            var spent = server.cpu().minus(cpu).toMillis() / (double) EDITS;
            Arrays.sort(took);
            System.out.printf(
                    Locale.ROOT,
                    "    the next %d: median %.0f ms, worst %.0f ms, CPU %.0f ms each%n",
                    EDITS,
                    took[EDITS / 2],
                    took[EDITS - 1],
                    spent);
        }
    }

    /** How long it takes, in milliseconds. */
    private static double analysed(Shop shop, GeneratedDraft draft, int edit) throws Exception {
        var input = Map.of("input", Map.of("source", "DRAFT", "rules", draft.edited(edit)));
        var begun = System.nanoTime();
        var answer = shop.ask(ANALYSIS, input);
        var took = (System.nanoTime() - begun) / 1e6;
        if (answer.at("/data/analysePolicy/analysis/findings").isEmpty()) {
            throw new IllegalStateException("Nothing found: " + answer);
        }
        return took;
    }
}
