package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import retour.testkit.Sources;

/** What docs/security.md points to is there: a test that was renamed or dropped takes its row along. */
class SecurityDocumentTests {
    private static final Path ROOT = Path.of(System.getProperty("retour.root", "../.."));
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*Tests)`");
    private static final int CHAPTERS = 17;

    @Test
    void everyTestThatItNamesExists() throws IOException {
        var named = TEST.matcher(document())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(tests()).containsAll(named);
    }

    @Test
    void everyChapterIsWalkedInOrder() throws IOException {
        var chapters = document()
                .lines()
                .filter(line -> line.startsWith("## V"))
                .map(line -> line.split(" ")[1])
                .toList();
        assertThat(chapters).hasSize(CHAPTERS);
        for (var each = 1; each <= CHAPTERS; each++) {
            assertThat(chapters.get(each - 1)).isEqualTo("V" + each);
        }
    }

    private static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }

    private static Set<String> tests() throws IOException {
        return Sources.of("test").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith("Tests.java"))
                .map(name -> name.replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
