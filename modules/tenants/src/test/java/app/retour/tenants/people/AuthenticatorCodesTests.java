package app.retour.tenants.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.tenants.secrets.Secrets;
import app.retour.tenants.secrets.TestSecrets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retour.testkit.TestClock;

/** Codes of an authenticator app, by the vectors of RFC 6238 (appendix B, SHA-1; an app shows their last six digits). */
class AuthenticatorCodesTests {
    private static final byte[] SEED_OF_THE_STANDARD = "12345678901234567890".getBytes(UTF_8);
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private final Secrets secrets = TestSecrets.under("a master key of more than thirty-two characters");
    private final TestClock clock = new TestClock();
    private final Totp totp = new Totp(secrets, clock);
    private final byte[] sealed = secrets.seal(Totp.PURPOSE, SEED_OF_THE_STANDARD);

    @ParameterizedTest
    @CsvSource({
        "59,          287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130",
    })
    void areThoseOfTheStandard(long seconds, String code) {
        clock.setTo(Instant.ofEpochSecond(seconds));
        assertThat(totp.step(sealed, code)).hasValue(seconds / 30);
    }

    @Test
    void aClockMayBeHalfAMinuteOffAndNoMore() {
        clock.setTo(Instant.ofEpochSecond(1_111_111_109));
        for (var off : List.of(-30, 0, 30)) {
            clock.setTo(Instant.ofEpochSecond(1_111_111_109 + off));
            assertThat(totp.step(sealed, "081804")).as("%d seconds", off).hasValue(1_111_111_109 / 30);
        }
        for (var off : List.of(-60, 60)) {
            clock.setTo(Instant.ofEpochSecond(1_111_111_109 + off));
            assertThat(totp.step(sealed, "081804")).as("%d seconds", off).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "287 082, true",
        "' 287082 ', true",
        "287083, false",
        "28708, false",
        "2870820, false",
        "'', false",
        "28708２, false",
        "-87082, false",
        "+28708, false",
        "abcdef, false"
    })
    void aCodeIsSixDigitsWithBlanksOrWithout(String typed, boolean right) {
        clock.setTo(Instant.ofEpochSecond(59));
        assertThat(totp.step(sealed, typed).isPresent()).isEqualTo(right);
    }

    @Test
    void anotherSeedHasOtherCodes() {
        clock.setTo(Instant.ofEpochSecond(59));
        assertThat(totp.step(secrets.seal(Totp.PURPOSE, "another seed, as long".getBytes(UTF_8)), "287082"))
                .isEmpty();
    }

    @Test
    void whatIsShownToTypeIsTheSeedThatIsKept() {
        var made = totp.newSeed("ida+shop@example.com");
        assertThat(made.shown().secret()).matches("[A-Z2-7]{32}");
        assertThat(decoded(made.shown().secret())).isEqualTo(secrets.open(Totp.PURPOSE, made.sealed()));
        assertThat(made.shown().uri())
                .isEqualTo("otpauth://totp/Retour:ida%2Bshop%40example.com?secret="
                        + made.shown().secret() + "&issuer=Retour");
        assertThat(totp.newSeed("ida@example.com").shown().secret())
                .isNotEqualTo(made.shown().secret());
    }

    private static byte[] decoded(String text) {
        var bits = text.chars()
                .mapToObj(letter -> "%5s"
                        .formatted(Integer.toBinaryString(BASE32.indexOf(letter)))
                        .replace(' ', '0'))
                .collect(Collectors.joining());
        var bytes = new byte[bits.length() / 8];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }
}
