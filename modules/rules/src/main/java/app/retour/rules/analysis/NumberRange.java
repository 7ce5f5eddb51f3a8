package app.retour.rules.analysis;

import app.retour.kernel.Money;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.Fact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.FactValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A fact that has an order, as whole numbers: minor units of the shop's currency, hundredths of a percent, days since 1970,
 * 0 and 1 for a flag. The bounds are those of the API's invented facts, and nothing beyond them is ever judged.
 *
 * @param decimals that are kept
 */
record NumberRange(Fact fact, Currency currency, int decimals, long least, long most) {
    private static final long MOST_COUNTED = 1_000_000_000L;
    private static final long MOST_MONEY = 999_999_999_999L;

    static boolean suits(FactType type) {
        return type.isNumeric() || type == FactType.MONEY || type == FactType.DATE || type == FactType.FLAG;
    }

    static NumberRange of(Fact fact, Currency currency) {
        return switch (fact.type()) {
            case MONEY -> {
                var digits = Math.max(0, currency.getDefaultFractionDigits());
                var most = BigDecimal.valueOf(MOST_MONEY).movePointRight(digits).longValueExact();
                var maybeNegative = fact instanceof CustomFact || fact == FactName.RETURN_VALUE_LEFT;
                yield new NumberRange(fact, currency, digits, maybeNegative ? -most : 0, most);
            }
            // Shares are rounded to hundredths; what merchants push is taken as it comes.
            case PERCENT ->
                fact instanceof CustomFact
                        ? new NumberRange(fact, currency, 6, 0, 100_000_000)
                        : new NumberRange(fact, currency, 2, 0, 10_000);
            case DATE ->
                new NumberRange(fact, currency, 0, 0, LocalDate.of(2199, 12, 31).toEpochDay());
            case FLAG -> new NumberRange(fact, currency, 0, 0, 1);
            default ->
                new NumberRange(
                        fact,
                        currency,
                        0,
                        fact == FactName.ITEM_QUANTITY || fact == FactName.RETURN_ITEM_COUNT ? 1 : 0,
                        MOST_COUNTED);
        };
    }

    /** The least number that is not below a value; null for an amount of another currency. */
    @Nullable
    Long ceiling(FactValue value) {
        return rounded(value, RoundingMode.CEILING);
    }

    /** The greatest number that is not above a value; null for an amount of another currency. */
    @Nullable
    Long floor(FactValue value) {
        return rounded(value, RoundingMode.FLOOR);
    }

    private @Nullable Long rounded(FactValue value, RoundingMode towards) {
        return switch (value) {
            case FactValue.Amount(var money) ->
                money.currency().equals(currency) ? whole(money.amount(), towards) : null;
            case FactValue.Quantity(var number) -> whole(number, towards);
            case FactValue.Day(var date) -> date.toEpochDay();
            case FactValue.Flag(var isSet) -> isSet ? 1L : 0L;
            case FactValue.Text _, FactValue.Texts _, FactValue.Unknown _ ->
                throw new IllegalArgumentException("No number: " + value);
        };
    }

    private long whole(BigDecimal number, RoundingMode towards) {
        return number.movePointRight(decimals)
                .setScale(0, towards)
                .max(BigDecimal.valueOf(least - 1))
                .min(BigDecimal.valueOf(most + 1))
                .longValueExact();
    }

    FactValue value(long number) {
        return switch (fact.type()) {
            case MONEY -> new FactValue.Amount(Money.ofMinorUnits(number, currency));
            case DATE -> new FactValue.Day(LocalDate.ofEpochDay(number));
            case FLAG -> new FactValue.Flag(number != 0);
            default -> new FactValue.Quantity(BigDecimal.valueOf(number, decimals));
        };
    }

    /** What people would invent, where nothing asks for more or less. */
    long usual() {
        if (!(fact instanceof FactName name)) {
            return 0;
        }
        var hundred = BigDecimal.TEN.pow(decimals).longValue() * 100;
        return switch (name) {
            case ORDER_VALUE -> hundred;
            case ORDER_TOTAL -> hundred + hundred / 20;
            case RETURN_VALUE, ITEM_VALUE, ITEM_UNIT_PRICE_PAID, RETURN_VALUE_LEFT -> hundred / 2;
            case SHOPPER_SPEND -> 3 * hundred;
            case SHOPPER_ORDERS -> 3;
            case ITEM_WEIGHT -> 500;
            case ITEM_DAYS_SINCE_ORDER -> 10;
            case ITEM_DAYS_SINCE_FULFILMENT -> 8;
            case ITEM_DAYS_SINCE_DELIVERY -> 5;
            case RETURN_DATE -> LocalDate.of(2026, 6, 15).toEpochDay();
            case ORDER_DATE -> LocalDate.of(2026, 6, 5).toEpochDay();
            case ORDER_DELIVERY_DATE -> LocalDate.of(2026, 6, 10).toEpochDay();
            default -> 0;
        };
    }
}
