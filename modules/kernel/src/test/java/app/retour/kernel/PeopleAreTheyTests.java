package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody here is a woman or a man: neither in code nor in texts. German has its own words, and the changelog is history. */
class PeopleAreTheyTests {
    private static final Pattern SHE_OR_HE = Pattern.compile(
            "\\b(?i:she|her|hers|herself|he|him|his|himself)\\b|(?<=[a-z])(She|Her|Hers|His)(?=[A-Z(])");

    private static final List<String> ENDINGS = List.of(
            ".java", ".graphqls", ".graphql", ".ts", ".tsx", ".html", ".properties", ".md", ".liquid", ".yaml", ".css");

    @Test
    void noTextCallsAPersonSheOrHe() {
        var texts = Stream.of("modules", "web-admin", "docs", "helm", "README.md", "CONTRIBUTING.md", "SECURITY.md")
                .flatMap(under -> House.files(under).stream())
                .filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
                .filter(file -> !file.toString().endsWith("_de.properties"))
                .filter(file -> !file.endsWith("PeopleAreTheyTests.java"))
                .toList();
        assertThat(texts).hasSizeGreaterThan(1_000);
        assertThat(texts.stream().flatMap(PeopleAreTheyTests::lines)).isEmpty();
    }

    private static Stream<String> lines(Path file) {
        var lines = House.read(file).lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> SHE_OR_HE.matcher(lines.get(i)).find())
                // The language's code, of which "iw" is the old one.
                .filter(i -> !lines.get(i).contains("iw"))
                .mapToObj(i -> file + ":" + (i + 1) + " " + lines.get(i).strip());
    }
}
