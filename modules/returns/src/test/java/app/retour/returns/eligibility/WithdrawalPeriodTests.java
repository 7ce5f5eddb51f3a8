package app.retour.returns.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.vocabulary.LegalBasis;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regulation 1182/71, article 3(4): a period that ends on a day off ends on the next working day. */
class WithdrawalPeriodTests {
    @ParameterizedTest(name = "{0}, delivered on {1}: until {2}, {3}")
    @CsvSource({
        "DE, 2026-11-03, 2026-11-17, an ordinary Tuesday",
        "DE, 2026-10-31, 2026-11-16, a Saturday",
        "DE, 2026-11-01, 2026-11-16, a Sunday",
        "DE, 2026-12-11, 2026-12-28, Christmas and the weekend behind it",
        "DE, 2026-03-20, 2026-04-07, Good Friday to Easter Monday",
        "de, 2026-04-17, 2026-05-04, Labour Day and the weekend behind it",
        "FR, 2026-06-30, 2026-07-15, Bastille Day",
        "DE, 2026-06-30, 2026-07-14, which is no holiday of others",
        "AT, 2026-10-12, 2026-10-27, the national holiday of Austria",
        "GB, 2027-12-13, 2027-12-29, the days kept in place of Christmas and Boxing Day on a weekend",
        "US, 2026-10-31, 2026-11-14, where no such law is",
        "DE, 2026-12-18, 2027-01-04, New Year's Day and the weekend behind it",
        "AT, 2026-12-23, 2027-01-07, Epiphany",
        "FR, 2026-12-23, 2027-01-06, which is a working day elsewhere",
        "IE, 2026-12-18, 2027-01-04, the year is another by then",
        "GB, 2026-12-18, 2027-01-05, Scotland keeps the Monday in place of the 2nd of January",
        "NO, 2026-05-03, 2026-05-18, a national day on a Sunday is kept by nobody on the Monday",
        "DE, 2026-03-15, 2026-03-30, the clocks go forward on day 14",
        "DE, 2026-10-11, 2026-10-26, the clocks go back on day 14",
    })
    void theRightDay(String country, LocalDate delivered, LocalDate until, String because) {
        assertThat(period(country, delivered).until()).as(because).isEqualTo(until);
    }

    @Test
    void aHolidayOfARegionCountsWhereNobodyKnowsTheRegion() {
        assertThat(period("DE", LocalDate.of(2027, 10, 18)).until())
                .as("All Saints' Day is kept in the south and west of Germany")
                .isEqualTo(LocalDate.of(2027, 11, 2));
        assertThat(period("PT", LocalDate.of(2026, 5, 31)).until())
                .as("the days of single towns do not count")
                .isEqualTo(LocalDate.of(2026, 6, 15));
    }

    @ParameterizedTest(name = "{0} {1}, delivered on {2}: until {3}")
    @CsvSource({
        "DE, BW, 2027-10-18, 2027-11-02",
        "DE, DE-BY, 2027-10-18, 2027-11-02",
        "DE, Bayern, 2027-10-18, 2027-11-02",
        "DE, be, 2027-10-18, 2027-11-01",
        "DE, Berlin, 2027-10-18, 2027-11-01",
        "DE, Lower Saxony, 2027-10-18, 2027-11-01",
        "DE, Mordor, 2027-10-18, 2027-11-02",
        "GB, ENG, 2026-12-18, 2027-01-04",
        "GB, Scotland, 2026-12-18, 2027-01-05",
        "GB, SCT, 2026-11-16, 2026-12-01",
        "GB, Wales, 2026-11-16, 2026-11-30",
        "GB, NIR, 2026-03-03, 2026-03-18",
        "GB, ENG, 2026-03-03, 2026-03-17",
        "ES, Madrid, 2026-04-18, 2026-05-04",
        "ES, Barcelona, 2026-08-28, 2026-09-14",
        "AT, Wien, 2026-10-12, 2026-10-27",
    })
    void aRegionThatTheAddressNamesKeepsItsOwnHolidays(
            String country, String region, LocalDate delivered, LocalDate until) {
        assertThat(WithdrawalPeriod.since(country, () -> region, delivered).until())
                .isEqualTo(until);
    }

    @Test
    void anAddressIsLookedAtOnlyWhereRegionsDiffer() {
        var period = WithdrawalPeriod.since(
                "DE",
                () -> {
                    throw new AssertionError("Asked where somebody lives");
                },
                LocalDate.of(2026, 11, 3));
        assertThat(period.until()).isEqualTo(LocalDate.of(2026, 11, 17));
    }

