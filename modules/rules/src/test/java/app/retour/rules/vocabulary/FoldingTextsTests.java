package app.retour.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import app.retour.rules.vocabulary.FactValue.Text;
import app.retour.rules.vocabulary.FactValue.Texts;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two texts are the same when only case, outer blanks or the way of writing an accent tell them apart. */
class FoldingTextsTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            VIP|vip
             vip |vip
            Vip\t|vip
            STRASSE|straße
            STRAẞE|straße
            ΠΡΩΤΕΪ́ΝΗ|πρωτεΐνη
            ÉTÉ|été
            ΟΔΟΣ|οδος
            Αθήνας|ΑΘΉΝΑΣ
            SKU-001|sku-001
            Крым|КРЫМ
            """)
    void theyAreTheSame(String one, String other) {
        assertThat(new Text(one).folded()).isEqualTo(new Text(other).folded());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vip   | v i p
            vip   | vipp
            sku-1 | sku_1
            ete   | été
            o     | ø
            """)
    void theyAreNot(String one, String other) {
        assertThat(new Text(one).folded()).isNotEqualTo(new Text(other).folded());
    }

    @Test
    void anAccentWrittenAsASignOfItsOwnIsTheSameAccent() {
        var composed = "Café";
        var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(composed);
        assertThat(Text.fold(decomposed)).isEqualTo(Text.fold(composed));
    }

    @Test
    void blanksInsideATextStay() {
        assertThat(Text.fold("  Final  Sale ")).isEqualTo("final  sale");
    }

    @Test
    void whatTheMerchantWroteIsKeptAsItIs() {
        assertThat(new Text(" VIP ").text()).isEqualTo(" VIP ");
    }

    @Test
    void aListSaidAsItIsComparedIsNotMadeAgain() {
        var said = new Texts(List.of("red", "blue", "a-1"));
        assertThat(said.folded()).isSameAs(said.texts());
        assertThat(new Texts(List.of()).folded()).isEmpty();
        assertThat(new Texts(List.of("red", "blue", "red")).folded()).containsExactly("red", "blue");
    }

    @Property(tries = 300)
    void aListIsComparedByEachOfItsTextsOnceInTheOrderSaid(@ForAll @Size(max = 12) List<@From("words") String> texts) {
        assertThat(new Texts(texts).folded())
                .containsExactlyElementsOf(
                        texts.stream().map(Text::fold).distinct().toList());
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "A", " b", "É", "é");
    }

    @Test
    void aTurkishMachineFoldsAsAnyOther() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Text.fold("ITEM")).isEqualTo("item");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Each by itself, so that no letter is forgotten. */
    @Test
    void noLetterOfUnicodeDiffersFromItsOwnCapital() {
        for (var letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            if (Character.isLetter(letter)) {
                var text = Character.toString(letter);
                var folded = Text.fold(text);
                if (!folded.equals(Text.fold(text.toUpperCase(Locale.ROOT)))
                        || !folded.equals(Text.fold(text.toLowerCase(Locale.ROOT)))
                        || !folded.equals(Text.fold(folded))) {
                    fail("U+%04X %s", letter, text);
                }
            }
        }
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings().withChars("aÄäßẞΐϊΣςσ ǰéÉ\u0301\u0308İıЙй").ofMaxLength(8);
    }

    @Property(tries = 500)
    void capitalsAndOuterBlanksTellNoTextsApart(@ForAll("letters") String text) {
        var folded = Text.fold(text);
        assertThat(Text.fold(folded)).isEqualTo(folded);
        assertThat(Text.fold(" " + text + "\t")).isEqualTo(folded);
        assertThat(Text.fold(text.toUpperCase(Locale.ROOT))).isEqualTo(folded);
    }

    /** The short cut for plain texts says what the long way says. */
    @Property(tries = 500)
    void plainTextsFoldLikeAllOthers(@ForAll @CharRange(from = ' ', to = '~') String text) {
        assertThat(Text.fold(text)).isEqualTo(text.strip().toLowerCase(Locale.ROOT));
    }
}
