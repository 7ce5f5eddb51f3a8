package app.retour.rules.documents;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static app.retour.rules.evaluation.RuleFixtures.policy;
import static app.retour.rules.evaluation.RuleFixtures.wrongSizeUnder100Within30Days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.rules.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A policy as a file: read again as it was written, and refused with the line at which something is wrong. */
class PlacesInAFileTests {
    private static final PolicyFile FILE = new PolicyFile(JsonMapper.shared());
    private static final String TEXT = """
            {
              "format": "retour-policy/1",
              "currency": "EUR",
              "rules": [
                {
                  "name": "A",
                  "when": { "all": [] },
                  "then": { "keepItem": true }
                },
                {
                  "name": "B",
                  "when": { "any": [
                    { "test": { "fact": "item.sku", "operator": "EQUALS",
                                "values": [ "a",
                                            "b" ] } } ] },
                  "then": { }
                }
              ]
            }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                     | 1
            currency                               | 3
            rules                                  | 4
            rules.0                                | 5
            rules.0.name                           | 6
            rules.0.then.keepItem                  | 8
            rules.1                                | 10
            rules.1.when.any.0.test.operator       | 13
            rules.1.when.any.0.test.values         | 14
            rules.1.when.any.0.test.values.0       | 14
            rules.1.when.any.0.test.values.1       | 15
            rules.1.then.decision                  | 16
            rules.7                                | 4
            rules.1.name.deeper                    | 11
            """)
    void aPathLeadsToItsLineAndOneThatLeadsNowhereToTheLastThatExists(String path, int line) {
        var steps = path.isEmpty() ? List.<String>of() : Arrays.asList(path.split("\\."));
        assertThat(JsonLocation.of(JsonMapper.shared(), TEXT, steps)).isEqualTo(line);
    }

    @Test
    void aRefusalOfARuleSaysTheLine() {
        var refused = new Refusal(ErrorCode.REQUIRED, "A rule sets at least one effect", "rules", "1", "then");
        var placed = FILE.placed(refused, TEXT);
        assertThat(placed).hasMessage("Line 16: A rule sets at least one effect");
        assertThat(placed.code()).isEqualTo(ErrorCode.REQUIRED);
        assertThat(placed.field()).containsExactly("rules", "1", "then");
    }

    @Test
    void aRefusalOfTheFileAsAWholeOrOfSomethingElseStaysAsItIs() {
        for (var refused : List.of(
                new Refusal(ErrorCode.TOO_LARGE, "x", "content"),
                new Refusal(ErrorCode.INVALID, "x", "revision"),
                new Refusal(ErrorCode.INVALID, "x"))) {
            assertThat(FILE.placed(refused, TEXT)).isSameAs(refused);
        }
        assertThat(FILE.placed(new Refusal(ErrorCode.INVALID, "x", "content", "currency"), TEXT))
                .hasMessage("Line 3: x");
    }

    @Test
    void whatIsWrittenIsReadAgainAndEndsWithALine() {
        var policy = policy(wrongSizeUnder100Within30Days());
        var text = FILE.write(policy);
        assertThat(text).startsWith("{\n  \"format\"").endsWith("}\n").contains("\"currency\" : \"EUR\"");
        assertThat(read(text)).isEqualTo(policy);
        assertThat(text.lines().filter(line -> line.contains("item.reasonGroup")))
                .hasSize(1);
    }

    private static Object read(String text) {
        return new PolicyReader(EUR, Vocabulary.OF_THE_HOUSE).read(DocumentPart.root(FILE.rules(text, EUR), "rules"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"format":"retour-policy/2","currency":"EUR","rules":[]} | content.format   | Give “retour-policy/1”; this file says “retour-policy/2”
            {"format":"retour-policy/1","currency":"USD","rules":[]} | content.currency | The shop's currency is EUR; a policy in USD cannot be read
            {"currency":"EUR","rules":[]}                            | content.format   | Give a text that is not blank
            {"format":"retour-policy/1","rules":[]}                  | content.currency | Give a text that is not blank
            {"format":"retour-policy/1","currency":"EURO"}           | content.currency | At most 3 characters, not 4
            {"format":"retour-policy/1","x":1}                       | content.x        | There is no field of this name here; known are $schema, format, currency, rules
            {"format":                                               | content          | This cannot be read as a policy file: look at line 1, column 11
            [1]                                                      | content          |
            """)
    void aFileOfAnotherFormIsRefusedAtItsPlace(String text, String place, @Nullable String words) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> FILE.rules(text, EUR))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo(Arrays.asList(place.split("\\.")));
                    if (words != null) {
                        assertThat(refusal).hasMessage(words);
                    }
                });
    }

    @Test
    void aHugeFileIsNotEvenRead() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> FILE.rules(" ".repeat(2_000_001), EUR))
                .withMessage("At most 2,000,000 characters")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LARGE));
    }

    @Test
    void aFileMaySayWhereItsSchemaIsKept() {
        assertThat(FILE.rules("""
                {"$schema": "https://example.org/policy.json", "format": "retour-policy/1", "currency": "EUR"}""", EUR)).isNull();
    }
}
