package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.retour.returns.waterfall.ScenariosOfCreditNotes;
import app.retour.returns.waterfall.ScenariosOfSums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What other systems promise of returns and refunds, scenario by scenario: it runs here, or another test holds it, or the
 * product decided otherwise, or it does not exist. Their file is read where it lies; without it this is skipped.
 */
class ConformanceTests {
    private static final Path ROOT =
            Path.of(System.getProperty("retour.root", "../..")).toAbsolutePath().normalize();
    private static final Path SHARED = ROOT.resolveSibling("shared");
    private static final Path SCENARIOS = SHARED.resolve("fixtures").resolve("conformance.jsonl");
    private static final Path PRODUCT = SHARED.resolve("design").resolve("product.md");

    record Told(String id, String given, String when, String then, String source) {}

    @TestFactory
    Stream<DynamicTest> everyScenario() {
        var runs = runs();
        var listed = ScenariosListed.all();
        return told().stream()
                .map(told -> dynamicTest("%s: %s → %s".formatted(told.id(), told.when(), told.then()), () -> {
                    var run = runs.get(told.id());
                    if (run != null) {
                        run.execute();
                    } else {
                        holds(told.id(), listed.get(told.id()));
                    }
                }));
    }

    @Test
    void noScenarioIsForgottenAndNoneIsAnsweredTwice() {
        var answered = new ArrayList<>(runs().keySet());
        answered.addAll(ScenariosListed.all().keySet());
        assertThat(answered).doesNotHaveDuplicates();
        assertThat(answered)
                .containsExactlyInAnyOrderElementsOf(
                        told().stream().map(Told::id).toList());
    }

    private static Map<String, Executable> runs() {
        var runs = new LinkedHashMap<>(ScenariosOfSums.all());
        Stream.of(ScenariosOfCreditNotes.all(), ScenariosOfPeers.all(), ScenariosOfLife.all())
                .flatMap(more -> more.entrySet().stream())
                .forEach(more -> assertThat(runs.put(more.getKey(), more.getValue()))
                        .as("%s runs once", more.getKey())
                        .isNull());
        return runs;
    }

    private static void holds(String id, ScenariosListed.@Nullable Reason reason) {
        switch (reason) {
            case null -> throw new AssertionError("Nobody answers scenario " + id);
            case ScenariosListed.Elsewhere elsewhere -> exists(elsewhere);
            case ScenariosListed.ByPolicy policy -> {
                if (Files.exists(PRODUCT)) {
                    assertThat(flat(read(PRODUCT))).contains(flat(policy.sentence()));
                }
            }
            case ScenariosListed.Missing missing ->
                assertThat(missing.because()).isNotBlank();
        }
    }

    private static void exists(ScenariosListed.Elsewhere test) {
        var tests = ROOT.resolve("modules").resolve(test.module()).resolve("src/test/java");
        try (var files = Files.walk(tests)) {
            var file = files.filter(each -> each.endsWith(test.name() + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no " + test.name()));
            assertThat(read(file)).containsPattern("void " + Pattern.quote(test.method()) + "\\(");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String flat(String text) {
        return text.replaceAll("[\\s*]+", " ").strip();
    }

    private static List<Told> told() {
        Assumptions.assumeTrue(
                Files.exists(SCENARIOS),
                () -> "SKIPPED: the scenarios of other systems are not at " + SCENARIOS.getFileName());
        var json = JsonMapper.builder().build();
        return read(SCENARIOS)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> json.readValue(line, Told.class))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
