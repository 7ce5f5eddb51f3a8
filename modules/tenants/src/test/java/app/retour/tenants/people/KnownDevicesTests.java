package app.retour.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.tenants.secrets.Secrets;
import app.retour.tenants.secrets.TestSecrets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retour.testkit.TestClock;

/** The mark that a device bears once somebody signed in on it. */
class KnownDevicesTests {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private final TestClock clock = new TestClock();
    private final Secrets secrets = TestSecrets.under("a master key of more than thirty-two characters");
    private final KnownDevices devices = new KnownDevices(secrets, clock);

    private String mark(String email) {
        clock.setTo(NOON);
        return devices.mark(email, null);
    }

    @Test
    void isKnownForHalfAYear() {
        var mark = mark("ida@example.com");
        clock.setTo(NOON.plus(KnownDevices.KNOWN_FOR).minusSeconds(1));
        assertThat(devices.id("ida@example.com", mark)).isPresent();
        clock.setTo(NOON.plus(KnownDevices.KNOWN_FOR));
        assertThat(devices.id("ida@example.com", mark)).isEmpty();
    }

    @Test
    void aNewMarkOfTheSameDeviceHasItsIdAndAnotherDeviceAnother() {
        var mark = mark("ida@example.com");
        clock.setTo(NOON.plus(Duration.ofDays(100)));
        var renewed = devices.mark("ida@example.com", mark);
        assertThat(renewed).isNotEqualTo(mark);
        assertThat(devices.id("ida@example.com", renewed)).isEqualTo(devices.id("ida@example.com", mark));
        assertThat(devices.id("ida@example.com", devices.mark("ida@example.com", null)))
                .isNotEqualTo(devices.id("ida@example.com", mark));
    }

    @Test
    void isOfOneAccountHoweverItsAddressIsTyped() {
        var mark = mark("ida@bücher.example");
        assertThat(devices.id(" IDA@xn--bcher-kva.example ", mark)).isPresent();
        assertThat(devices.nameFor("IDA@bücher.example")).isEqualTo(devices.nameFor("ida@xn--bcher-kva.example"));
        assertThat(devices.id("bob@bücher.example", mark)).isEmpty();
        assertThat(devices.nameFor("bob@bücher.example")).isNotEqualTo(devices.nameFor("ida@bücher.example"));
    }

    @Test
    void tellsNobodyWhoseItIs() {
        assertThat(mark("ida@example.com") + devices.nameFor("ida@example.com")).doesNotContain("ida", "example");
        assertThat(devices.nameFor("ida@example.com")).matches("RETOUR_DEVICE_[0-9a-f]{12}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "x.99999999999999.y", "x.-1.y", "a.1.b.c", "x.1700000000.y"})
    void whatIsNoMarkOfOursIsNone(String forged) {
        clock.setTo(NOON);
        assertThat(devices.id("ida@example.com", forged)).isEmpty();
    }

    @Test
    void noPartOfAMarkCanBeChanged() {
        var mark = mark("ida@example.com");
        for (var at = 0; at < mark.length(); at++) {
            var other = mark.charAt(at) == '1' ? '2' : '1';
            var changed = mark.substring(0, at) + other + mark.substring(at + 1);
            // The last letter of a Base64 text has bits that say nothing.
            if (at < mark.length() - 1) {
                assertThat(devices.id("ida@example.com", changed)).as(changed).isEmpty();
            }
        }
        var elsewhere = new KnownDevices(TestSecrets.under("another master key of thirty-two characters"), clock);
        assertThat(elsewhere.id("ida@example.com", mark)).isEmpty();
    }
}
