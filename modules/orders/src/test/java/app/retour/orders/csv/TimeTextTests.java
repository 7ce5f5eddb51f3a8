package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A time is the same instant however a shop writes it, and what is no time is none in any of these ways. */
class TimeTextTests {
    @ParameterizedTest
    @CsvSource({
        "2026-03-29 01:30:00 +0100, 2026-03-29T00:30:00Z",
        "2026-03-29 01:30:00 -0330, 2026-03-29T05:00:00Z",
        "2026-03-29 01:30:00 +0000, 2026-03-29T01:30:00Z",
        "2026-03-29 01:30:00 UTC,   2026-03-29T01:30:00Z",
        "2026-03-29 01:30:00 GMT,   2026-03-29T01:30:00Z",
        "2026-03-29T01:30:00+01:00, 2026-03-29T00:30:00Z",
        "2026-03-29T01:30:00.123Z,  2026-03-29T01:30:00.123Z",
        "2026-03-29 01:30 +0100,    2026-03-29T00:30:00Z",
        "2024-02-29 23:59:59 -0000, 2024-02-29T23:59:59Z",
    })
    void anInstant(String text, Instant meant) {
        assertThat(TimeText.of(text)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29 01:30:00 +0100",
                "2026-13-01 01:30:00 +0100",
                "2026-03-29 24:00:00 +0100",
                "2026-03-29 01:60:00 +0100",
                "2026-03-29 01:30:00 +1900",
                "2026-03-29 01:30:00 +0160",
                "2026-03-29 01:30:00 0100",
                "2026-03-29 01:30:00",
                "29.03.2026 01:30:00 +0100",
                "2026-03-29 01:30:00 *0100",
                "2026-O3-29 01:30:00 +0100",
                "",
            })
    void noTimeAtAll(String text) {
        assertThatThrownBy(() -> TimeText.of(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void everyHourOfADayIsReadByHandAsItIsByTheBook() {
        for (var hour = 0; hour < 24; hour++) {
            var usual = "2026-10-25 %02d:05:09 +0530".formatted(hour);
            assertThat(TimeText.of(usual))
                    .isEqualTo(TimeText.of(usual.replace(' ', 'T').replace("T+", "+")));
        }
    }
}
