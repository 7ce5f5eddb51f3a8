package app.retour.orders.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as files write them, in each style. */
class DatesOfTheWorldTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Property
    void aDayThatIsWrittenInAStyleIsReadAsThatDay(
            @ForAll DateStyle style,
            @ForAll("days") LocalDate day,
            @ForAll("signs") String sign,
            @ForAll boolean short2) {
        var text = written(style, day, sign, short2);
        assertThat(style.read(text, BERLIN))
                .as(text)
                .contains(day.atTime(12, 0).atZone(BERLIN).toInstant());
        assertThat(DateStyle.fitting(text)).contains(style);
    }

    /** Only a day up to the twelfth can be a month. */
    @Property
    void aDayBeyondTheTwelfthIsOfOneStyle(@ForAll("days") LocalDate day, @ForAll("signs") String sign) {
        Assume.that(day.getDayOfMonth() > 12);
        assertThat(DateStyle.fitting(written(DateStyle.DAY_FIRST, day, sign, false)))
                .containsExactly(DateStyle.DAY_FIRST);
        assertThat(DateStyle.fitting(written(DateStyle.MONTH_FIRST, day, sign, false)))
                .containsExactly(DateStyle.MONTH_FIRST);
    }

    @Property
    void whateverStandsInACellIsADateOrNone(@ForAll("cells") String cell) {
        for (var style : DateStyle.values()) {
            assertThat(style.read(cell, BERLIN).isPresent())
                    .isEqualTo(DateStyle.fitting(cell).contains(style));
        }
    }

    private static String written(DateStyle style, LocalDate day, String sign, boolean isShort) {
        var year = isShort ? "%02d".formatted(day.getYear() % 100) : String.valueOf(day.getYear());
        var month = "%02d".formatted(day.getMonthValue());
        var dayOfMonth = String.valueOf(day.getDayOfMonth());
        return switch (style) {
            case YEAR_FIRST -> String.join(sign, String.valueOf(day.getYear()), month, dayOfMonth);
            case DAY_FIRST -> String.join(sign, dayOfMonth, month, year);
            case MONTH_FIRST -> String.join(sign, month, dayOfMonth, year);
            case MONTH_NAMED ->
                "%s %s, %d"
                        .formatted(
                                day.getMonth().getDisplayName(java.time.format.TextStyle.SHORT, Locale.US),
                                dayOfMonth,
                                day.getYear());
        };
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 25_000)
                .map(days -> LocalDate.of(2010, 1, 1).plusDays(days));
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of("-", "/", ".");
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings().withChars("0123456789-/.:, TZAPMmarJanuy+").ofMaxLength(24);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MONTH_FIRST | 12/31/2025 12:05 AM  | 2025-12-30T23:05:00Z",
                "MONTH_FIRST | 12/31/2025 12:05 PM  | 2025-12-31T11:05:00Z",
                "MONTH_FIRST | 12/31/2025 1:05 p.m. | 2025-12-31T12:05:00Z",
                "YEAR_FIRST  | 2025-12-31 00:00     | 2025-12-30T23:00:00Z",
                "YEAR_FIRST  | 2025-12-31 00:00 UTC | 2025-12-31T00:00:00Z",
                "YEAR_FIRST  | 2025-12-31T08:00:00-0500 | 2025-12-31T13:00:00Z",
                "DAY_FIRST   | 31. 12. 2025         | 2025-12-31T11:00:00Z",
                "DAY_FIRST   | 1-2-99               | 2099-02-01T11:00:00Z",
                "MONTH_NAMED | 29th-Feb-2028        | ",
                "MONTH_NAMED | 29 Feb 2028          | 2028-02-29T11:00:00Z",
                "MONTH_NAMED | 29 Feb 2027          | ",
                "MONTH_NAMED | Sept. 1st, 2026      | 2026-09-01T10:00:00Z",
                "MONTH_NAMED | 29. März 2026        | ",
                "YEAR_FIRST  | 2026-10-01 24:00     | ",
                "YEAR_FIRST  | 2026-10-01 10:61     | ",
                "MONTH_FIRST | 10/01/2026 13:00 PM  | ",
                "MONTH_FIRST | 10/01/2026 0:30 AM   | ",
                "YEAR_FIRST  | 2026-10-01 10:00 +19:00 | ",
            })
    void aTimeIsOfTheShopsZoneUnlessItNamesItsOwn(DateStyle style, String text, @Nullable Instant time) {
        assertThat(style.read(text, BERLIN)).isEqualTo(Optional.ofNullable(time));
    }

    /** On the last Sunday of March there is no half past two in Berlin. */
    @Test
    void anHourThatTheClocksLeftOutIsTheOneAfterIt() {
        assertThat(DateStyle.YEAR_FIRST.read("2026-03-29 02:30", BERLIN))
                .contains(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-00-00", "0000-00-00 00:00:00"})
    void neverIsNoDateAndNoMistake(String cell) {
        assertThat(DateStyle.isNever(cell)).isTrue();
        assertThat(DateStyle.fitting(cell)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(DateStyle.class)
    void theExampleOfAStyleIsOfThatStyleAlone(DateStyle style) {
        assertThat(DateStyle.fitting(style.example())).containsExactly(style);
        assertThat(style.read(style.example(), ZoneOffset.UTC)).contains(Instant.parse("2026-03-29T12:00:00Z"));
    }
}
