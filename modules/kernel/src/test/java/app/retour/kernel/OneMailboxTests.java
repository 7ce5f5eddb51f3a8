package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address is the same however often it is read, and nothing that somebody types makes it fall over. */
class OneMailboxTests {
    @Property
    void everySpellingOfAnAddressIsReadAsThatAddress(@ForAll("addresses") String typed) {
        var address = MailAddress.of(typed).orElseThrow();
        assertThat(MailAddress.of(address.text())).contains(address);
        assertThat(MailAddress.of(address.envelope())).contains(address);
        // In capitals, but for the sharp s, which has none that everybody reads so: straße.de is not strasse.de.
        var capitals = typed.codePoints()
                .map(point -> point == 'ß' ? point : Character.toUpperCase(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        assertThat(MailAddress.of("  " + capitals + "\t")).contains(address);
        assertThat(address.spellings())
                .isNotEmpty()
                .allSatisfy(spelling -> assertThat(MailAddress.of(spelling)).contains(address));
    }

    @Property
    void onlyItsFirstLettersAndItsLastLabelAreShownCovered(@ForAll("addresses") String typed) {
        var address = MailAddress.of(typed).orElseThrow();
        var covered = address.covered();
        assertThat(covered).contains("•••@").doesNotContain(address.local() + "@");
        assertThat(covered.codePoints().filter(point -> point == '•')).hasSize(6);
    }

    @Property
    void whateverIsTypedIsAnAddressOrNone(@ForAll @StringLength(max = 80) String typed) {
        assertThat(MailAddress.of(typed).map(MailAddress::envelope).orElse("none"))
                .doesNotContain("\r", "\n", " ");
        assertThat(MailAddress.of(typed + "@example.com")
                        .map(MailAddress::envelope)
                        .orElse("none"))
                .doesNotContain("\r", "\n", " ");
        assertThat(MailAddress.of("ida@" + typed).map(MailAddress::envelope).orElse("none"))
                .doesNotContain("\r", "\n", " ");
    }

    @ParameterizedTest
    @CsvSource({
        // A label of other letters than it says to have.
        "ida@xn--bcher-kvb.example, ida@xn--bcher-kvb.example",
        // No Punycode at all: left as it came.
        "ida@xn--a.example,         ida@xn--a.example",
        // Full-width letters and dots are those of a Japanese keyboard.
        "ida@ｅｘａｍｐｌｅ．ｃｏｍ,         ida@example.com",
        "ida@localhost,             ida@localhost",
    })
    void aDomainIsReadAsItsOwnerMeantIt(String typed, String text) {
        assertThat(MailAddress.of(typed).map(MailAddress::envelope)).contains(text);
    }

    /** A blank in it would be a second word of what the mail server is told. */
    @ParameterizedTest
    @ValueSource(strings = {"ida@\ufdfa.example", "ida@\ufc5e.example", "ida@\u2488example.com", "ida@\u00bd.example"})
    void aLetterThatIsReadAsABlankOrADotNamesNoHost(String typed) {
        assertThat(MailAddress.of(typed)).isEmpty();
    }

    @Provide
    Arbitrary<String> addresses() {
        var local = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("+'!#äø")
                .ofMinLength(1)
                .ofMaxLength(12);
        var domain = Arbitraries.of(
                "example.com",
                "bücher.example",
                "straße.de",
                "例え.テスト",
                "xn--mller-kva.de",
                "παράδειγμα.δοκιμή",
                "a.co.uk");
        return Combinators.combine(local, domain).as((before, after) -> before + "@" + after);
    }
}
