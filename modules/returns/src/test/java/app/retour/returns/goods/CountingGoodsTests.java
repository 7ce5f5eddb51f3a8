package app.retour.returns.goods;

import static app.retour.returns.record.AReturn.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.eligibility.ItemDescription;
import app.retour.returns.record.AReturn;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.view.Disposition;
import app.retour.returns.view.Grade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From what a clerk counts to the units of a return, and what does not fit. */
class CountingGoodsTests {
    private static final UUID RECEIPT = UUID.randomUUID();

    private static CountedLine counted(AReturn of, int item, int units) {
        var line = new CountedLine(RECEIPT, of.item(item));
        line.count(units);
        return line;
    }

    private static List<String> booked(AReturn of, boolean expectMore, CountedLine... lines) {
        return GoodsCount.book(List.of(lines), of.aggregate(), expectMore).stream()
                .map(finding -> finding.kind() + ": " + finding.said())
                .toList();
    }

    @Test
    void whatCameAsAnnouncedIsNoNews() {
        var of = AReturn.approved(2, 1);
        assertThat(booked(of, false, counted(of, 1, 2), counted(of, 2, 1))).isEmpty();
        assertThat(of.item(1).goods().received()).isEqualTo(2);
        assertThat(of.aggregate().expected()).isZero();
    }

    @Test
    void whatDidNotComeIsAwaitedWhereMoreMayCome() {
        var of = AReturn.approved(3);
        assertThat(booked(of, true, counted(of, 1, 1))).isEmpty();
        assertThat(of.item(1).expected()).isEqualTo(2);
        assertThat(of.item(1).goods().missing()).isZero();
    }

    @Test
    void whatDidNotComeIsMissingWhereNothingMoreIsExpected() {
        var of = AReturn.approved(3, 1);
        assertThat(booked(of, false, counted(of, 1, 1)))
                .containsExactly("SHORT: 2 × Thing 1 did not come", "SHORT: 1 × Thing 2 did not come");
        assertThat(of.item(1).goods().missing()).isEqualTo(2);
        assertThat(of.aggregate().expected()).isZero();
    }

    @Test
    void whatComesAfterAllIsMissingNoMore() {
        var of = AReturn.approved(3);
        booked(of, false, counted(of, 1, 1));
        assertThat(booked(of, false, counted(of, 1, 2))).isEmpty();
        assertThat(of.item(1).goods())
                .hasToString("ItemGoods[received=3, accepted=0, refused=0, missing=0, exchanged=0, sentBack=0]");
    }

    @Test
    void moreThanWasAnnouncedIsToldOnceForEachReceipt() {
        var of = AReturn.approved(1, 2);
        assertThat(booked(of, true, counted(of, 1, 2), counted(of, 2, 3)))
                .containsExactly("OVER: 2 × Thing 1 came, 1 was announced", "OVER: 3 × Thing 2 came, 2 were announced");
        assertThat(booked(of, true, counted(of, 1, 0))).isEmpty();
    }

    @Test
    void whatIsNotApprovedIsReceivedAllTheSameAndTold() {
        var of = AReturn.of(1, 1).decided(1, ItemDecision.REJECTED).decided(2, ItemDecision.APPROVED);
        assertThat(booked(of, true, counted(of, 1, 1), counted(of, 2, 1)))
                .containsExactly("ARRIVED_UNAPPROVED: 1 × Thing 1 came, which is not approved");
        assertThat(of.item(1).goods().received()).isEqualTo(1);
    }

    @Test
    void whatNobodyAnnouncedIsUnknownAndMovesNoItem() {
        var of = AReturn.approved(1);
        var stranger = new CountedLine(RECEIPT, 2, new ItemDescription(null, "A sock", null, null), 2, null);
        assertThat(booked(of, true, stranger))
                .containsExactly("UNKNOWN_ITEM: 2 × A sock came, which the return does not name");
        assertThat(of.aggregate().received()).isZero();
        assertThat(stranger.snapshot().unexpected()).isTrue();
    }

