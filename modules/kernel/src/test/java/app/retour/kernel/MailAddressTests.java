package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One mailbox, however its address is spelled. The ASCII forms are those that registries give (looked at 2026-11-29). */
class MailAddressTests {
    @ParameterizedTest
    @CsvSource({
        "ida@bücher-müller.example, ida@xn--bcher-mller-thbg.example",
        "info@müller.de,            info@xn--mller-kva.de",
        // The JDK's IDN (25.0.3) says strasse.de: another owner.
        "info@straße.de,            info@xn--strae-oqa.de",
        "a@例え.テスト,               a@xn--r8jz45g.xn--zckzah",
        "a@παράδειγμα.δοκιμή,       a@xn--hxajbheg2az3al.xn--jxalpdlp",
        "a@موقع.وزارة-الاتصالات.مصر, a@xn--4gbrim.xn----ymcbaaajlc6dj7bxne2c.xn--wgbh1c",
        "a@президент.рф,            a@xn--d1abbgf6aiiy.xn--p1ai",
        "a@😀.example,               ''",
        "a@example.com,             a@example.com",
    })
    void aDomainOfAnyScriptHasItsAsciiForm(String text, String envelope) {
        assertThat(MailAddress.of(text).map(MailAddress::envelope).orElse("")).isEqualTo(envelope);
        if (!envelope.isEmpty()) {
            assertThat(MailAddress.of(envelope)).isEqualTo(MailAddress.of(text));
            assertThat(MailAddress.of(envelope).orElseThrow().text()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " Ida@BÜCHER.example ",
                "ida@bücher.example",
                "IDA@xn--bcher-kva.EXAMPLE",
                "ida@bu\u0308cher\u3002example"
            })
    void everySpellingIsOneAddress(String spelled) {
        var address = MailAddress.of(spelled).orElseThrow();
        assertThat(address).isEqualTo(new MailAddress("ida", "bücher.example"));
        assertThat(address.spellings()).containsExactly("ida@bücher.example", "ida@xn--bcher-kva.example");
        assertThat(address.needsSmtpUtf8()).isFalse();
    }

    @Test
    void lettersBeforeTheAtNeedAServerThatKnowsThem() {
        assertThat(MailAddress.of("jörg@example.com").orElseThrow().needsSmtpUtf8())
                .isTrue();
        assertThat(MailAddress.of("o'neil+shop@example.com").orElseThrow().needsSmtpUtf8())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ida",
                "@example.com",
                "ida@",
                "ida@.com",
                "ida@example..com",
                "i da@example.com",
                "a@b\r\nBcc: x@y.example",
                ".a@example.com",
                "a..b@example.com",
                "a@-x.example",
                "a@x y.example",
                "<a@example.com>",
                "a,b@example.com",
                "a\u2028b@example.com",
                "a\u0085b@example.com",
                "a\u00a0b@example.com",
                "a\u202eb@example.com",
                "a\ud83db@example.com",
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(MailAddress.of(text)).isEmpty();
    }

    @Test
    void whatIsTooLongIsNone() {
        assertThat(MailAddress.of("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(MailAddress.of("a@" + "ü".repeat(60) + ".example")).isEmpty();
        assertThat(MailAddress.of("a@" + "x".repeat(64) + ".example")).isEmpty();
    }

    @Test
    void itsOwnerKnowsItCovered() {
        assertThat(MailAddress.of("ada@example.com").orElseThrow().covered()).isEqualTo("a•••@e•••.com");
    }
}
