package app.retour.returns.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Phrase;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reasons that a merchant starts with and how they change, and quantities as people say them. */
class ReasonsAndWordsTests {
    private static final List<ReturnReason> DEFAULTS =
            DefaultReasons.all().stream().map(Reason::snapshot).toList();

    @Test
    void aNewMerchantHasReasonsOfEveryGroupInAnOrderOfTheirOwn() {
        assertThat(DEFAULTS).extracting(ReturnReason::group).contains(ReasonGroup.values());
        assertThat(DEFAULTS).extracting(ReturnReason::code).doesNotHaveDuplicates();
        assertThat(DEFAULTS).extracting(ReturnReason::position).isSorted().doesNotHaveDuplicates();
        assertThat(DEFAULTS).noneMatch(ReturnReason::archived);
    }

    @Test
    void theyCanBeReadInEnglishAndGermanAndByEveryoneElseInEnglish() {
        for (var reason : DEFAULTS) {
            var english = reason.textIn(Locale.ENGLISH, Locale.JAPAN);
            assertThat(reason.textIn(Locale.GERMANY, Locale.JAPAN))
                    .isNotEqualTo(english)
                    .isNotBlank();
            assertThat(reason.textIn(Locale.FRENCH, Locale.JAPAN)).isEqualTo(english);
        }
    }

    @Test
    void wrongSizeIsTooSmallOrTooLarge() {
        assertThat(DEFAULTS)
                .filteredOn(reason -> reason.group() == ReasonGroup.SIZE)
                .extracting(ReturnReason::code)
                .containsExactly("too_small", "too_large");
    }

    @Test
    void aReasonChangesItsTextsItsPlaceAndItsStandingAndKeepsItsCode() {
        var reason = new Reason("itchy", ReasonGroup.OTHER, 9, Phrase.of(Map.of("en", "It itches"), "en"));
        reason.say(Phrase.of(Map.of("de", "Es juckt", "en", "It itches"), "de"));
        reason.file(ReasonGroup.DEFECT, 2);
        reason.archive(true);
        var now = reason.snapshot();
        assertThat(now.code()).isEqualTo("itchy");
        assertThat(now.group()).isEqualTo(ReasonGroup.DEFECT);
        assertThat(now.position()).isEqualTo(2);
        assertThat(now.archived()).isTrue();
        assertThat(now.textIn(Locale.FRENCH, Locale.ITALIAN))
                .as("the last resort")
                .isEqualTo("Es juckt");
        assertThat(now.reasonId()).hasToString(reason.id().toString());
        reason.archive(false);
        assertThat(reason.snapshot().archived()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 units", "1, 1 unit", "2, 2 units"})
    void unitsAreCountedAsPeopleDo(int units, String said) {
        assertThat(Units.of(units)).isEqualTo(said);
        assertThat(Units.counted(units, "day")).isEqualTo(said.replace("unit", "day"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, an answer",
        "1, false, a photo",
        "3, false, 3 photos",
        "0, true, a description",
        "1, true, a photo and a description",
        "2, true, 2 photos and a description",
    })
    void evidenceIsAskedForInWords(int photos, boolean comment, String said) {
        assertThat(Units.evidence(photos, comment)).isEqualTo(said);
    }

    @Test
    void everyCodeOfADefaultIsOneThatAMerchantMightHaveMade() {
        assertThat(DEFAULTS.stream().map(ReturnReason::code))
                .isNotEmpty()
                .allMatch(code -> code.matches("[a-z][a-z0-9_]{1,39}"));
    }
}
