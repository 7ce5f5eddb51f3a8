package app.retour.returns;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RefundToTheCentTests {
    private static final List<Currency> CURRENCIES =
            List.of(Currency.getInstance("EUR"), Currency.getInstance("JPY"), Currency.getInstance("KWD"));
    private static final UUID LINE = UUID.randomUUID();

    /** Gives back an order unit by unit, in random parts, fees and all. */
    @Property(tries = 300)
    void neverMoreThanWasPaidHoweverItComesBack(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int which, @ForAll boolean onTop) {
        var random = new Random(seed);
        var currency = CURRENCIES.get(which);
        var order = RandomOrders.anOrder(random, currency, onTop, true);
        var units = new ArrayList<RefundedUnits>();
        var waterfalls = new ArrayList<Waterfall>();
        for (var part : RandomOrders.randomParts(random, order)) {
            var earlier = EarlierRefunds.of(currency, units, waterfalls);
            var reckoned = Reckoning.of(
                    order, earlier, part, Money.ofMinorUnits(random.nextInt(500), currency), random.nextBoolean());
            assertThat(Money.sum(
                            currency,
                            reckoned.waterfall().lines().stream()
                                    .map(Waterfall.Line::amount)
                                    .toList()))
                    .isEqualTo(reckoned.waterfall().total());
            assertThat(reckoned.waterfall().total().isNegative()).isFalse();
            if (reckoned.needsPersonBecause() == null
                    && reckoned.waterfall().total().isPositive()) {
                assertThat(Money.sum(
                                currency,
                                reckoned.waterfall().tenders().stream()
                                        .map(Waterfall.TenderShare::amount)
                                        .toList()))
                        .isEqualTo(reckoned.waterfall().total());
            }
            units.addAll(reckoned.units());
            waterfalls.add(reckoned.waterfall());
        }
        var all = EarlierRefunds.of(currency, units, waterfalls);
        assertThat(all.total()).isLessThanOrEqualTo(order.total().minus(order.refundedOutside()));
        order.lines()
                .forEach((line, paid) -> assertThat(all.amountOfLine(line))
                        .isLessThanOrEqualTo(onTop ? paid.paid().plus(paid.tax()) : paid.paid()));
        order.tenders()
                .forEach(tender -> assertThat(all.byTender().getOrDefault(tender.id(), Money.zero(currency)))
                        .isLessThanOrEqualTo(tender.amount() == null ? order.total() : tender.amount()));
    }

    /** Without fees and ceilings every cent of every line comes back in the end. */
    @Property(tries = 200)
    void theCentsOfTheUnitsAddUpToTheLine(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int which) {
        var random = new Random(seed);
        var currency = CURRENCIES.get(which);
        var order = RandomOrders.anOrder(random, currency, true, false);
        var units = new ArrayList<RefundedUnits>();
        var waterfalls = new ArrayList<Waterfall>();
        for (var part : RandomOrders.randomParts(random, order)) {
            var plain = part.stream().map(RefundToTheCentTests::withoutFee).toList();
            var reckoned = Reckoning.of(order, EarlierRefunds.of(currency, units, waterfalls), plain, null, true);
            units.addAll(reckoned.units());
            waterfalls.add(reckoned.waterfall());
        }
        assertThat(EarlierRefunds.of(currency, units, waterfalls).total()).isEqualTo(order.total());
    }

    private static RefundClaim withoutFee(RefundClaim claim) {
        return new RefundClaim(
                claim.item(),
                claim.orderLine(),
                claim.title(),
                claim.quantity(),
                RefundClaim.Fee.NONE,
                false,
                false,
                claim.reason());
    }

    @Test
    void threeUnitsOfTenEurosComeBackAsThreeDifferentParts() {
        var order = simple("10.00", "EUR", 3);
        var amounts = new ArrayList<String>();
        var units = new ArrayList<RefundedUnits>();
        for (var i = 0; i < 3; i++) {
            var reckoned = Reckoning.of(
                    order,
                    EarlierRefunds.of(order.currency(), units, List.of()),
                    List.of(claim(1, RefundClaim.Fee.NONE)),
                    null,
                    false);
            units.addAll(reckoned.units());
            amounts.add(reckoned.waterfall().total().toString());
        }
        assertThat(amounts).containsExactly("3.34 EUR", "3.33 EUR", "3.33 EUR");
    }

    @Test
    void yenHaveNoCentsAndDinarsHaveThree() {
        assertThat(of(simple("1000", "JPY", 3), 1)).isEqualTo(Money.of("334", "JPY"));
        assertThat(of(simple("10.000", "KWD", 3), 2)).isEqualTo(Money.of("6.667", "KWD"));
    }

    private static Money of(OrderMoney order, int units) {
        return Reckoning.of(
                        order,
                        EarlierRefunds.none(order.currency()),
                        List.of(claim(units, RefundClaim.Fee.NONE)),
                        null,
                        false)
                .waterfall()
                .total();
    }

    @Test
    void theGiftCardIsPaidBackFirstAndAFeeIsALineOfItsOwn() {
        var order = new OrderMoney(
                Currency.getInstance("EUR"),
                false,
                true,
                false,
                Money.of("4.90", "EUR"),
                Money.of("64.90", "EUR"),
                Money.of("0", "EUR"),
                Map.of(LINE, new OrderMoney.Line(2, Money.of("60.00", "EUR"), Money.of("9.58", "EUR"))),
                List.of(
                        new OrderMoney.Tender("card", "Visa", false, true, Money.of("44.90", "EUR")),
                        new OrderMoney.Tender("gift", "Gift card", true, true, Money.of("20.00", "EUR"))));
        var fee = new RefundClaim.Fee(RefundClaim.Fee.Kind.PERCENT, RefundClaim.Fee.Per.ITEM, BigDecimal.TEN);
        var reckoned = Reckoning.of(order, EarlierRefunds.none(order.currency()), List.of(claim(1, fee)), null, true);
        assertThat(reckoned.waterfall().lines())
                .extracting(line -> line.kind() + " " + line.amount())
                .containsExactly("ITEM 30.00 EUR", "RESTOCKING_FEE -3.00 EUR", "OUTBOUND_SHIPPING 4.90 EUR");
        assertThat(reckoned.waterfall().tenders())
                .extracting(share -> share.label() + " " + share.amount())
                .containsExactly("Gift card 20.00 EUR", "Visa 11.90 EUR");
    }

    @Test
    void whatDoesNotReconcileOrIsNotPaidNeedsAPerson() {
        var order = simple("10.00", "EUR", 1);
        assertThat(person(order, order.tenders(), false, false)).contains("do not agree");
        assertThat(person(order, order.tenders(), true, true)).contains("not paid yet");
        assertThat(person(order, List.of(), true, false)).contains("how the order was paid");
    }

    private static String person(
            OrderMoney order, List<OrderMoney.Tender> tenders, boolean reconciles, boolean unpaid) {
        return String.valueOf(Reckoning.of(
                        new OrderMoney(
                                order.currency(),
                                order.taxOnTop(),
                                reconciles,
                                unpaid,
                                order.shipping(),
                                order.total(),
                                order.refundedOutside(),
                                order.lines(),
                                tenders),
                        EarlierRefunds.none(order.currency()),
                        List.of(claim(1, RefundClaim.Fee.NONE)),
                        null,
                        false)
                .needsPersonBecause());
    }

    private static OrderMoney simple(String paid, String currency, int units) {
        var money = Money.of(paid, currency);
        return new OrderMoney(
                money.currency(),
                false,
                true,
                false,
                Money.zero(money.currency()),
                money,
                Money.zero(money.currency()),
                Map.of(LINE, new OrderMoney.Line(units, money, Money.zero(money.currency()))),
                List.of(new OrderMoney.Tender("card", "Visa", false, true, null)));
    }

    private static RefundClaim claim(int units, RefundClaim.Fee fee) {
        return new RefundClaim(UUID.randomUUID(), LINE, "Thing", units, fee, false, false, ReasonGroup.OTHER);
    }
}
