package app.retour.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code on paper, typed by somebody who has lost the phone. */
class RecoveryCodeTests {
    @Test
    void isShownInGroupsOfFourAndReadAgain() {
        var codes = Stream.generate(RecoveryCode::made).limit(200).toList();
        assertThat(codes).hasSize(200).doesNotHaveDuplicates().allSatisfy(code -> {
            assertThat(code.shown()).matches("([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}");
            assertThat(RecoveryCode.of(code.shown())).contains(code);
        });
        assertThat(codes.stream()
                        .flatMapToInt(code -> code.text().chars())
                        .distinct()
                        .count())
                .as("every letter is used")
                .isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123-4567-89ab-cdef",
                "0123456789abcdef",
                " 0123 4567 89AB CDEF\t",
                "O123-4567-89ab-cdef",
                "0l23-4567-89ab-cdef",
                "oI23--4567-89ab cdef",
            })
    void isTheSameHoweverItIsTyped(String typed) {
        assertThat(RecoveryCode.of(typed)).contains(new RecoveryCode("0123456789abcdef"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123-4567-89ab",
                "0123-4567-89ab-cdef-0",
                "u123-4567-89ab-cdef",
                "0123_4567_89ab_cdef",
                "287082"
            })
    void whatIsNoneIsNone(String typed) {
        assertThat(RecoveryCode.of(typed)).isEmpty();
    }

    @Property
    void whateverIsTypedIsACodeInItsOneFormOrNone(@ForAll @StringLength(max = 24) String typed) {
        var code = RecoveryCode.of(typed);
        assertThat(code.map(RecoveryCode::shown).flatMap(RecoveryCode::of)).isEqualTo(code);
    }
}
