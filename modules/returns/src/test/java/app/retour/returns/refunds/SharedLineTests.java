package app.retour.returns.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.OrderId;
import app.retour.orders.amounts.OrderCharges;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import app.retour.returns.record.Reimbursement;
import app.retour.returns.record.ReturnAggregate;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.waterfall.RandomOrders;
import app.retour.rules.policy.RefundMoment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Units of one line in several returns: in whichever order they come and are paid, the whole line brings what was paid. */
class SharedLineTests {
    @Property(tries = 400)
    void aLineThatComesBackInSeveralReturnsBringsWhatWasPaid(@ForAll long seed) {
        var random = new Random(seed);
        var currency = RandomOrders.currency(random);
        var quantity = 2 + random.nextInt(6);
        var paid = Money.ofMinorUnits(1 + random.nextInt(random.nextBoolean() ? 40 : 30_000), currency);
        var tax = paid.percent(java.math.BigDecimal.valueOf(19));
        var mode = random.nextBoolean() ? TaxMode.EXCLUDED : TaxMode.INCLUDED;
        var total = mode == TaxMode.EXCLUDED ? paid.plus(tax) : paid;
        var life = new LivingOrder(SoldOrders.order(
                new OrderId(UUID.randomUUID()),
                total,
                Payment.PAID,
                Money.zero(currency),
                List.of(SoldOrders.card(total)),
                List.of(SoldOrders.line(UUID.randomUUID(), quantity, paid, tax)),
                mode,
                OrderCharges.none(currency)));
        var coming = new ArrayList<Coming>();
        for (var left = quantity; left > 0; ) {
            var units = 1 + random.nextInt(left);
            var moment = random.nextBoolean() ? RefundMoment.APPROVAL : RefundMoment.RECEIPT;
            var aggregate = life.approved(LivingOrder.Requested.of(0, units, moment));
            if (random.nextInt(4) == 0) {
                pays(life, random);
                life.withdraws(aggregate);
                if (aggregate.items().getFirst().decision() == ItemDecision.CANCELED) {
                    continue;
                }
            }
            coming.addAll(Collections.nCopies(units, new Coming(aggregate)));
            left -= units;
        }
        Collections.shuffle(coming, random);
        for (var one : coming) {
            life.receives(one.of, true, 1);
            pays(life, random);
        }
        life.refunds().stream().filter(Reimbursement::isOpen).forEach(refund -> pay(life, refund));
        assertThat(Money.sum(
                        currency,
                        life.refunds().stream()
                                .filter(Reimbursement::counts)
                                .map(Reimbursement::amount)
                                .toList()))
                .isEqualTo(total);
    }

    private record Coming(ReturnAggregate of) {}

    private static void pays(LivingOrder life, Random random) {
        life.refunds().stream()
                .filter(refund -> refund.isOpen() && random.nextInt(3) == 0)
                .forEach(refund -> pay(life, refund));
    }

    private static void pay(LivingOrder life, Reimbursement refund) {
        refund.ask("tx", life.tick());
        refund.payment().called(life.tick());
        refund.payment().issued("tx", life.tick());
    }
}
