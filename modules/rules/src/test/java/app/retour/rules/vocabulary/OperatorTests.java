package app.retour.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which comparisons a fact knows follows from its type. */
class OperatorTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TEXT    | EQUALS ONE_OF STARTS_WITH CONTAINS_TEXT IS_UNKNOWN
            CHOICE  | EQUALS ONE_OF IS_UNKNOWN
            TEXTS   | CONTAINS_ANY CONTAINS_ALL CONTAINS_NONE IS_UNKNOWN
            CHOICES | CONTAINS_ANY CONTAINS_ALL CONTAINS_NONE IS_UNKNOWN
            COUNT   | EQUALS ONE_OF LESS_THAN AT_MOST GREATER_THAN AT_LEAST BETWEEN IS_UNKNOWN
            DAYS    | EQUALS ONE_OF LESS_THAN AT_MOST GREATER_THAN AT_LEAST BETWEEN WITHIN_DAYS IS_UNKNOWN
            GRAMS   | EQUALS ONE_OF LESS_THAN AT_MOST GREATER_THAN AT_LEAST BETWEEN IS_UNKNOWN
            PERCENT | EQUALS ONE_OF LESS_THAN AT_MOST GREATER_THAN AT_LEAST BETWEEN IS_UNKNOWN
            MONEY   | EQUALS LESS_THAN AT_MOST GREATER_THAN AT_LEAST BETWEEN IS_UNKNOWN
            DATE    | EQUALS BETWEEN BEFORE AFTER IS_UNKNOWN
            FLAG    | EQUALS IS_UNKNOWN
            """)
    void eachTypeKnowsItsOwn(FactType type, String operators) {
        assertThat(Operator.of(type))
                .containsExactlyElementsOf(EnumSet.copyOf(Arrays.stream(operators.split(" "))
                        .map(Operator::valueOf)
                        .toList()));
    }

    @ParameterizedTest
    @CsvSource({
        "EQUALS, 1, 1", "BETWEEN, 2, 2", "IS_UNKNOWN, 0, 0", "ONE_OF, 1, 200", "CONTAINS_ANY, 1, 200",
        "CONTAINS_ALL, 1, 200", "CONTAINS_NONE, 1, 200", "WITHIN_DAYS, 1, 1", "BEFORE, 1, 1", "STARTS_WITH, 1, 1"
    })
    void eachSaysHowManyValuesItTakes(Operator operator, int fewest, int most) {
        assertThat(operator.fewest()).isEqualTo(fewest);
        assertThat(operator.most()).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EQUALS        | TEXT   | is
            EQUALS        | CHOICE | is
            EQUALS        | DATE   | is
            EQUALS        | FLAG   | is
            EQUALS        | COUNT  | is exactly
            EQUALS        | MONEY  | is exactly
            EQUALS        | DAYS   | was exactly
            ONE_OF        | TEXT   | is any of
            ONE_OF        | DAYS   | was any of
            LESS_THAN     | MONEY  | is under
            LESS_THAN     | DAYS   | was fewer than
            AT_MOST       | COUNT  | is at most
            AT_MOST       | DAYS   | was at most
            GREATER_THAN  | GRAMS  | is over
            GREATER_THAN  | DAYS   | was more than
            AT_LEAST      | COUNT  | is at least
            AT_LEAST      | DAYS   | was at least
            BETWEEN       | DATE   | is between
            BETWEEN       | DAYS   | was between
            WITHIN_DAYS   | DAYS   | was within
            BEFORE        | DATE   | is before
            AFTER         | DATE   | is after
            STARTS_WITH   | TEXT   | starts with
            CONTAINS_TEXT | TEXT   | contains
            CONTAINS_ANY  | TEXTS  | include any of
            CONTAINS_ALL  | TEXTS  | include all of
            CONTAINS_NONE | TEXTS  | include none of
            IS_UNKNOWN    | DAYS   | is unknown
            IS_UNKNOWN    | FLAG   | is unknown
            """)
    void itReadsAfterTheNameOfAFact(Operator operator, FactType type, String words) {
        assertThat(operator.label(type)).isEqualTo(words);
    }

    @Test
    void noTypeKnowsTwoComparisonsOfTheSameWords() {
        for (var type : FactType.values()) {
            assertThat(Operator.of(type).stream().map(operator -> operator.label(type)))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(FactType.class)
    void aValueSuitsTheTypesThatMayHoldIt(FactType type) {
        assertThat(FactValue.UNKNOWN.suits(type)).isTrue();
        assertThat(new FactValue.Text("x").suits(type))
                .isEqualTo(Set.of("TEXT", "CHOICE").contains(type.name()));
        assertThat(new FactValue.Texts(java.util.List.of()).suits(type)).isEqualTo(type.isList());
        assertThat(new FactValue.Quantity(java.math.BigDecimal.ONE).suits(type)).isEqualTo(type.isNumeric());
        assertThat(new FactValue.Amount(app.retour.kernel.Money.of("1.00", "EUR")).suits(type))
                .isEqualTo(type == FactType.MONEY);
        assertThat(new FactValue.Day(java.time.LocalDate.EPOCH).suits(type)).isEqualTo(type == FactType.DATE);
        assertThat(new FactValue.Flag(true).suits(type)).isEqualTo(type == FactType.FLAG);
    }

    @Test
    void typesSayTheirUnit() {
        assertThat(FactType.DAYS.unit()).isEqualTo("days");
        assertThat(FactType.GRAMS.unit()).isEqualTo("g");
        assertThat(FactType.PERCENT.unit()).isEqualTo("%");
        assertThat(FactType.COUNT.unit()).isNull();
        assertThat(FactType.MONEY.unit()).isEqualTo("currency of the shop");
    }
}
