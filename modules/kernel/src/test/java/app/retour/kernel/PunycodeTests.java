package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 3492 by its own samples (section 7.1), and whatever somebody else may send. */
class PunycodeTests {
    @ParameterizedTest
    @CsvSource({
        "ليهمابتكلموشعربي؟, egbpdaj6bu4bxfgehfvwxn",
        "他们为什么不说中文, ihqwcrb4cv8a8dqg056pqjye",
        "Pročprostěnemluvíčesky, Proprostnemluvesky-uyb24dma41a",
        "למההםפשוטלאמדבריםעברית, 4dbcagdahymbxekheh6e0a7fei0b",
        "почемужеонинеговорятпорусски, b1abfaaepdrnnbgefbadotcwatmq2g4l",
        "PorquénopuedensimplementehablarenEspañol, PorqunopuedensimplementehablarenEspaol-fmd56a",
        "3年B組金八先生, 3B-ww4c5e180e575a65lsy2b",
        "安室奈美恵-with-SUPER-MONKEYS, -with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n",
        "パフィーdeルンバ, de-jg4avhby1noc0d",
    })
    void isThatOfTheStandard(String text, String encoded) {
        assertThat(Punycode.encode(text)).isEqualTo(encoded);
        assertThat(Punycode.decode(encoded)).contains(text);
    }

    @Property
    void whatIsEncodedIsDecodedAgain(@ForAll("labels") String label) {
        var encoded = Punycode.encode(label);
        assertThat(encoded).isASCII();
        if (encoded.length() <= 63) {
            assertThat(Punycode.decode(encoded)).contains(label);
        }
    }

    @Property
    void whatSomebodySendsIsDecodedOrNot(@ForAll("asciiLabels") String sent) {
        assertThat(Punycode.decode(sent).stream()
                        .flatMapToInt(String::codePoints)
                        .filter(point -> !Character.isValidCodePoint(point)))
                .isEmpty();
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.strings()
                .withChars("abz09-üßéšøяשع中日한\u0628")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> text.chars().anyMatch(letter -> letter >= 128));
    }

    @Provide
    Arbitrary<String> asciiLabels() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-', '_', ' ')
                .ofMaxLength(70);
    }
}
