package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The format gate for the Java of the whole house. {@code .ci/format} runs it with {@code format.apply} and mends. */
class FormatTests {
    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.PALANTIR;
    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(STYLE).build());

    @Test
    void everyJavaFileIsFormatted() throws IOException {
        var apply = Boolean.getBoolean("format.apply");
        var strayed = new ArrayList<Path>();
        var modules = Path.of(System.getProperty("retour.root"));
        try (var files = Files.find(modules, 24, (path, _) -> isOurs(path))) {
            files.forEach(file -> {
                try {
                    var text = Files.readString(file);
                    var wanted = format(file, text);
                    if (!wanted.equals(text)) {
                        strayed.add(modules.relativize(file));
                        if (apply) {
                            Files.writeString(file, wanted);
                        }
                    }
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
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

    private static boolean isOurs(Path path) {
        var text = path.toString();
        return text.endsWith(".java") && !text.contains("/target/") && !text.contains("/node_modules/");
    }
}