    @Property
    void receiptsBookedInAnyOrderLeaveTheSameGoods(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 4) Integer> units, @ForAll long seed) {
        var inOrder = AReturn.approved(10);
        units.forEach(each -> booked(inOrder, true, counted(inOrder, 1, each)));
        var shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, new Random(seed));
        var another = AReturn.approved(10);
        shuffled.forEach(each -> booked(another, true, counted(another, 1, each)));
        assertThat(another.item(1).goods()).isEqualTo(inOrder.item(1).goods());
    }

    @Property
    void whatIsGradedBeforeOrAfterTheReceiptIsClosedIsTheSame(
            @ForAll @IntRange(max = 5) int units, @ForAll @IntRange(max = 5) int refused) {
        var before = AReturn.approved(5);
        var line = counted(before, 1, units);
        var after = AReturn.approved(5);
        var later = counted(after, 1, units);
        GoodsCount.book(List.of(later), after.aggregate(), true);
        if (refused > units) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> grade(after, later, null, refused, Disposition.SENT_BACK, true));
            return;
        }
        grade(before, line, null, refused, Disposition.SENT_BACK, false);
        GoodsCount.book(List.of(line), before.aggregate(), true);
        grade(after, later, null, refused, Disposition.SENT_BACK, true);
        assertThat(after.item(1).goods()).isEqualTo(before.item(1).goods());
        assertThat(after.item(1).goods().sentBack()).isEqualTo(refused);
        assertThat(after.item(1).goods().accepted()).isEqualTo(units - refused);
    }

    private static void grade(
            AReturn of, CountedLine line, @Nullable Integer accepted, int refused, Disposition to, boolean booked) {
        GoodsCount.grade(
                List.of(line),
                of.aggregate(),
                List.of(new Grading(line.id(), accepted, refused, Grade.USED, to, refused > 0 ? "worn" : null)),
                booked);
    }

    @Test
    void aGradeSaidAgainReplacesTheFirst() {
        var of = AReturn.approved(3);
        var line = counted(of, 1, 3);
        GoodsCount.book(List.of(line), of.aggregate(), true);
        grade(of, line, 1, 2, Disposition.SENT_BACK, true);
        grade(of, line, 2, 1, Disposition.SCRAPPED, true);
        assertThat(of.item(1).goods())
                .hasToString("ItemGoods[received=3, accepted=2, refused=1, missing=0, exchanged=0, sentBack=0]");
    }

    @Test
    void acceptedUnitsThatAreRefundedStayAccepted() {
        var of = AReturn.approved(2);
        var line = counted(of, 1, 2);
        GoodsCount.book(List.of(line), of.aggregate(), true);
        grade(of, line, 2, 0, Disposition.RESTOCKED, true);
        of.refund(1, 1).ask(null, NOW);
        grade(of, line, 1, 1, Disposition.SCRAPPED, true);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> grade(of, line, 0, 2, Disposition.SCRAPPED, true))
                .withMessage("Accepted units of “Thing 1” are refunded; they cannot be refused any more")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE));
        assertThat(of.item(1).goods().accepted()).isEqualTo(1);
    }

    @Test
    void aGradeOfALineThatTheReceiptLacksIsRefused() {
        var of = AReturn.approved(1);
        var line = counted(of, 1, 1);
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> GoodsCount.grade(
                        List.of(),
                        of.aggregate(),
                        List.of(new Grading(line.id(), 1, 0, Grade.USED, Disposition.RESTOCKED, null)),
                        true))
                .withMessageContaining("The receipt has no such line");
    }

    @Test
    void aReceiptIsInspectedOnceAllThatWasAnnouncedAndCameHasAGrade() {
        var of = AReturn.approved(2, 1);
        var first = counted(of, 1, 2);
        var nothing = counted(of, 2, 0);
        var stranger = new CountedLine(RECEIPT, 3, new ItemDescription(null, "A sock", null, null), 1, null);
        assertThat(GoodsCount.isInspected(List.of(nothing, stranger)))
                .as("nothing announced came")
                .isFalse();
        assertThat(GoodsCount.isInspected(List.of(first, nothing, stranger))).isFalse();
        grade(of, first, 1, 1, Disposition.SCRAPPED, false);
        assertThat(GoodsCount.isInspected(List.of(first, nothing, stranger))).isTrue();
    }

    @Test
    void whatIsRefundedAndDidNotComeIsSaid() {
        var of = AReturn.approved(3);
        var refund = of.refund(1, 3);
        refund.ask(null, NOW);
        refund.payment().issued(null, NOW);
        assertThat(GoodsCount.refundedNotReceived(of.aggregate()))
                .as("it may still come")
                .isEmpty();
        of.item(1).moveGoods(of.item(1).goods().receive(2, 3).inspect(1, 1, 0).miss(1));
        assertThat(GoodsCount.refundedNotReceived(of.aggregate()))
                .containsExactly("3 × Thing 1 refunded, 1 missing, 1 refused");
    }
}