    /** Jollyday 2.19.0, 2026-11-30: said of each of these that people work on it. */
    @ParameterizedTest(name = "{0} does not work on {1}: {2}")
    @CsvSource({
        "CY, 2026-02-23, Clean Monday",
        "CY, 2026-04-10, Good Friday of the Orthodox Church",
        "CY, 2027-05-03, Easter Monday",
        "CY, 2026-06-01, Kataklysmos",
        "IS, 2026-04-02, Maundy Thursday",
        "IS, 2026-04-03, Good Friday",
        "IS, 2026-05-14, Ascension",
        "IS, 2026-05-25, Whit Monday",
        "LT, 2026-12-24, Christmas Eve",
        "LV, 2025-05-05, in place of the 4th of May, a Sunday",
        "LV, 2028-11-20, in place of the 18th of November, a Saturday",
        "NL, 2026-04-03, Good Friday, by the law about periods",
        "BG, 2027-05-04, in place of the 1st of May",
        "GR, 2027-05-04, in place of the 1st of May",
    })
    void whatTheLibraryLacksIsKnownHere(String country, LocalDate day, String name) {
        assertThat(PublicHolidays.isWorkingDay(country, day)).as(name).isFalse();
    }

    @Test
    void everyCountryRestsAtChristmasAndOnNewYearsDay() {
        assertThat(LegalBasis.COUNTRIES).isNotEmpty().allSatisfy(country -> {
            assertThat(period(country, LocalDate.of(2026, 12, 11)).until()).isAfter(LocalDate.of(2026, 12, 27));
            assertThat(period(country, LocalDate.of(2026, 12, 18)).until()).isAfter(LocalDate.of(2027, 1, 3));
            assertThat(PublicHolidays.isWorkingDay(country, LocalDate.of(2026, 3, 18)))
                    .as("an ordinary Wednesday in %s", country)
                    .isTrue();
        });
    }

    @Test
    void aTimeThatNobodyKnowsIsNotOver() {
        var open = WithdrawalPeriod.since("DE", null);
        assertThat(open).isEqualTo(WithdrawalPeriod.OPEN);
        assertThat(open.includes(LocalDate.of(2099, 1, 1))).isTrue();
    }

    @Test
    void nothingToldLaterMovesItBack() {
        var early = new WithdrawalPeriod(LocalDate.of(2026, 11, 16));
        var late = new WithdrawalPeriod(LocalDate.of(2026, 11, 20));
        assertThat(early.neverBefore(late)).isEqualTo(late);
        assertThat(late.neverBefore(early)).isEqualTo(late);
        assertThat(early.neverBefore(WithdrawalPeriod.OPEN)).isEqualTo(WithdrawalPeriod.OPEN);
        assertThat(WithdrawalPeriod.OPEN.neverBefore(late)).isEqualTo(WithdrawalPeriod.OPEN);
    }

    @Property
    void itEndsOnAWorkingDayNotBeforeDayFourteenAndNoOtherWorkingDayLiesBetween(
            @ForAll @IntRange(max = 12_000) int day, @ForAll @IntRange(max = 30) int country) {
        var code = LegalBasis.COUNTRIES.stream().sorted().toList().get(country);
        var delivered = LocalDate.of(2005, 1, 1).plusDays(day);
        var until = Objects.requireNonNull(period(code, delivered).until());
        assertThat(until).isAfterOrEqualTo(delivered.plusDays(14)).isBefore(delivered.plusDays(26));
        assertThat(PublicHolidays.isWorkingDay(code, until)).isTrue();
        assertThat(delivered.plusDays(14).datesUntil(until))
                .noneMatch(between -> PublicHolidays.isWorkingDay(code, between));
    }

    @Test
    void manyMayAskAtOnceAndEveryYearIsAnswered() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked = threads.invokeAll(IntStream.range(0, 64)
                    .<Callable<Boolean>>mapToObj(i ->
                            () -> PublicHolidays.isWorkingDay("NL", LocalDate.of(2030 + i % 8, 12, 25)))
                    .toList());
            for (var one : asked) {
                assertThat(one.get()).isFalse();
            }
        }
        assertThat(PublicHolidays.isWorkingDay("NL", LocalDate.MAX.minusDays(400)))
                .isIn(true, false);
        assertThat(PublicHolidays.isWorkingDay("NL", LocalDate.MIN.plusDays(400)))
                .isIn(true, false);
    }

    private static WithdrawalPeriod period(String country, LocalDate delivered) {
        return WithdrawalPeriod.since(country, delivered);
    }
}
