package app.retour.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Days of a calendar, whatever a zone does to its clocks. */
class CountingDaysTests {
    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "America/Sao_Paulo",
                        "Pacific/Apia",
                        "Pacific/Kiritimati",
                        "Asia/Kathmandu",
                        "Australia/Lord_Howe",
                        "Africa/Casablanca",
                        "America/St_Johns",
                        "UTC")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, Duration.ofDays(900).toSeconds()).map(FROM::plusSeconds);
    }

    @Property(tries = 300)
    void aWindowIsOpenUntilItsLastDayIsOverAndNoLonger(
            @ForAll("instants") Instant delivered,
            @ForAll @IntRange(max = 400) int days,
            @ForAll("zones") ZoneId zone) {
        var closes = LocalDays.closesAt(delivered, days, zone);
        assertThat(LocalDays.between(delivered, closes.minusMillis(1), zone)).isEqualTo(days);
        assertThat(LocalDays.between(delivered, closes, zone)).isEqualTo(days + 1);
        assertThat(LocalDays.dateOf(closes.minusMillis(1), zone)).isEqualTo(LocalDays.lastDay(delivered, days, zone));
    }

    @Property(tries = 300)
    void daysAddUp(
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant other,
            @ForAll("instants") Instant third,
            @ForAll("zones") ZoneId zone) {
        assertThat(LocalDays.between(one, other, zone) + LocalDays.between(other, third, zone))
                .isEqualTo(LocalDays.between(one, third, zone));
        assertThat(LocalDays.between(one, one, zone)).isZero();
        assertThat(LocalDays.between(one, other, zone)).isEqualTo(-LocalDays.between(other, one, zone));
    }

    @Property(tries = 300)
    void whoWaitsLongerIsNeverEarlier(
            @ForAll("instants") Instant delivered,
            @ForAll @IntRange(max = 400) int days,
            @ForAll("zones") ZoneId zone) {
        assertThat(LocalDays.closesAt(delivered, days + 1, zone)).isAfter(LocalDays.closesAt(delivered, days, zone));
        assertThat(LocalDays.closesAt(delivered, days, zone)).isAfter(delivered);
    }

    @Property(tries = 100)
    void anAssumedDeliveryIsADayOfTheCalendarToo(
            @ForAll("instants") Instant sent, @ForAll @IntRange(max = 30) int transit, @ForAll("zones") ZoneId zone) {
        LocalDate assumed = LocalDays.assumedDelivery(sent, transit, zone);
        assertThat(LocalDays.between(LocalDays.dateOf(sent, zone), assumed)).isEqualTo(transit);
    }
}
