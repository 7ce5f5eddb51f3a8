package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.Money;
import app.retour.kernel.Phrase;
import app.retour.orders.OrderId;
import app.retour.orders.amounts.OrderCharges;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnSnapshot;
import app.retour.returns.settings.ReasonId;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.waterfall.WaterfallLineKind;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fee that an item tells is the one that is kept of its refund, wherever the tax stands. */
class FeesAsToldTests {
    private static final Money PAID = Money.of("100.00", "EUR");
    private static final Money TAX = Money.of("19.00", "EUR");

    static Stream<Arguments> prices() {
        return Stream.of(TaxMode.values())
                .flatMap(mode -> Stream.of(1, 2, 3)
                        .flatMap(units ->
                                Stream.of(Fee.Per.UNIT, Fee.Per.ITEM).map(per -> Arguments.of(mode, units, per))));
    }

    @ParameterizedTest
    @MethodSource("prices")
    void aFeeInPerCentIsOfWhatTheShopperPaid(TaxMode mode, int units, Fee.Per per) {
        var life = new LivingOrder(SoldOrders.order(
                new OrderId(UUID.randomUUID()),
                mode == TaxMode.EXCLUDED ? PAID.plus(TAX) : PAID,
                Payment.PAID,
                Money.zero(PAID.currency()),
                List.of(SoldOrders.card(mode == TaxMode.EXCLUDED ? PAID.plus(TAX) : PAID)),
                List.of(SoldOrders.line(UUID.randomUUID(), 3, PAID, TAX)),
                mode,
                OrderCharges.none(PAID.currency())));
        var fee = new Fee.Percent(new BigDecimal("12.5"), per);
        var aggregate = life.approved(new LivingOrder.Requested(
                0, units, LivingOrder.terms(RefundMoment.RECEIPT, false, fee), ReasonGroup.SIZE));
        life.comesBack(aggregate, units);
        var kept = life.refunds().getFirst().waterfall().lines().stream()
                .filter(line -> line.kind() == WaterfallLineKind.RESTOCKING_FEE)
                .map(line -> line.amount().negated())
                .findFirst()
                .orElseThrow();
        assertThat(kept.isPositive()).isTrue();
        assertThat(told(aggregate.items().getFirst())).isEqualTo(kept);
    }

    private static Money told(RequestedItem item) {
        var reason = new ReturnReason(
                new ReasonId(item.reasonId()), "size", ReasonGroup.SIZE, 1, false, Phrase.of("Too small"));
        var fee = ReturnSnapshot.of(item, reason, new CurrencyConversion(PAID.currency(), PAID.currency(), null))
                .fee();
        return fee == null ? Money.zero(PAID.currency()) : fee;
    }
}
