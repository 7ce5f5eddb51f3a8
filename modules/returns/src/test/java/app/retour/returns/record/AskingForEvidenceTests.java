package app.retour.returns.record;

import static app.retour.returns.record.AReturn.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.view.EvidenceState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a shopper is asked to show or to say, and what came of it. */
class AskingForEvidenceTests {
    private static final UUID ITEM = UUID.randomUUID();

    private static StoredEvidenceRequest asked(@Nullable String message) {
        return new StoredEvidenceRequest(
                UUID.randomUUID(), List.of(ITEM), 2, true, message, NOW, NOW.plusSeconds(3600));
    }

    @ParameterizedTest
    @EnumSource(value = EvidenceState.class, names = "WANTED", mode = EnumSource.Mode.EXCLUDE)
    void theFirstEndCounts(EvidenceState first) {
        for (var second : EvidenceState.values()) {
            var request = asked(null);
            assertThat(request.isOpen()).isTrue();
            request.end(first);
            request.end(second);
            assertThat(request.snapshot().state()).isEqualTo(first);
            assertThat(request.isOpen()).isFalse();
        }
    }

    @Test
    void aShopperIsRemindedOnceAndOnlyOfWhatIsStillWanted() {
        var request = asked(null);
        assertThat(request.remind(NOW)).isTrue();
        assertThat(request.remind(NOW.plusSeconds(60))).isFalse();
        var given = asked(null);
        given.end(EvidenceState.GIVEN);
        assertThat(given.remind(NOW)).isFalse();
    }

    @Test
    void aPersonAskedWhoeverSaidSomethingToItAndARuleSaysNothing() {
        assertThat(asked(null).byPerson()).isFalse();
        assertThat(asked("").byPerson()).isTrue();
        assertThat(asked("").snapshot().message()).as("nothing to read").isNull();
        assertThat(asked("Show the seam").snapshot().message()).isEqualTo("Show the seam");
    }

    @Test
    void itAsksForItsItemsAlone() {
        assertThat(asked(null).asksFor(ITEM)).isTrue();
        assertThat(asked(null).asksFor(UUID.randomUUID())).isFalse();
        assertThat(asked(null).snapshot().items())
                .singleElement()
                .extracting(Object::toString)
                .isEqualTo(ITEM.toString());
    }

    @ParameterizedTest(name = "{0} photos, “{1}”; wanted {2} and words {3}: lacks {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "0, -, 0, false, false",
                "0, -, 1, false, true",
                "1, -, 1, false, false",
                "2, -, 1, true, true",
                "1, ' ', 1, true, true",
                "1, torn, 1, true, false",
                "0, torn, 1, true, true",
            })
    void whatIsLackingIsPhotosOrWords(
            int photos, @Nullable String words, int photosWanted, boolean wordsWanted, boolean lacks) {
        assertThat(new ItemEvidence(words, photos(photos)).lacks(photosWanted, wordsWanted))
                .isEqualTo(lacks);
    }

    private static List<UUID> photos(int count) {
        var photos = new ArrayList<UUID>();
        for (var i = 0; i < count; i++) {
            photos.add(new UUID(7, i + 1));
        }
        return photos;
    }

    @Test
    void wordsAreAddedBelowEarlierOnesAndBlankOnesChangeNothing() {
        var first = new ItemEvidence(null, List.of()).and(List.of(), "torn");
        assertThat(first.shopperComment()).isEqualTo("torn");
        assertThat(first.and(List.of(), "at the seam").shopperComment()).isEqualTo("torn\nat the seam");
        assertThat(first.and(List.of(), " ").shopperComment()).isEqualTo("torn");
        assertThat(first.and(List.of(), null).shopperComment()).isEqualTo("torn");
        assertThat(new ItemEvidence(" ", List.of()).and(List.of(), "torn").shopperComment())
                .isEqualTo("torn");
    }

    @Property
    void photosGivenTwiceAreKeptOnceAndNoneIsLost(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 5) Integer> given) {
        var evidence = new ItemEvidence(null, List.of());
        for (var photo : given) {
            evidence = evidence.and(List.of(new UUID(7, photo)), null);
        }
        assertThat(evidence.photoFiles()).doesNotHaveDuplicates().hasSize(new HashSet<>(given).size());
    }
}
