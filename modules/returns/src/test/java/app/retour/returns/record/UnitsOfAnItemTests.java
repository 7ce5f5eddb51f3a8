package app.retour.returns.record;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.status.ItemDecision;
import app.retour.rules.policy.RefundMoment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units at the warehouse: in whichever order receipts are told, the sums are the same, and none is missing that came. */
class UnitsOfAnItemTests {
    @Property
    void receiptsInAnyOrderLeaveTheSameUnits(
            @ForAll @Size(max = 8) List<@IntRange(max = 5) Integer> receipts, @ForAll long seed) {
        var announced = 12;
        var inOrder = received(receipts, announced);
        var shuffled = new ArrayList<>(receipts);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(received(shuffled, announced)).isEqualTo(inOrder);
        assertThat(inOrder.received())
                .isEqualTo(receipts.stream().mapToInt(units -> units).sum());
        assertThat(inOrder.missing()).isZero();
    }

    private static ItemGoods received(List<Integer> receipts, int announced) {
        var goods = ItemGoods.NONE;
        for (var units : receipts) {
            goods = goods.receive(units, announced);
        }
        return goods;
    }

    @Property
    void whatIsMissingIsNeverMoreThanWhatHasNotCome(
            @ForAll @IntRange(max = 9) int announced,
            @ForAll @IntRange(max = 9) int missing,
            @ForAll @Size(max = 6) List<@IntRange(max = 4) Integer> late) {
        var goods = ItemGoods.NONE.miss(Math.min(missing, announced));
        for (var units : late) {
            var before = goods.missing();
            goods = goods.receive(units, announced);
            assertThat(goods.missing())
                    .isLessThanOrEqualTo(before)
                    .isLessThanOrEqualTo(Math.max(0, announced - goods.received()))
                    .isNotNegative();
        }
    }

    @Test
    void eachThingThatHappensMovesItsOwnCount() {
        var goods = ItemGoods.NONE.receive(5, 6).inspect(3, 2, 1).miss(1).exchange(2);
        assertThat(goods)
                .hasToString("ItemGoods[received=5, accepted=3, refused=2, missing=1, exchanged=2, sentBack=1]");
        assertThat(goods.inspected()).isEqualTo(5);
        assertThat(goods.arrived()).isEqualTo(3);
    }

    @Test
    void aGradeSaidAnewTakesTheOldOneBack() {
        var goods = ItemGoods.NONE.receive(2, 2).inspect(2, 0, 0).inspect(-1, 1, 1);
        assertThat(goods).isEqualTo(new ItemGoods(2, 1, 1, 0, 0, 1));
    }

    @ParameterizedTest(name = "{0}, keep {1}: of 3 came {2}, missing {3} → {4} expected")
    @CsvSource({
        "APPROVED, false, 0, 0, 3",
        "APPROVED, false, 1, 0, 2",
        "APPROVED, false, 1, 1, 1",
        "APPROVED, false, 3, 0, 0",
        "APPROVED, false, 4, 0, 0",
        "APPROVED, true, 0, 0, 0",
        "REJECTED, false, 0, 0, 0",
    })
    void onlyWhatTravelsIsExpected(ItemDecision decision, boolean keep, int came, int missing, int expected) {
        var of = AReturn.of(3).decided(1, decision).agreedOn(1, AReturn.terms(RefundMoment.RECEIPT, keep));
        of.came(1, came, 0, 0);
        of.item(1).moveGoods(of.item(1).goods().miss(missing));
        assertThat(of.item(1).expected()).isEqualTo(expected);
        assertThat(of.aggregate().expected()).isEqualTo(expected);
    }

    /** What cannot be returned again: what is promised of it, and what came and stays. */
    @ParameterizedTest(name = "{0}: {1} came, {2} sent back, {3} given without coming, ended {4} → {5} taken")
    @CsvSource({
        "APPROVED, 0, 0, 0, false, 4",
        "APPROVED, 2, 0, 0, false, 4",
        "APPROVED, 2, 1, 0, false, 3",
        "APPROVED, 0, 0, 0, true, 0",
        "APPROVED, 3, 0, 0, true, 3",
        "APPROVED, 3, 1, 0, true, 2",
        "APPROVED, 1, 0, 2, true, 2",
        "APPROVED, 4, 4, 0, true, 0",
        "REJECTED, 0, 0, 0, false, 0",
        "REJECTED, 2, 0, 0, false, 2",
        "REJECTED, 2, 2, 0, false, 0",
        "EXPIRED, 1, 0, 0, true, 1",
        "IN_REVIEW, 0, 0, 0, true, 0",
    })
    void unitsOfAnEndedReturnAreTheShoppersAgainSaveWhatStaysHere(
            ItemDecision decision, int came, int sentBack, int given, boolean ended, int taken) {
        var item = AReturn.of(4).decided(1, decision).item(1);
        item.moveGoods(item.goods().receive(came, 4).inspect(0, sentBack, sentBack));
        if (ended) {
            item.endUnsent(given);
        }
        assertThat(item.unitsTaken()).isEqualTo(taken);
        assertThat(item.unitsTaken()).isBetween(0, 4);
    }

    @Test
    void aReturnThatEndsTwiceEndsAsItIsTheSecondTime() {
        var item = AReturn.approved(3).item(1);
        item.endUnsent(0);
        assertThat(item.unsent()).isEqualTo(3);
        item.moveGoods(item.goods().receive(2, 3));
        item.endUnsent(0);
        assertThat(item.unsent()).isEqualTo(1);
    }

    @Test
    void theAggregateSumsUnitsForWhichNothingIsGivenBack() {
        var of = AReturn.approved(2, 3);
        of.item(1).comesToNothing(1);
        of.item(2).comesToNothing(2);
        assertThat(of.aggregate().unitsWorthNothing()).isEqualTo(3);
        of.item(2).comesToNothing(0);
        assertThat(of.aggregate().unitsWorthNothing()).isEqualTo(1);
    }
}
