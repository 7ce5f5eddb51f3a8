package app.retour.orders.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** What stands in a row is a value and never the end of one, of a row or of the copy. */
class CopyTextTests {
    private static String text(List<String> columns, MapSqlParameterSource... rows) {
        var whole = new StringBuilder();
        CopyText.of(columns, List.of(rows)).forEach(part -> whole.append(new String(part, StandardCharsets.UTF_8)));
        return whole.toString();
    }

    static List<Arguments> values() {
        return List.of(
                Arguments.of(null, "\\N"),
                Arguments.of("plain", "plain"),
                Arguments.of("", ""),
                Arguments.of("\\N", "\\\\N"),
                Arguments.of("\\.", "\\\\."),
                Arguments.of("a\tb\nc\rd", "a\\tb\\nc\\rd"),
                Arguments.of("Ä 🦊", "Ä 🦊"),
                Arguments.of(new BigDecimal("1E+3"), "1000"),
                Arguments.of(new BigDecimal("-0.050"), "-0.050"),
                Arguments.of(true, "t"),
                Arguments.of(false, "f"),
                Arguments.of(7, "7"),
                Arguments.of(OffsetDateTime.parse("2026-10-01T08:00:00Z"), "2026-10-01T08:00Z"),
                Arguments.of(
                        UUID.fromString("019ad000-0000-7000-8000-000000000001"),
                        "019ad000-0000-7000-8000-000000000001"),
                Arguments.of(new String[0], "{}"),
                Arguments.of(new String[] {"NULL", "a,b", "{}", " "}, "{\"NULL\",\"a,b\",\"{}\",\" \"}"),
                Arguments.of(new String[] {"say \"hi\"", "\\"}, "{\"say \\\\\"hi\\\\\"\",\"\\\\\\\\\"}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void eachKindOfValueIsWrittenAsPostgresReadsIt(@Nullable Object value, String written) {
        assertThat(text(List.of("one"), new MapSqlParameterSource("one", value)))
                .isEqualTo(written + "\n");
    }

    @Test
    void cellsStandInTheOrderOfTheColumnsAndWhatARowLacksIsNull() {
        var first = new MapSqlParameterSource("b", "2").addValue("a", "1").addValue("else", "no column");
        assertThat(text(List.of("a", "b"), first, new MapSqlParameterSource("b", "4")))
                .isEqualTo("1\t2\n\\N\t4\n");
    }

    @Test
    void manyRowsAreSentInPartsAndNoRowIsCutInTwo() {
        var rows = IntStream.range(0, 3_000)
                .mapToObj(i -> new MapSqlParameterSource("one", i + "x".repeat(100)))
                .toList();
        var parts = IntStream.builder();
        var whole = new StringBuilder();
        for (var part : CopyText.of(List.of("one"), rows)) {
            parts.add(part.length);
            assertThat(part[part.length - 1]).isEqualTo((byte) '\n');
            whole.append(new String(part, StandardCharsets.UTF_8));
        }
        assertThat(parts.build().toArray()).hasSizeBetween(4, 6);
        assertThat(whole.toString().lines()).hasSize(3_000);
    }
}
