package app.retour.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.evaluation.RuleFixtures;
import app.retour.rules.policy.Truth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LocalDaysTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void theDayOfDeliveryIsDayZeroUntilItsMidnight() {
        var delivered = Instant.parse("2026-11-01T07:00:00Z");
        assertThat(LocalDays.between(delivered, Instant.parse("2026-11-01T22:59:59Z"), BERLIN))
                .isZero();
        assertThat(LocalDays.between(delivered, Instant.parse("2026-11-01T23:00:00Z"), BERLIN))
                .isOne();
    }

    @Test
    void aDeliveryThatLiesAheadCountsBelowZero() {
        assertThat(LocalDays.between(
                        Instant.parse("2026-11-03T12:00:00Z"), Instant.parse("2026-11-01T12:00:00Z"), BERLIN))
                .isEqualTo(-2);
    }

    @Test
    void anAssumedDeliveryComesTransitDaysAfterTheLocalDayOfDispatch() {
        assertThat(LocalDays.assumedDelivery(Instant.parse("2026-11-01T23:30:00Z"), 5, BERLIN))
                .isEqualTo(LocalDate.of(2026, 11, 7));
    }

    @Test
    void aDayThatItsZoneSkippedStillCounts() {
        // Samoa had no 30 December 2011; the calendar still counts it.
        var apia = ZoneId.of("Pacific/Apia");
        assertThat(LocalDays.between(
                        Instant.parse("2011-12-29T22:00:00Z"), Instant.parse("2011-12-31T22:00:00Z"), apia))
                .isEqualTo(3);
    }

    /** Windows over changes of the clock, computed by others. */
    @Test
    void windowsCloseWhereTheSharedCasesSayAcrossChangesOfTheClock() throws Exception {
        var cases = Path.of(System.getProperty("retour.root", "."), "..", "shared", "fixtures", "locale")
                .resolve("return-window-cases.json");
        Assumptions.assumeTrue(Files.exists(cases), "SKIPPED: the shared fixtures are not there: " + cases);
        var all = JsonMapper.shared().readTree(Files.readString(cases));
        assertThat(all.size()).isPositive();
        for (var one : all) {
            var zone = ZoneId.of(one.get("zone").asString());
            var delivered =
                    OffsetDateTime.parse(one.get("delivered").asString()).toInstant();
            var days = one.get("window_days").asInt();
            var closes = Instant.parse(
                    one.get("closes_at_start_of_next_local_day_utc").asString());
            assertThat(LocalDays.lastDay(delivered, days, zone))
                    .as(zone.getId())
                    .isEqualTo(LocalDate.parse(one.get("last_local_date").asString()));
            assertThat(LocalDays.closesAt(delivered, days, zone))
                    .as(zone.getId())
                    .isEqualTo(closes);
            assertThat(isWithin(delivered, closes.minusMillis(1), days, zone))
                    .as(zone.getId())
                    .isTrue();
            assertThat(isWithin(delivered, closes, days, zone)).as(zone.getId()).isFalse();
        }
    }

    private static boolean isWithin(Instant delivered, Instant submitted, int days, ZoneId zone) {
        var condition =
                RuleFixtures.test(FactName.ITEM_DAYS_SINCE_DELIVERY, Operator.WITHIN_DAYS, RuleFixtures.number(days));
        var facts =
                Facts.none().number(FactName.ITEM_DAYS_SINCE_DELIVERY, LocalDays.between(delivered, submitted, zone));
        return condition.truth(facts) == Truth.TRUE;
    }
}
