package app.retour.returns.judging;

import app.retour.kernel.CurrencyConversion;
import app.retour.orders.Order;
import app.retour.returns.eligibility.ASale;
import app.retour.returns.eligibility.DeliveryDay;
import app.retour.returns.eligibility.ShopperPast;
import app.retour.returns.eligibility.WithdrawalPeriod;
import app.retour.returns.settings.AutomaticApprovals;
import app.retour.rules.policy.Resolution;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What rules read of an order that a test tells. */
final class AskedFacts {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant ASKED = Instant.parse("2026-11-10T22:30:00Z");
    static final ShopperPast NOBODY = new ShopperPast(null, null, 0, 0, new AutomaticApprovals(0, null));

    static JudgedItem item(Order order, int line, int units, String reason, ReasonGroup group) {
        var of = order.lines().get(line);
        return new JudgedItem(
                UUID.randomUUID(),
                of.id().value(),
                units,
                new ReturnableOrder(order, List.of()).value(of, 0, units),
                reason,
                group,
                5,
                1,
                Resolution.REFUND);
    }

    static List<Facts> all(Order order, ShopperPast past, @Nullable String rate, JudgedItem... items) {
        return new RequestFacts(
                        new ReturnableOrder(order, List.of()),
                        List.of(items),
                        past,
                        ASKED,
                        BERLIN,
                        new CurrencyConversion(order.currency(), EURO, rate == null ? null : new BigDecimal(rate)),
                        5,
                        WithdrawalPeriod.of(order, DeliveryDay.of(order, 5, BERLIN), () -> null))
                .all().stream().map(facts -> facts.facts()).toList();
    }

    static Facts one(ASale sale) {
        var order = sale.told();
        return all(order, NOBODY, null, item(order, 0, 1, "too_small", ReasonGroup.SIZE))
                .getFirst();
    }

    static ASale shirt() {
        return ASale.inEuros().line(2, "40.00");
    }

    static String said(Facts facts, FactName name) {
        return switch (facts.get(name)) {
            case FactValue.Unknown _ -> "unknown";
            case FactValue.Text(var text) -> text;
            case FactValue.Texts(var texts) -> String.join(" ", texts);
            case FactValue.Quantity(var number) -> number.toPlainString();
            case FactValue.Amount(var money) -> money.toString();
            case FactValue.Day(var day) -> day.toString();
            case FactValue.Flag(var flag) -> String.valueOf(flag);
        };
    }

    private AskedFacts() {}
}
