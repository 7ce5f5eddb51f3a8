package app.retour.portal.schema;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The enums of this room, and those of the schema as it was gathered last. */
final class SchemaConstants {
    private SchemaConstants() {}

    /** All that stand in this room. */
    static List<Class<?>> enums() throws IOException {
        var files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:app/retour/portal/schema/*.class");
        return Arrays.stream(files)
                .map(file -> SchemaConstants.class.getPackageName() + "."
                        + Objects.requireNonNull(file.getFilename()).replace(".class", ""))
                .<Class<?>>map(SchemaConstants::type)
                .filter(Class::isEnum)
                .toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name())
                .collect(Collectors.toSet());
    }

    /** By the name of the type. */
    static Map<String, Set<String>> ofTheSchema() throws IOException {
        var root = Path.of(System.getProperty("retour.root", "../.."));
        var text = Files.readString(root.resolve("web-admin/schema.graphql"));
        var document = new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(text)
                        .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                        .build());
        return document.getDefinitionsOfType(EnumTypeDefinition.class).stream()
                .collect(Collectors.toMap(
                        EnumTypeDefinition::getName,
                        type -> type.getEnumValueDefinitions().stream()
                                .map(EnumValueDefinition::getName)
                                .collect(Collectors.toSet())));
    }
}
