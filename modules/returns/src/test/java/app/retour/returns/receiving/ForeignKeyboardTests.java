package app.retour.returns.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.record.SlipCode;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Layouts as Windows 11 has them (US 00000409, German 00000407, French 0000040C), compared on 2026-11-29. */
class ForeignKeyboardTests {
    @Test
    void anAmericanScannerOnAGermanComputerExchangesYAndZAndTheHyphen() {
        assertThat(KeyboardLayout.readings("XYß7")).contains("XZ-7");
        assertThat(KeyboardLayout.readings("Rß1001")).contains("R-1001");
    }

    @Test
    void anAmericanScannerOnAFrenchComputerTypesSignsForDigits() {
        assertThat(KeyboardLayout.readings("R)&àà&")).contains("R-1001");
        assertThat(KeyboardLayout.readings("QZ?W")).contains("AWMZ");
    }

    @Test
    void aGermanOrFrenchScannerOnAnAmericanComputerIsReadToo() {
        assertThat(KeyboardLayout.readings("R/1001")).contains("R-1001");
        assertThat(KeyboardLayout.readings("R6!))!")).contains("R-1001");
    }

    @Test
    void aTextIsNoReadingOfItselfAndWhatNoKeyboardTypesHasNone() {
        assertThat(KeyboardLayout.readings("BCD")).isEmpty();
        assertThat(KeyboardLayout.readings("山田")).isEmpty();
        assertThat(KeyboardLayout.readings("two words")).isEmpty();
    }

    @Property(tries = 200)
    void newCodesArriveTheSameOverEveryKeyboard(@ForAll int seed) {
        assertThat(KeyboardLayout.readings(SlipCode.by(new Random(seed)))).isEmpty();
    }

    @Property(tries = 500)
    void aWrongLetterIsFound(
            @ForAll int seed, @ForAll @IntRange(max = 16) int at, @ForAll @IntRange(max = 15) int letter) {
        var code = new StringBuilder(SlipCode.by(new Random(seed)));
        assertThat(SlipCode.isMisread(code.toString())).isFalse();
        var before = code.charAt(at);
        code.setCharAt(at, "BCDFGHJKLNPRSTVX".charAt(letter));
        assertThat(SlipCode.isMisread(code.toString())).isEqualTo(before != code.charAt(at));
    }

    @Test
    void aCodePrintedBeforeThereWasACheckIsNotCalledMisread() {
        assertThat(SlipCode.isMisread("BCDF23456789GHJK")).isFalse();
        assertThat(SlipCode.isMisread("R-1001")).isFalse();
        assertThat(SlipCode.isMisread("1Z999AA10123456784")).isFalse();
    }
}
