package app.retour.portal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A constant that is new in the schema, or misspelt here, is refused; and no page compares with one in quotes. */
class ConstantsOfTheSchemaTests {
    private static final Pattern IN_QUOTES = Pattern.compile("[\"']([A-Z][A-Z_]+)[\"']");

    static List<Class<?>> enums() throws IOException {
        return SchemaConstants.enums();
    }

    @ParameterizedTest
    @MethodSource("enums")
    void eachTypeHasTheConstantsOfTheSchema(Class<?> type) throws IOException {
        assertThat(SchemaConstants.constants(type))
                .isEqualTo(SchemaConstants.ofTheSchema().get(type.getSimpleName()));
    }

    @Test
    void noneStandsInQuotes() throws IOException {
        var constants = SchemaConstants.ofTheSchema().values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        assertThat(sources()).hasSizeGreaterThan(50);
        assertThat(sources().stream()
                        .flatMap(file ->
                                inQuotes(file).filter(constants::contains).map(each -> file + ": " + each)))
                .as("ask the enum in app.retour.portal.schema")
                .isEmpty();
    }

    private static Stream<String> inQuotes(Path file) {
        try {
            return IN_QUOTES.matcher(Files.readString(file)).results().map(found -> found.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Pages and what fills them. */
    private static List<Path> sources() throws IOException {
        try (var files = Stream.concat(
                Files.walk(Path.of("src/main/java")), Files.walk(Path.of("src/main/resources/templates")))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
