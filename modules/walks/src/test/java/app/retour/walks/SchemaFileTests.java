package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.StartedApplication;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/** The web admin is written against a file; what runs must be what the file says, to the last description. */
@StartedApplication
class SchemaFileTests {
    private static final Path FILE = Path.of(System.getProperty("retour.root", "../.."), "web-admin", "schema.graphql");

    /** Those that change how a schema is used; who may ask stands in the modules' own pieces. */
    private static final Set<String> KEPT = Set.of("deprecated", "oneOf");

    @Autowired
    GraphQlSource source;

    @Test
    void theRunningSchemaIsTheOneInTheFile() throws IOException {
        var written =
                UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(Files.readString(FILE)));
        var inTheFile = printed(written);
        var running = printed(source.schema());
        assertThat(inTheFile).as("a schema was read").hasSizeGreaterThan(1_000);
        for (var line = 0; line < Math.max(inTheFile.size(), running.size()); line++) {
            assertThat(at(inTheFile, line))
                    .as(
                            "%s, first difference to what runs, after %s. Run: npm run schema:gather",
                            FILE.getFileName(),
                            inTheFile.subList(Math.max(0, line - 6), Math.min(line, inTheFile.size())))
                    .isEqualTo(at(running, line));
        }
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "(the end)";
    }

    /** Sorted by the printer's own order; blank lines and comments' frames say nothing. */
    private static List<String> printed(GraphQLSchema schema) {
        var options = SchemaPrinter.Options.defaultOptions()
                .includeScalarTypes(true)
                .includeDirectiveDefinitions(false)
                .includeDirectives(KEPT::contains)
                .descriptionsAsHashComments(false);
        return new SchemaPrinter(options)
                .print(schema)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("\"\"\""))
                .map(line -> line.replace("\"\"\"", "\""))
                .toList();
    }
}
