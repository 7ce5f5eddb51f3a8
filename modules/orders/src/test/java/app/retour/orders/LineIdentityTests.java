package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.orders.OrderUpsert.LineUpsert;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which line is which when an order is told again. */
class LineIdentityTests {
    private record Line(
            @Nullable String id, @Nullable String sku, String title, int quantity, String price, String paid) {
        LineUpsert told() {
            return new LineUpsert(
                    id,
                    sku,
                    title,
                    null,
                    quantity,
                    null,
                    new BigDecimal(price),
                    new BigDecimal(paid),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        Money money() {
            return Money.of(paid, "EUR");
        }
    }

    private static Line shirt(int quantity, String price, String paid) {
        return new Line(null, "SHIRT", "Shirt", quantity, price, paid);
    }

    private static List<LineRow> stored(List<LineRow> before, Line... told) {
        var identity = identity(before, told);
        var rows = new ArrayList<LineRow>();
        for (var i = 0; i < told.length; i++) {
            var known = identity.known(i);
            rows.add(new LineRow(
                    known == null ? Ids.next() : known.id(),
                    new UUID(0, 1),
                    identity.key(i),
                    i,
                    told[i].sku,
                    told[i].title,
                    null,
                    told[i].quantity,
                    0,
                    new BigDecimal(told[i].price),
                    new BigDecimal(told[i].paid),
                    BigDecimal.ZERO,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        identity.gone().forEach(gone -> rows.add(gone.takenOff()));
        assertThat(rows).extracting(LineRow::key).doesNotHaveDuplicates();
        return rows;
    }

    private static LineIdentity identity(List<LineRow> before, Line... told) {
        return new LineIdentity(
                before,
                List.of(told).stream().map(Line::told).toList(),
                List.of(told).stream().map(Line::money).toList());
    }

    private static UUID id(List<LineRow> rows, int place) {
        return rows.get(place).id();
    }

    @Test
    void theFreeOneOfTwoEqualShirtsStaysTheFreeOneInWhateverOrder() {
        var before = stored(List.of(), shirt(1, "18.00", "18.00"), shirt(1, "18.00", "0.00"));
        var after = stored(before, shirt(1, "18.00", "0.00"), shirt(1, "18.00", "18.00"));
        assertThat(id(after, 0)).isEqualTo(id(before, 1));
        assertThat(id(after, 1)).isEqualTo(id(before, 0));
        var again = stored(after, shirt(1, "18.00", "18.00"), shirt(1, "18.00", "0.00"));
        assertThat(id(again, 0)).isEqualTo(id(before, 0));
        assertThat(id(again, 1)).isEqualTo(id(before, 1));
    }

    @Test
    void aLineInBetweenMovesNobodysIdentity() {
        var before = stored(List.of(), shirt(1, "20.00", "20.00"), shirt(2, "20.00", "36.00"));
        var after = stored(before, shirt(1, "5.00", "5.00"), shirt(2, "20.00", "36.00"), shirt(1, "20.00", "20.00"));
        assertThat(id(after, 1)).isEqualTo(id(before, 1));
        assertThat(id(after, 2)).isEqualTo(id(before, 0));
        assertThat(before).extracting(LineRow::id).doesNotContain(id(after, 0));
    }

    @Test
    void onlyThePlaceIsLeftToTellEqualLinesApart() {
        var before = stored(List.of(), shirt(1, "20.00", "20.00"), shirt(1, "20.00", "20.00"));
        var cheaper = stored(before, shirt(1, "20.00", "19.00"), shirt(1, "20.00", "19.00"));
        assertThat(cheaper).extracting(LineRow::id).containsExactly(id(before, 0), id(before, 1));
    }

    @Test
    void anIdOfTheLinesOwnCountsMoreThanAllElse() {
        var before = stored(
                List.of(),
                new Line("a", "SHIRT", "Shirt", 1, "18.00", "18.00"),
                new Line("b", "SHIRT", "Shirt", 1, "18.00", "0.00"));
        var after = stored(
                before,
                new Line("b", "SHIRT", "Shirt", 1, "18.00", "18.00"),
                new Line("a", "SHIRT", "Shirt", 1, "18.00", "0.00"));
        assertThat(after).extracting(LineRow::id).containsExactly(id(before, 1), id(before, 0));
    }

    @Test
    void aSourceWithoutIdsMeansTheLinesOfTheOneWithIds() {
        var before = stored(
                List.of(),
                new Line("a", "SHIRT", "Shirt", 1, "18.00", "18.00"),
                new Line("b", "SHIRT", "Shirt", 1, "18.00", "0.00"));
        var after = stored(before, shirt(1, "18.00", "0.00"), shirt(1, "18.00", "18.00"));
        assertThat(after).extracting(LineRow::id).containsExactly(id(before, 1), id(before, 0));
        var withIds = stored(after, new Line("a", "SHIRT", "Shirt", 1, "18.00", "18.00"));
        assertThat(id(withIds, 0)).isEqualTo(id(before, 0));
    }

    @Test
    void twoIdsAreTwoLinesHoweverAlikeTheyAre() {
        var before = stored(List.of(), new Line("a", "SHIRT", "Shirt", 1, "18.00", "18.00"));
        var after = stored(before, new Line("b", "SHIRT", "Shirt", 1, "18.00", "18.00"));
        assertThat(id(after, 0)).isNotEqualTo(id(before, 0));
        assertThat(after.get(1).id()).isEqualTo(id(before, 0));
        assertThat(after.get(1).quantity()).isZero();
    }

    @Test
    void aLineThatWasTakenOffComesBackOnlyWhereNoOtherIsMeant() {
        var before = stored(List.of(), shirt(1, "18.00", "18.00"), shirt(1, "9.00", "9.00"));
        var without = stored(before, shirt(1, "9.00", "9.00"));
        var free = stored(without, shirt(1, "9.00", "0.00"));
        assertThat(id(free, 0))
                .as("not the one that was taken off, though it cost nothing")
                .isEqualTo(id(before, 1));
        var back = stored(without, shirt(1, "9.00", "9.00"), shirt(1, "18.00", "18.00"));
        assertThat(id(back, 1)).isEqualTo(id(before, 0));
    }
}
