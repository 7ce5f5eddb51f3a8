package app.retour.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTests {
    private final Retries retries = new Retries(12, Duration.ofSeconds(10), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({"1, PT10S", "2, PT20S", "3, PT40S", "9, PT42M40S", "10, PT1H", "500, PT1H"})
    void pausesDoubleUpToALongest(int attempts, Duration pause) {
        assertThat(retries.pauseAfter(attempts)).isEqualTo(pause);
    }

    @Test
    void whatWasNeverTriedWaitsTheFirstPauseToo() {
        assertThat(retries.pauseAfter(0)).isEqualTo(Duration.ofSeconds(10));
    }
}
