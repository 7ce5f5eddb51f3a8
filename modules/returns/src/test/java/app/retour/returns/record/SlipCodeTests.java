package app.retour.returns.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A barcode that is read wrongly is known to be, whichever letter was. */
class SlipCodeTests {
    private static final String LETTERS = "BCDFGHJKLNPRSTVX";

    @Property
    void aCodeHasSeventeenLettersOfTheSixteenAndIsNotMisread(@ForAll long seed) {
        var code = SlipCode.by(new Random(seed));
        assertThat(code).matches("[" + LETTERS + "]{17}");
        assertThat(SlipCode.isMisread(code)).isFalse();
    }

    @Property
    void everySingleWrongLetterIsFound(
            @ForAll long seed, @ForAll @IntRange(max = 16) int place, @ForAll @IntRange(min = 1, max = 15) int by) {
        var code = SlipCode.by(new Random(seed));
        var wrong = LETTERS.charAt((LETTERS.indexOf(code.charAt(place)) + by) % LETTERS.length());
        var read = code.substring(0, place) + wrong + code.substring(place + 1);
        assertThat(SlipCode.isMisread(read)).as("%s for %s", read, code).isTrue();
    }

    /** Slips of before, numbers of returns, and what is no code at all: nobody calls them misread. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "R-1001", "A1B2C3D4E5F6G7H8", "BBBBBBBBBBBBBBBB", "BBBBBBBBBBBBBBBBBB", "4006381333931AAAA"})
    void whatIsNoCodeOfOursIsNotMisread(String read) {
        assertThat(SlipCode.isMisread(read)).isFalse();
    }
}
