package app.retour.returns.goods;

import static app.retour.returns.record.AReturn.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.events.DiscrepancyKind;
import app.retour.returns.record.AReturn;
import app.retour.returns.view.Disposition;
import app.retour.returns.view.Grade;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk may say of a receipt and its lines, and what is refused. */
class LinesOfAReceiptTests {
    private static CountedLine line(int counted) {
        var line = new CountedLine(UUID.randomUUID(), AReturn.approved(5).item(1));
        line.count(counted);
        return line;
    }

    private static void inspect(CountedLine line, int accepted, int refused, @Nullable String note) {
        line.inspect(accepted, refused, Grade.USED, Disposition.SENT_BACK, note);
    }

    @Test
    void aCountSaidAnewTellsTheDifference() {
        var line = line(3);
        assertThat(line.count(5)).isEqualTo(2);
        assertThat(line.count(5)).isZero();
        assertThat(line.count(1)).isEqualTo(-4);
        assertThat(line.received()).isEqualTo(1);
    }

    @Test
    void noFewerAreCountedThanAreInspected() {
        var line = line(3);
        inspect(line, 1, 1, "worn");
        assertThat(line.count(2)).isEqualTo(-1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> line.count(1))
                .withMessage("2 units of “Thing 1” are inspected; no fewer can be counted")
                .satisfies(refusal -> assertThat(refusal.field()).containsExactly("counts"));
        assertThat(line.received()).isEqualTo(2);
    }

    @ParameterizedTest(name = "of 3: {0} accepted, {1} refused, “{2}”: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "3, 0, -, -",
                "0, 3, worn, -",
                "0, 0, -, -",
                "2, 2, worn, INVALID",
                "-1, 0, -, INVALID",
                "0, -1, -, INVALID",
                "2147483647, 1, worn, INVALID",
                "1, 1, -, REQUIRED",
                "1, 1, ' ', REQUIRED",
            })
    void unitsAreAcceptedOrRefusedWithAReason(
            int accepted, int refused, @Nullable String note, @Nullable ErrorCode refusedAs) {
        var line = line(3);
        if (refusedAs == null) {
            inspect(line, accepted, refused, note);
            assertThat(line.isInspected()).isEqualTo(accepted + refused == 3);
            assertThat(line.sentBack()).isEqualTo(refused);
        } else {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> inspect(line, accepted, refused, note))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(refusedAs));
            assertThat(line.accepted() + line.refused()).isZero();
        }
    }

    @Test
    void onlyWhatGoesBackToTheShopperIsSentBack() {
        var line = line(2);
        line.inspect(1, 1, Grade.DAMAGED, Disposition.SCRAPPED, "broken");
        assertThat(line.sentBack()).isZero();
        assertThat(line.snapshot())
                .returns(Grade.DAMAGED, seen -> seen.grade())
                .returns(Disposition.SCRAPPED, seen -> seen.disposition())
                .returns("broken", seen -> seen.note())
                .returns(5, seen -> seen.expected())
                .returns(false, seen -> seen.unexpected());
    }

    @Test
    void aReceiptThatIsClosedTakesNothingMore() {
        var receipt = new WarehouseReceipt(null, "R-1001", "kim", NOW);
        receipt.beginAnew("SLIP", "lee", NOW.plusSeconds(5));
        assertThat(receipt.code()).isEqualTo("SLIP");
        assertThat(receipt.openedBy()).isEqualTo("lee");
        receipt.close(NOW.plusSeconds(9));
        assertThat(receipt.isClosed()).isTrue();
        for (var again : List.<Runnable>of(
                receipt::requireOpen, () -> receipt.close(NOW), () -> receipt.beginAnew("X", null, NOW))) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(again::run)
                    .withMessageContaining("open another to count more");
        }
        assertThat(receipt.snapshot(List.of()).openedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(receipt.snapshot(List.of()).closedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(receipt.snapshot(List.of()).returnId()).isNull();
    }

    @Test
    void thatItIsInspectedIsNewsOnce() {
        var receipt = new WarehouseReceipt(UUID.randomUUID(), "R-1001", null, NOW);
        assertThat(receipt.inspected(NOW)).isTrue();
        assertThat(receipt.inspected(NOW)).isFalse();
    }

    @Test
    void unitsToInspectAreThoseAnnouncedThatCameWithoutAGrade() {
        var receipt = new WarehouseReceipt(UUID.randomUUID(), "R-1001", null, NOW);
        var graded = line(3);
        inspect(graded, 1, 0, null);
        var seen = receipt.snapshot(List.of(graded, line(0), line(4)));
        assertThat(seen.unitsToInspect()).isEqualTo(6);
        assertThat(seen.isCounted()).isTrue();
        assertThat(receipt.snapshot(List.of(line(0))).isCounted()).isFalse();
    }

    @Test
    void aDiscrepancyIsSettledOnce() {
        var open = new StoredDiscrepancy(UUID.randomUUID(), null, DiscrepancyKind.SHORT, "1 did not come", NOW);
        assertThat(open.snapshot().settledAt()).isNull();
        open.settle("It came by letter", NOW.plusSeconds(5));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> open.settle("No", NOW))
                .withMessage("This was settled before");
        assertThat(open.snapshot().settlement()).isEqualTo("It came by letter");
    }
}
