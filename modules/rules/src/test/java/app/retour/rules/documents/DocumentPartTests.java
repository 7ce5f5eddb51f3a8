package app.retour.rules.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.rules.policy.Outcome;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside is read, or refused with its place and what would be accepted. */
class DocumentPartTests {
    @Test
    void aTextComesWithoutOuterBlanks() {
        assertThat(part("  a b ").text(3)).isEqualTo("a b");
    }

    @Test
    void aTextIsNotBlankNotTooLongAndPlain() {
        refused(part(null), part -> part.text(5), ErrorCode.REQUIRED, "Give a text that is not blank");
        refused(part(" \t"), part -> part.text(5), ErrorCode.INVALID, "Give a text that is not blank");
        refused(part(7), part -> part.text(5), ErrorCode.INVALID, "Give a text that is not blank");
        refused(part("123456"), part -> part.text(5), ErrorCode.TOO_LARGE, "At most 5 characters, not 6");
        refused(part("a\u0000b"), part -> part.text(5), ErrorCode.INVALID, "Control characters are not accepted here");
        refused(part("a\nb"), part -> part.text(5), ErrorCode.INVALID, "Control characters are not accepted here");
        refused(part("a\uFFFDb"), part -> part.text(5), ErrorCode.INVALID, "Control characters are not accepted here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "49.90", "-1", "999999999999", "0.000001", "007"})
    void aDecimalNumberIsDigits(String text) {
        assertThat(part(text).decimal()).isEqualByComparingTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e3",
                "NaN",
                "Infinity",
                "1,5",
                "1.",
                ".5",
                "+1",
                "0x10",
                "1 000",
                "1.0000001",
                "1234567890123",
                "٣"
            })
    void whatIsNoPlainNumberIsRefused(String text) {
        refused(
                part(text),
                DocumentPart::decimal,
                ErrorCode.INVALID,
                "Give a plain decimal number such as 100 or 49.90");
    }

    @Test
    void aNumberGivenExactlyIsTakenOneThatIsNotIsRefused() {
        assertThat(part(7).decimal()).isEqualByComparingTo("7");
        assertThat(part(7L).decimal()).isEqualByComparingTo("7");
        assertThat(part(new BigDecimal("1E+3")).decimal()).isEqualByComparingTo("1000");
        for (var inexact : List.of(49.9, 49.9f)) {
            refused(
                    part(inexact),
                    DocumentPart::decimal,
                    ErrorCode.INVALID,
                    "Write a number with decimals between quotation marks, for example \"49.90\"");
        }
        refused(part(null), DocumentPart::decimal, ErrorCode.REQUIRED, "Give a text that is not blank");
        refused(part(true), DocumentPart::decimal, ErrorCode.INVALID, "Give a text that is not blank");
    }

    @Property(tries = 300)
    void whatAPlainNumberSaysIsRead(
            @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(6) BigDecimal number) {
        assertThat(part(number.toPlainString()).decimal()).isEqualByComparingTo(number);
        assertThat(part(number).decimal()).isEqualByComparingTo(number);
    }

    @Test
    void aFlagIsTrueOrFalseAndNoTextOfIt() {
        assertThat(part(true).flag()).isTrue();
        assertThat(part(false).flag()).isFalse();
        refused(part("true"), DocumentPart::flag, ErrorCode.INVALID, "Give true or false");
        refused(part(null), DocumentPart::flag, ErrorCode.REQUIRED, "Give true or false");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "10, true", "-1, false", "11, false"})
    void aWholeNumberLiesBetweenItsEnds(int number, boolean isAccepted) {
        if (isAccepted) {
            assertThat(part(number).number(0, 10)).isEqualTo(number);
        } else {
            refused(part(number), part -> part.number(0, 10), ErrorCode.INVALID, "Give a whole number from 0 to 10");
        }
        refused(part(1.5), part -> part.number(0, 10), ErrorCode.INVALID, "Give a whole number from 0 to 10");
        refused(part(null), part -> part.number(0, 10), ErrorCode.REQUIRED, "Give a whole number from 0 to 10");
    }

    @Test
    void aWordIsOneOfThoseThatThereAre() {
        assertThat(part("REVIEW").oneOf(Outcome.class)).isEqualTo(Outcome.REVIEW);
        assertThat(part(Outcome.REJECT).oneOf(Outcome.class)).isEqualTo(Outcome.REJECT);
        refused(
                part("review"),
                part -> part.oneOf(Outcome.class),
                ErrorCode.INVALID,
                "Give one of [APPROVE, REVIEW, REJECT]");
        refused(
                part(null),
                part -> part.oneOf(Outcome.class),
                ErrorCode.REQUIRED,
                "Give one of [APPROVE, REVIEW, REJECT]");
    }

    @Test
    void aListKnowsThePlaceOfEachOfItsParts() {
        var parts = part(Arrays.asList("a", null)).items(2);
        assertThat(parts).extracting(DocumentPart::path).containsExactly(List.of("here", "0"), List.of("here", "1"));
        assertThat(parts).extracting(DocumentPart::value).containsExactly("a", null);
        refused(
                part(List.of(1, 2, 3)),
                part -> part.items(2),
                ErrorCode.TOO_LARGE,
                "At most 2 are accepted here, not 3");
        refused(part("a"), part -> part.items(2), ErrorCode.INVALID, "Give a list here");
        refused(part(null), part -> part.items(2), ErrorCode.REQUIRED, "Give a list here");
    }

    @Test
    void aFieldKnowsItsPlaceAndNullIsAsLeftOut() {
        var fields = new HashMap<String, @Nullable Object>();
        fields.put("b", null);
        fields.put("a", 1);
        var part = part(fields);
        assertThat(part.at("a").path()).containsExactly("here", "a");
        assertThat(part.at("a").value()).isEqualTo(1);
        assertThat(part.at("z").value()).isNull();
        assertThat(part.maybe("a")).isPresent();
        assertThat(part.maybe("b")).isEmpty();
        assertThat(part.maybe("z")).isEmpty();
        assertThat(part.fields()).containsExactly("a");
        refused(part(List.of()), one -> one.at("a"), ErrorCode.INVALID, "Give an object here");
        refused(part(null), one -> one.at("a"), ErrorCode.REQUIRED, "Give an object here");
    }

    @Test
    void aFieldThatNobodyKnowsIsRefusedAtItsOwnPlace() {
        var part = part(Map.of("colour", "red"));
        var refusal = refusal(part, one -> one.knowingOnly("name", "size"));
        assertThat(refusal.field()).containsExactly("here", "colour");
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
        assertThat(refusal).hasMessage("There is no field of this name here; known are name, size");
        assertThat(part.knowingOnly("colour")).isSameAs(part);
    }

    @Test
    void aPathCannotBeChangedByWhoHoldsAPart() {
        assertThat(part(Map.of("a", 1)).at("a").path())
                .containsExactly("here", "a")
                .isUnmodifiable();
    }

    private static DocumentPart part(@Nullable Object value) {
        return DocumentPart.root(value, "here");
    }

    private static void refused(DocumentPart part, Function<DocumentPart, ?> reads, ErrorCode code, String words) {
        var refusal = refusal(part, reads);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal).hasMessage(words);
        assertThat(refusal.field()).containsExactly("here");
    }

    private static Refusal refusal(DocumentPart part, Function<DocumentPart, ?> reads) {
        try {
            var _ = reads.apply(part);
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("Accepted: " + part.value());
    }
}
