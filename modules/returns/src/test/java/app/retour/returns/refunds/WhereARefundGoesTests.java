package app.retour.returns.refunds;

import static app.retour.returns.record.AReturn.NOW;
import static app.retour.returns.record.AReturn.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.returns.record.AReturn;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.waterfall.AnOrder;
import app.retour.returns.waterfall.OrderMoney;
import app.retour.returns.waterfall.RefundTerms;
import app.retour.returns.waterfall.Waterfall;
import app.retour.returns.waterfall.WaterfallLineKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** To which means a refund goes when a person has a say, and how much more or less of it they may give. */
class WhereARefundGoesTests {
    private final AReturn of = AReturn.approved(10);

    /** Paid with a gift card of €30.00 and a card of €70.00. */
    private static OrderMoney twoMeans() {
        return AnOrder.inEuros()
                .line(10, "100.00")
                .giftCardPaid("30.00")
                .cardPaid("70.00")
                .bought();
    }

    private OrderAccount account(OrderMoney money) {
        return new OrderAccount(
                money,
                of.aggregate().refunds(),
                new RefundTerms(
                        null,
                        OutboundShippingPolicy.NEVER,
                        Map.of(),
                        new CurrencyConversion(AReturn.EURO, AReturn.EURO, null)));
    }

    private static String said(List<Waterfall.TenderShare> shares) {
        return shares.stream()
                .map(share -> share.label() + " " + share.amount())
                .collect(Collectors.joining(", "));
    }

    private List<Waterfall.TenderShare> picked(OrderMoney money, Reimbursement refund, @Nullable String tender) {
        return RefundMeans.picked(account(money), refund, tender, "Picked");
    }

    @Test
    void whatAPersonPicksGetsWhatItPaidAndOthersTheRest() {
        assertThat(said(picked(twoMeans(), of.refund(1, 2), "card"))).isEqualTo("Picked €20.00");
        assertThat(said(picked(twoMeans(), of.refund(1, 5), "gift")))
                .as("less what was promised before")
                .isEqualTo("Picked €30.00, Visa €20.00");
    }

    @Test
    void aMeansThatTheOrderWasNotPaidWithIsNoneOfItsOwn() {
        var refund = of.refund(1, 1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> picked(twoMeans(), refund, "bitcoin"))
                .withMessage("The order was not paid with that; pick one of “Gift card” (gift), “Visa” (card)")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void anotherMeansIsForWhatFailedOrWhatNobodyKnows() {
        var refund = of.refund(1, 1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> picked(twoMeans(), refund, null))
                .withMessageStartingWith("The order was paid with “Gift card” (gift)")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.REQUIRED));
        refund.payment().failed("The card is closed");
        assertThat(said(picked(twoMeans(), refund, null))).isEqualTo("Picked €10.00");
        var unknown = of.refund(
                euros(10), new Waterfall.Line(WaterfallLineKind.ITEM, "Thing", euros(10), null), "Nobody knows");
        assertThat(said(picked(twoMeans(), unknown, null))).isEqualTo("Picked €10.00");
        var one = AnOrder.inEuros().line(10, "100.00").bought();
        assertThat(said(picked(one, of.refund(1, 1), null)))
                .as("nobody knows how much the card paid")
                .isEqualTo("Picked €10.00");
    }

    @Test
    void nothingIsSentWhereItDoesNotFit() {
        var money = AnOrder.inEuros().line(10, "100.00").cardPaid("5.00").bought();
        var refund = of.refund(1, 1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> picked(money, refund, "card"))
                .withMessage("Only €5.00 can go there, and nobody knows what paid the rest")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CEILING_EXCEEDED));
    }

    @Property
    void whateverIsPreferredTheSharesSumToTheRefundAndNoMeansGetsMoreThanItPaid(
            @ForAll @IntRange(min = 1, max = 100) int total,
            @ForAll @IntRange(max = 120) int toGift,
            @ForAll @IntRange(max = 120) int toCard,
            @ForAll boolean cardFirst) {
        var gift = new Waterfall.TenderShare("gift", "Gift card", euros(toGift));
        var card = new Waterfall.TenderShare("card", "Visa", euros(toCard));
        var means = RefundMeans.of(
                account(twoMeans()), List.of(), cardFirst ? List.of(card, gift) : List.of(gift, card), euros(total));
        assertThat(Money.sum(
                        AReturn.EURO,
                        means.shares().stream()
                                .map(Waterfall.TenderShare::amount)
                                .toList()))
                .isEqualTo(euros(total));
        assertThat(means.shares())
                .isNotEmpty()
                .allSatisfy(share -> assertThat(share.amount())
                        .isLessThanOrEqualTo("gift".equals(share.tenderId()) ? euros(30) : euros(70)));
        assertThat(means.needsPersonBecause()).isNull();
    }

    private String adjusted(Reimbursement refund, String by) {
        Adjustment.make(account(twoMeans()), refund, Money.of(by, "EUR"), "Scratched");
        return refund.amount() + ": " + said(refund.waterfall().tenders());
    }

    @Test
    void aPersonGivesMoreOrLessInALineOfItsOwn() {
        var refund = of.refund(1, 2);
        assertThat(adjusted(refund, "5.00")).isEqualTo("€25.00: Visa €25.00");
        assertThat(adjusted(refund, "-20.00")).isEqualTo("€5.00: Visa €5.00");
        assertThat(refund.waterfall().lines())
                .filteredOn(line -> line.kind() == WaterfallLineKind.ADJUSTMENT)
                .extracting(line -> line.text() + " " + line.amount())
                .containsExactly("Scratched €5.00", "Scratched -€20.00");
    }

    @Test
    void whatTheCardCannotTakeGoesToTheOtherMeans() {
        assertThat(adjusted(of.refund(1, 7), "10.00")).isEqualTo("€80.00: Visa €70.00, Gift card €10.00");
    }

    @Test
    void anAdjustmentChangesSomethingAndLeavesSomething() {
        var refund = of.refund(1, 2);
        for (var nothing : List.of("0.00", "-20.00", "-20.01")) {
            assertThatExceptionOfType(Refusal.class)
                    .as(nothing)
                    .isThrownBy(() -> adjusted(refund, nothing))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID))
                    .satisfies(refusal -> assertThat(refusal.field()).containsExactly("amount"));
        }
        assertThat(adjusted(refund, "-19.99")).startsWith("€0.01");
    }

    @Test
    void noMoreIsGivenThanIsLeftOfWhatWasPaid() {
        of.refund(1, 8);
        var refund = of.refund(1, 1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> adjusted(refund, "10.01"))
                .withMessage("Of what was paid only €10.00 is left to give back")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CEILING_EXCEEDED));
    }

    @Test
    void whatIsPaidIsNotAdjusted() {
        var refund = of.refund(1, 1);
        refund.ask(null, NOW);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> adjusted(refund, "1.00"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE));
        assertThat(refund.amount()).isEqualTo(euros(10));
    }
}
