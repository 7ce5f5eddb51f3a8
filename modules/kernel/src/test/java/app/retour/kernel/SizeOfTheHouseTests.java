package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How large the house is, module by module, and how much of it is tests. A line of code is one that is neither blank nor a
 * comment nor an import; the length of a file counts all of its lines, since that is what somebody has to read.
 */
class SizeOfTheHouseTests {
    /** Lines of the longest file; whoever needs more has two ideas in it. */
    private static final int LONGEST = 250;

    private static final int LONGEST_TEST = 300;

    /** Lines of test code for each line of the product's; raised whenever more is reached, never lowered. */
    private static final Map<String, Double> LEAST_TESTS = Map.of(
            "kernel", 1.0,
            "rules", 1.0,
            "returns", 1.0,
            "orders", 1.0,
            "tenants", 1.0);

    private static final double LEAST_TESTS_IN_ALL = 1.0;

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private record File(String module, boolean ofTests, Path path, int length, int code) {}

    private final List<File> files = files();

    @Test
    void noFileIsLongerThanSomebodyReadsAtOnce() {
        System.out.println("module           files median  p90  longest   code  tests  tests:code");
        byModule().forEach(SizeOfTheHouseTests::print);
        print("all", files);
        assertThat(files.stream().filter(file -> file.length > (file.ofTests ? LONGEST_TEST : LONGEST)))
                .extracting(file -> file.path + " has " + file.length + " lines")
                .isEmpty();
    }

    @Test
    void whatDecidesAndReckonsHasAtLeastAsManyLinesOfTestsAsIsHeldHere() {
        var modules = byModule();
        LEAST_TESTS.forEach((module, least) -> assertThat(ratio(modules.getOrDefault(module, List.of())))
                .as(module)
                .isGreaterThanOrEqualTo(least));
        assertThat(ratio(files)).as("all").isGreaterThanOrEqualTo(LEAST_TESTS_IN_ALL);
    }

    private Map<String, List<File>> byModule() {
        return files.stream().collect(Collectors.groupingBy(File::module, TreeMap::new, Collectors.toList()));
    }

    private static void print(String module, List<File> of) {
        var lengths = of.stream()
                .filter(file -> !file.ofTests)
                .map(File::length)
                .sorted()
                .toList();
        System.out.printf(
                "%-16s %5d %6d %4d %8d %6d %6d %11.2f%n",
                module,
                lengths.size(),
                at(lengths, 0.5),
                at(lengths, 0.9),
                at(lengths, 1),
                code(of, false),
                code(of, true),
                ratio(of));
    }

    private static int at(List<Integer> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }

    private static double ratio(List<File> of) {
        return (double) code(of, true) / Math.max(1, code(of, false));
    }

    private static int code(List<File> of, boolean tests) {
        return of.stream()
                .filter(file -> file.ofTests == tests)
                .mapToInt(File::code)
                .sum();
    }

    private static List<File> files() {
        return House.files("modules").stream()
                .filter(file -> file.toString().matches("modules/\\w+/src/(main|test)/.*\\.java"))
                .filter(file -> !file.endsWith("package-info.java"))
                .map(SizeOfTheHouseTests::read)
                .toList();
    }

    private static File read(Path file) {
        var text = House.read(file);
        return new File(
                file.getName(1).toString(),
                file.getName(3).toString().equals("test"),
                file,
                (int) text.lines().count(),
                (int) code(text).count());
    }

    private static Stream<String> code(String text) {
        return COMMENT.matcher(text)
                .replaceAll("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty()
                        && !line.startsWith("//")
                        && !line.startsWith("import ")
                        && !line.startsWith("package "));
    }
}
