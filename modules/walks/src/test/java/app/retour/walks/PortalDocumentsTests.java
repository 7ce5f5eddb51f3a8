package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.StartedApplication;
import graphql.parser.Parser;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.execution.GraphQlSource;

/** The portal's documents ask for nothing that the schema does not have. */
@StartedApplication
class PortalDocumentsTests {
    @Autowired
    GraphQlSource source;

    @Test
    void everyDocumentIsValidAgainstTheWholeSchema() throws IOException {
        var documents =
                new PathMatchingResourcePatternResolver().getResources("classpath*:graphql-documents/*.graphql");
        assertThat(documents).hasSizeGreaterThanOrEqualTo(10);
        for (var resource : documents) {
            var document = new Parser().parseDocument(resource.getContentAsString(StandardCharsets.UTF_8));
            assertThat(new Validator().validateDocument(source.schema(), document, Locale.ENGLISH))
                    .as(resource.getFilename())
                    .isEmpty();
        }
    }
}
