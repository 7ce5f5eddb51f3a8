package app.retour.returns.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BusinessHoursTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static Instant after(String local, int hours) {
        return BusinessHours.after(at(local), hours, BERLIN);
    }

    @Test
    void duringTheWeekEveryHourCounts() {
        assertThat(after("2026-11-23T15:00", 24)).isEqualTo(at("2026-11-24T15:00"));
        assertThat(after("2026-11-23T00:00", 120)).isEqualTo(at("2026-11-28T00:00"));
    }

    @Test
    void theWeekendDoesNotCount() {
        assertThat(after("2026-11-27T15:00", 24)).isEqualTo(at("2026-11-30T15:00"));
        assertThat(after("2026-11-28T09:00", 24)).isEqualTo(at("2026-12-01T00:00"));
        assertThat(after("2026-11-29T23:59", 1)).isEqualTo(at("2026-11-30T01:00"));
    }

    @Test
    void twoWeekendsAreLeftOutWhenTwoLieBetween() {
        assertThat(after("2026-11-27T12:00", 24 * 6)).isEqualTo(at("2026-12-07T12:00"));
    }

    @Test
    void theWeekendIsTheMerchantsOwn() {
        var sundayEveningInBerlin = at("2026-11-29T20:00");
        var auckland = ZoneId.of("Pacific/Auckland");
        assertThat(BusinessHours.after(sundayEveningInBerlin, 2, auckland))
                .as("Monday morning there")
                .isEqualTo(at("2026-11-29T22:00"));
    }

    @Test
    void hoursAreRealOnesWhenTheClocksChange() {
        // In New York clocks change on a Sunday too; in Cairo on a Thursday night: Friday 2026-04-24 has 23 hours.
        var cairo = ZoneId.of("Africa/Cairo");
        var thursday = LocalDateTime.parse("2026-04-23T12:00").atZone(cairo).toInstant();
        assertThat(BusinessHours.after(thursday, 24, cairo))
                .isEqualTo(LocalDateTime.parse("2026-04-24T13:00").atZone(cairo).toInstant());
    }
}
