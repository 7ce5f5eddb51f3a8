package app.retour.returns.judging;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.Money;
import app.retour.kernel.ShopAmount;
import app.retour.orders.Order;
import app.retour.orders.OrderId;
import app.retour.orders.OrderLine;
import app.retour.orders.OrderLineId;
import app.retour.orders.amounts.OrderCharges;
import app.retour.orders.amounts.Payment;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.amounts.Tender;
import app.retour.orders.amounts.UnitPrice;
import app.retour.orders.shoppers.ShopperHistory;
import app.retour.returns.eligibility.DeliveryDay;
import app.retour.returns.eligibility.ShopperPast;
import app.retour.returns.eligibility.WithdrawalPeriod;
import app.retour.returns.settings.AutomaticApprovals;
import app.retour.rules.analysis.FactConstraints;
import app.retour.rules.policy.Resolution;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis of policies takes for granted between facts is so of every item, for any order whose sums and dates
 * agree: else it would call rules dead that are not.
 */
class FactsAgreeTests {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final List<BigDecimal> RATES =
            List.of(new BigDecimal("0.92"), new BigDecimal("1"), new BigDecimal("0.0061"), new BigDecimal("1381.37"));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static WithdrawalPeriod withdrawal(Order order, @Nullable Integer transitDays) {
        return WithdrawalPeriod.of(order, DeliveryDay.of(order, transitDays, BERLIN), () -> null);
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void factsOfARealReturnKeepEveryDeclaredConstraint(@ForAll long seed) {
        var random = new Random(seed);
        var order = order(random);
        var past = new ShopperPast(
                null,
                history(random),
                random.nextInt(4),
                random.nextInt(9),
                new AutomaticApprovals(
                        random.nextInt(3),
                        maybe(random, new ShopAmount(Money.ofMinorUnits(random.nextInt(9_000), EUR)))));
        var transitDays = maybe(random, 5);
        var facts = new RequestFacts(
                        new ReturnableOrder(order, List.of()),
                        items(order, random),
                        past,
                        order.placedAt().plus(Duration.ofHours(random.nextInt(900))),
                        BERLIN,
                        new CurrencyConversion(
                                order.currency(), EUR, maybe(random, RATES.get(random.nextInt(RATES.size())))),
                        transitDays,
                        withdrawal(order, transitDays))
                .all();
        for (var item : facts) {
            assertThat(FactConstraints.of(EUR).broken(item.facts()))
                    .as("%s", item.facts())
                    .isEmpty();
        }
    }

    private static Order order(Random random) {
        var currency = random.nextInt(5) == 0 ? Currency.getInstance("USD") : EUR;
        var lines = new ArrayList<OrderLine>();
        for (var left = 1 + random.nextInt(3); left > 0; left--) {
            lines.add(line(random, currency));
        }
        var value = Money.sum(currency, lines.stream().map(OrderLine::paid).toList());
        var shipping = Money.ofMinorUnits(random.nextInt(500), currency);
        var placed = Instant.parse("2026-03-20T00:30:00Z").plus(Duration.ofHours(random.nextInt(500)));
        var fulfilled = maybe(random, placed.plus(Duration.ofHours(random.nextInt(100))));
        return new Order(
                new OrderId(UUID.randomUUID()),
                null,
                "#1",
                null,
                placed,
                fulfilled,
                maybe(random, (fulfilled == null ? placed : fulfilled).plus(Duration.ofHours(random.nextInt(100)))),
                null,
                currency,
                null,
                value,
                OrderCharges.ofShipping(shipping, Money.zero(currency)),
                Money.zero(currency),
                value.plus(shipping),
                TaxMode.INCLUDED,
                true,
                Payment.PAID,
                Money.zero(currency),
                List.of(),
                maybe(random, List.of("gift")),
                null,
                maybe(random, List.of("DE", "de", "US", "GB", "CH").get(random.nextInt(5))),
                null,
                null,
                maybe(random, random.nextBoolean()),
                random.nextBoolean() ? List.of() : List.of(new Tender("1", Tender.Kind.CARD, null, "Card")),
                lines);
    }

    private static OrderLine line(Random random, Currency currency) {
        var quantity = 1 + random.nextInt(4);
        var price = Money.ofMinorUnits(random.nextInt(300), currency);
        var paid = price.times(quantity).percent(BigDecimal.valueOf(random.nextInt(101)));
        return new OrderLine(
                new OrderLineId(UUID.randomUUID()),
                "sku",
                "Shirt",
                null,
                null,
                null,
                null,
                quantity,
                quantity,
                UnitPrice.of(price),
                paid,
                Money.zero(currency),
                null,
                false,
                null,
                null,
                null,
                null,
                maybe(random, 200));
    }

    private static List<JudgedItem> items(Order order, Random random) {
        var items = new ArrayList<JudgedItem>();
        for (var line : order.lines()) {
            var from = 0;
            while (from < line.quantity() && (items.isEmpty() || random.nextBoolean())) {
                var units = 1 + random.nextInt(line.quantity() - from);
                var group = ReasonGroup.values()[random.nextInt(6)];
                items.add(new JudgedItem(
                        UUID.randomUUID(),
                        line.id().value(),
                        units,
                        new ReturnableOrder(order, List.of()).value(line, from, units),
                        group + "-" + random.nextInt(2),
                        group,
                        random.nextInt(3),
                        random.nextInt(3),
                        Resolution.REFUND));
                from += units;
            }
        }
        return items;
    }

    private static @Nullable ShopperHistory history(Random random) {
        return maybe(
                random,
                new ShopperHistory(
                        maybe(random, Instant.EPOCH),
                        random.nextInt(4),
                        maybe(random, Money.ofMinorUnits(random.nextInt(9_000), EUR)),
                        maybe(random, random.nextInt(5))));
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextInt(3) == 0 ? null : value;
    }
}
