package app.retour.returns.lists;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.lists.KeysetPage.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

/** Pages of a list: read one behind the other they are the list, each row once, in its order. */
class KeysetPageTests {
    private static final Instant FROM = Instant.parse("2026-11-02T10:00:00Z");

    private static List<Place> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Place(new UUID(7, i + 1), FROM.plusSeconds(i / 2), count - i))
                .toList();
    }

    /** As the database finds them: those behind a place, one more than asked for at most. */
    private static Window<UUID> page(List<Place> rows, ScrollPosition position, int limit) {
        var keys = KeysetPage.keys(position);
        var start = keys.isEmpty()
                ? 0
                : 1 + rows.stream().map(row -> row.id().toString()).toList().indexOf(String.valueOf(keys.get("id")));
        var found = rows.subList(start, Math.min(rows.size(), start + limit + 1));
        return KeysetPage.of(
                found, limit, places -> places.stream().map(Place::id).toList());
    }

    @Property
    void pagesAreTheListWhateverTheirSize(
            @ForAll @IntRange(max = 25) int count, @ForAll @IntRange(min = 1, max = 9) int limit) {
        var rows = rows(count);
        var read = new ArrayList<UUID>();
        ScrollPosition position = ScrollPosition.keyset();
        while (true) {
            var page = page(rows, position, limit);
            assertThat(page.size()).isLessThanOrEqualTo(limit);
            read.addAll(page.getContent());
            if (!page.hasNext()) {
                break;
            }
            position = page.positionAt(page.size() - 1);
        }
        assertThat(read).isEqualTo(rows.stream().map(Place::id).toList());
    }

    @Test
    void aPositionTellsPlaceRankAndId() {
        var page = page(rows(3), ScrollPosition.keyset(), 2);
        assertThat(page.hasNext()).isTrue();
        assertThat(KeysetPage.keys(page.positionAt(1)))
                .containsOnlyKeys("at", "id", "rank")
                .containsEntry("at", "2026-11-02T10:00:00Z")
                .containsEntry("id", new UUID(7, 2).toString())
                .containsEntry("rank", "2");
    }

    @Test
    void onlyThePageItselfIsLoaded() {
        var loaded = new ArrayList<Place>();
        KeysetPage.of(rows(4), 3, places -> {
            loaded.addAll(places);
            return places;
        });
        assertThat(loaded).hasSize(3);
    }

    @Test
    void aListBeginsWhereNobodySaysWhere() {
        assertThat(KeysetPage.keys(ScrollPosition.keyset())).isEmpty();
        assertThat(KeysetPage.keys(ScrollPosition.offset())).isEmpty();
    }
}
