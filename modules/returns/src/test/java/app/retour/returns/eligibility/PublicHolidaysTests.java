package app.retour.returns.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days a country, or a region of it, has off; read anew each time, as after a start. */
class PublicHolidaysTests {
    private static boolean worksOn(String country, @Nullable String region, String day) {
        return new PublicHolidays().areNone(country, region, LocalDate.parse(day));
    }

    @ParameterizedTest(name = "{0} {1} on {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "DE, -, 2026-12-25, false",
                "de, -, 2026-12-25, false",
                "DE, -, 2026-12-23, true",
                "DE, -, 2026-12-26, false",
                "DE, BY, 2027-01-06, false",
                "DE, BE, 2027-01-06, true",
                "DE, Berlin, 2027-01-06, true",
                "DE, Bavaria, 2027-01-06, false",
                "DE, Bayern, 2027-01-06, false",
                "DE, ' DE-BY ', 2027-01-06, false",
                "DE, Bavière, 2027-01-06, false",
                "DE, -, 2027-01-06, false",
                "DE, Mordor, 2027-01-06, false",
                "AT, Wien, 2027-01-06, false",
                "GB, SCT, 2027-11-30, false",
                "GB, ENG, 2027-11-30, true",
                "GB, ENG, 2026-12-28, false",
                "NL, -, 2026-04-03, false",
                "CY, -, 2026-04-10, false",
                "LV, -, 2028-11-20, false",
                "ES, Barcelona, 2026-09-11, false",
            })
    void aDayOffIsOneOfTheCountryOrOfTheRegionThatIsNamed(
            String country, @Nullable String region, String day, boolean works) {
        assertThat(worksOn(country, region, day)).isEqualTo(works);
    }

    @Test
    void weekendsAreOffInEveryYearAndOtherDaysWorkWhereNobodyMadeACalendar() {
        assertThat(worksOn("DE", null, "2026-11-28")).as("a Saturday").isFalse();
        assertThat(worksOn("DE", null, "2026-11-29")).as("a Sunday").isFalse();
        assertThat(worksOn("DE", null, "1999-12-25")).as("a Saturday").isFalse();
        assertThat(worksOn("DE", null, "1997-12-25"))
                .as("a Thursday before the calendars")
                .isTrue();
        assertThat(worksOn("DE", null, "2000-12-25")).as("their first year").isFalse();
        assertThat(worksOn("DE", null, "2100-01-01")).as("their last year").isFalse();
        assertThat(worksOn("DE", null, "2103-01-01")).as("behind it").isTrue();
    }
}
