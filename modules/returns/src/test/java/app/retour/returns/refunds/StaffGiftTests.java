package app.retour.returns.refunds;

import static app.retour.returns.refunds.ReimbursementKind.GOODWILL;
import static app.retour.returns.refunds.ReimbursementKind.SHIPPING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.Tender;
import app.retour.returns.ToldOfAReturn;
import app.retour.returns.record.Hold;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.ReturnAuthorization;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.returns.status.NextStepKind;
import app.retour.returns.waterfall.AnOrder;
import app.retour.returns.waterfall.RefundCalculation;
import app.retour.returns.waterfall.RefundTerms;
import app.retour.rules.policy.RefundMoment;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StaffGiftTests {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void shippingComesBackWithItsTax() {
        var gift = gift(AnOrder.inEuros().taxOnTop().line(1, "20.00", "4.20").shipping("6.00", "1.26"));
        assertThat(gift.shippingLeft()).isEqualTo(eur("7.26"));
        assertThat(lines(gift.reckon(SHIPPING, eur("7.26"), "Late")))
                .containsExactly("OUTBOUND_SHIPPING €6.00", "SHIPPING_TAX €1.26");
        assertThat(lines(gift.reckon(SHIPPING, eur("3.63"), "Late")))
                .containsExactly("OUTBOUND_SHIPPING €3.00", "SHIPPING_TAX €0.63");
    }

    @Test
    void whatWasNeverCapturedIsNotGivenBack() {
        var gift = gift(AnOrder.inEuros().line(1, "20.00").shipping("6.00").captured("4.00"));
        assertThat(gift.shippingLeft()).isEqualTo(eur("4.00"));
        refused(gift, SHIPPING, "4.01");
        refused(gift, GOODWILL, "4.01");
        assertThat(gift.reckon(GOODWILL, eur("4.00"), "Sorry").waterfall().total())
                .isEqualTo(eur("4.00"));
    }

    @Test
    void shippingThatTheShopGaveBackItselfIsNotGivenTwice() {
        var gift = gift(AnOrder.inEuros().line(1, "20.00").shipping("6.00").outsideShipping("5.00"));
        assertThat(gift.shippingLeft()).isEqualTo(eur("1.00"));
        refused(gift, SHIPPING, "1.01");
    }

    @Test
    void shippingThatTheShopGaveBackMeanwhileIsNotPaidAgain() {
        var order = AnOrder.inEuros().taxOnTop().line(1, "20.00", "4.20").shipping("6.00", "1.26");
        var due = new Reimbursement(
                new ReturnAuthorization("R-1", "code", UUID.randomUUID(), "#1", null, EUR, Instant.EPOCH),
                gift(order).reckon(SHIPPING, eur("7.26"), "Late"),
                false,
                Instant.EPOCH);
        var after = account(order.outsideShipping("5.00"));
        var draft = new RefundDraft(after, after.money(), due, List.of());
        assertThat(draft.fit()).isNotEmpty();
        assertThat(draft.waterfall().lines())
                .extracting(line -> line.kind() + " " + line.amount())
                .containsExactly("OUTBOUND_SHIPPING €1.87", "SHIPPING_TAX €0.39");
    }

    @Test
    void anUnpaidOrderGetsNothingBack() {
        var gift = gift(AnOrder.inEuros().line(1, "20.00").shipping("6.00").unpaid());
        assertThat(gift.refusedBecause()).contains("lower its bill");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> gift.reckon(GOODWILL, eur("1.00"), "Sorry"))
                .returns(ErrorCode.WRONG_STATE, Refusal::code);
    }

    @Test
    void aGestureThatCannotBePaidAsThingsAreIsPromisedToNobody() {
        var sold = SoldOrders.paid("EUR", SoldOrders.line(1, eur("20.00")));
        var life = new LivingOrder(SoldOrders.with(
                sold,
                Payment.PARTLY_PAID,
                eur("0.00"),
                List.of(new Tender("card", Tender.Kind.CARD, null, "Visa")),
                sold.lines()));
        var aggregate = life.asked(LivingOrder.Requested.of(0, 1, RefundMoment.INSPECTION));
        life.gives(aggregate, GOODWILL, eur("2.00"));
        var gesture = life.refunds().getFirst();
        assertThat(gesture.hold()).as("nobody knows what was captured").isEqualTo(Hold.PERSON);
        assertThat(ToldOfAReturn.toShopper(aggregate))
                .doesNotContain(NextStepKind.WAIT_FOR_REFUND, NextStepKind.REFUND_ON_ITS_WAY);
    }

    private static StaffGift gift(AnOrder order) {
        return new StaffGift(account(order));
    }

    private static OrderAccount account(AnOrder order) {
        return new OrderAccount(
                order.bought(),
                List.of(),
                new RefundTerms(null, OutboundShippingPolicy.NEVER, Map.of(), new CurrencyConversion(EUR, EUR, null)));
    }

    private static void refused(StaffGift gift, ReimbursementKind kind, String amount) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> gift.reckon(kind, eur(amount), "Sorry"))
                .returns(ErrorCode.CEILING_EXCEEDED, Refusal::code);
    }

    private static List<String> lines(RefundCalculation of) {
        return of.waterfall().lines().stream()
                .map(line -> line.kind() + " " + line.amount())
                .toList();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
