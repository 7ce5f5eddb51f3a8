package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.orders.Order;
import app.retour.orders.OrderLine;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.Tender;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.record.PayingAnswer;
import app.retour.returns.record.Reimbursement;
import java.util.List;

/** One order and its refunds, in few words. */
final class OneSale {
    private OneSale() {}

    static int left(LivingOrder life, OrderLine line) {
        return new ReturnableOrder(life.order(), life.items()).returnable(line);
    }

    static PayingAnswer found(LivingOrder life, Reimbursement refund) {
        return PayingGuard.check(life.account(), life.of(refund), refund);
    }

    static void pay(LivingOrder life, Reimbursement refund) {
        refund.ask("tx", life.tick());
        refund.payment().called(life.tick());
        refund.payment().issued("tx", life.tick());
    }

    static Reimbursement only(LivingOrder life) {
        assertThat(life.refunds()).hasSize(1);
        return life.refunds().getFirst();
    }

    static List<Reimbursement> open(LivingOrder life) {
        return life.refunds().stream().filter(Reimbursement::isOpen).toList();
    }

    static void assertRefused(ErrorCode code, Runnable what) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(what::run).returns(code, Refusal::code);
    }

    static Order sold(String price, Payment payment, List<Tender> tenders) {
        return SoldOrders.order(eur(price), payment, eur("0"), tenders, List.of(SoldOrders.line(1, eur(price))));
    }

    static Order sold(String price, int units, Payment payment) {
        return SoldOrders.order(
                eur(price), payment, eur("0"), List.of(card(price)), List.of(SoldOrders.line(units, eur(price))));
    }

    static Tender card(String amount) {
        return SoldOrders.card(eur(amount));
    }

    static Tender gift(String amount) {
        return SoldOrders.gift(eur(amount));
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
