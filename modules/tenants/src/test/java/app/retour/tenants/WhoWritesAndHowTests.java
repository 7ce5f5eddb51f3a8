package app.retour.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours that can be read, addresses that get mail, and who counts as one caller. */
class WhoWritesAndHowTests {
    @ParameterizedTest
    @CsvSource({
        "#000000, true",
        "#1f5a4d, true",
        "' #1F5A4D ', true",
        "#767676, true",
        // One shade lighter: 4.48 to 1.
        "#777777, false",
        "#ffffff, false",
        "#ffff00, false",
        "#ff0000, false",
        "#0000ff, true",
        "#fff, false",
        "1f5a4d, false",
        "red, false",
        "#1f5a4g, false",
        "'#1f5a4d;}', false",
    })
    void aColourIsSixDigitsAndReadableOnWhite(String color, boolean taken) {
        if (taken) {
            assertThat(new Brand(color, null).color()).isEqualTo(color.strip().toLowerCase(Locale.ROOT));
        } else {
            assertThatThrownBy(() -> new Brand(color, null)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
                assertThat(refusal.field()).containsExactly("brand", "color");
            });
        }
    }

    /** 4.48 is not 4.5, so it is not said to be. */
    @Test
    void theContrastThatIsToldIsNeverTheOneThatIsNeeded() {
        assertThatThrownBy(() -> new Brand("#777777", null)).hasMessageContaining("contrast of 4.4 with white");
    }

    @ParameterizedTest
    @CsvSource({
        "' Ida@Example.COM ', ida@example.com",
        "ida@bücher.example, ida@xn--bcher-kva.example",
        "o'neill+shop@example.co.uk, o'neill+shop@example.co.uk",
    })
    void anAddressIsKeptAsMailServersAreToldIt(String typed, String kept) {
        assertThat(Emails.normal(typed, "email")).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ida",
                "ida@localhost",
                "ida@example",
                "ida@127.0.0.1",
                "ida@[127.0.0.1]",
                "ida@example.c",
                "ida@exa_mple.com",
                "jörg@example.com",
                "\"ida\"@example.com",
                "ida@example.com,bob@example.com",
                "ida@example.com\r\nBcc: bob@example.com",
            })
    void whatNoMailReachesIsRefused(String typed) {
        assertThatThrownBy(() -> Emails.normal(typed, "contactEmail"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
                    assertThat(refusal.field()).containsExactly("contactEmail");
                });
    }

    @Test
    void lettersBeforeTheAtAreRefusedInWordsThatSayWhy() {
        assertThatThrownBy(() -> Emails.normal("jörg@example.com", "email")).hasMessageContaining("before the @");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.2, false", "192.0.2.1, 192.0.2.1, true",
        "2001:db8::1, 2001:db8:0:0:ffff::9, true", "2001:db8::1, 2001:db8:0:1::1, false",
        "2001:DB8::1, 2001:0db8:0000:0000::1, true",
    })
    void whoHasOneAddressOfANetworkHasAllOfThem(String one, String other, boolean same) {
        assertThat(CallerNetwork.of(one).equals(CallerNetwork.of(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "192.0.2", "example.com", "1:2", "999.1.1.1"})
    void whatIsNoAddressIsTakenAsItIsAndAskedOfNobody(String text) {
        assertThat(CallerNetwork.of(text)).isEqualTo(text);
    }
}
