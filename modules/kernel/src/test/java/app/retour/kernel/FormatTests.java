package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The format gate for the Java of the whole house. {@code .ci/format} runs it with {@code format.apply} and mends. */
class FormatTests {
    private static final Path ROOT = Path.of(System.getProperty("retour.root"));
    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.PALANTIR;
    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(STYLE).build());

    @Test
    void everyJavaFileIsFormatted() throws IOException {
        var apply = Boolean.getBoolean("format.apply");
        var strayed = new ArrayList<Path>();
        for (var file : javaFiles()) {
            var text = Files.readString(file);
            var wanted = format(file, text);
            if (!wanted.equals(text)) {
                strayed.add(ROOT.relativize(file));
                if (apply) {
                    Files.writeString(file, wanted);
                }
            }
        }
        if (!apply) {
            assertThat(strayed).as("run .ci/format to mend these").isEmpty();
        }
    }

    private String format(Path file, String text) {
        try {
            var ordered = ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), STYLE);
            return formatter.formatSource(ordered);
        } catch (FormatterException unparsable) {
            throw new IllegalStateException("Cannot parse " + file, unparsable);
        }
    }

    /** Of the folders that people write in: in those beside them other modules are built at the same time. */
    private static List<Path> javaFiles() throws IOException {
        var found = new ArrayList<Path>();
        try (var modules = Files.list(ROOT.resolve("modules"))) {
            for (var module : Stream.concat(modules, Stream.of(ROOT.resolve("helm"), ROOT.resolve("db")))
                    .toList()) {
                var sources = module.resolve("src");
                if (Files.isDirectory(sources)) {
                    try (var files = Files.walk(sources)) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                    }
                }
            }
        }
        return found;
    }
}
