package app.retour.orders.mapping;

import app.retour.kernel.Money;
import app.retour.orders.csv.CsvRow;
import app.retour.orders.csv.CurrencyMarks;
import app.retour.orders.csv.DecimalSign;
import app.retour.orders.csv.DecimalText;
import app.retour.orders.csv.RowNotUnderstood;
import app.retour.orders.csv.RowRemark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A row, its cells by what they tell.
 *
 * @param item one product of several that stand in one cell; empty where the row itself tells it
 */
record MappedRow(CsvRow row, ColumnMapping mapping, ZoneId zone, Map<OrderField, String> item) {
    MappedRow(CsvRow row, ColumnMapping mapping, ZoneId zone) {
        this(row, mapping, zone, Map.of());
    }

    MappedRow with(Map<OrderField, String> one) {
        return new MappedRow(row, mapping, zone, one);
    }

    @Nullable
    String text(OrderField field) {
        if (!item.isEmpty() && field.part() == OrderField.Part.PRODUCTS) {
            return item.get(field);
        }
        var column = mapping.column(field);
        return column == null ? null : row.guarded(column);
    }

    String required(OrderField field) {
        var text = text(field);
        if (text == null) {
            throw wrong(field, "is empty");
        }
        return text;
    }

    /** Nothing, which is told, for a number that a spreadsheet has rounded. */
    @Nullable
    String unspoilt(OrderField field, boolean id, Consumer<RowRemark> remarks) {
        var column = mapping.column(field);
        return column == null || !item.isEmpty() && field.part() == OrderField.Part.PRODUCTS
                ? text(field)
                : row.unspoilt(id, remarks, column);
    }

    @Nullable
    BigDecimal decimal(OrderField field) {
        return decimal(
                field,
                mapping.decimalSign() == DecimalSign.COMMA
                        ? "is not an amount like 1.049,90, as in the rest of the file"
                        : "is not an amount like 1,049.90, as in the rest of the file");
    }

    private @Nullable BigDecimal decimal(OrderField field, String mistake) {
        var text = text(field);
        if (text == null) {
            return null;
        }
        var reading = item.containsKey(field)
                ? DecimalText.of(text)
                : DecimalText.of(text, Objects.requireNonNullElse(mapping.decimalSign(), DecimalSign.DOT));
        if (reading instanceof DecimalText.Exact(BigDecimal number, var _)) {
            return number;
        }
        throw wrong(field, mistake);
    }

    Money money(OrderField field, Currency currency) {
        var amount = Objects.requireNonNullElse(decimal(field), BigDecimal.ZERO);
        isOf(currency, field);
        try {
            return new Money(amount, currency);
        } catch (IllegalArgumentException tooPrecise) {
            throw wrong(field, "has more decimals than " + currency + " knows");
        }
    }

    /** An amount may name its currency; then it must be the order's. */
    void isOf(Currency currency, OrderField field) {
        var text = text(field);
        if (text != null && CurrencyMarks.contradict(text, currency)) {
            throw wrong(field, "is %s, but the order is in %s".formatted(text, currency.getCurrencyCode()));
        }
    }

    /** A discount, which some systems write below zero. */
    Money taken(OrderField field, Currency currency) {
        var money = money(field, currency);
        return money.isNegative() ? money.negated() : money;
    }

    Money positive(OrderField field, Currency currency) {
        var money = money(field, currency);
        if (money.isNegative()) {
            throw wrong(field, "is negative");
        }
        return money;
    }

    @Nullable
    Integer whole(OrderField field) {
        var number = decimal(field, "is not a whole number");
        if (number == null) {
            return null;
        }
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0 || number.precision() - number.scale() > 9) {
            throw wrong(field, "is not a whole number");
        }
        return number.intValueExact();
    }

    @Nullable
    Boolean truth(OrderField field) {
        var column = mapping.column(field);
        return column == null || !item.isEmpty() ? null : row.truth(column);
    }

    @Nullable
    Instant time(OrderField field) {
        var text = text(field);
        if (text == null || DateStyle.isNever(text)) {
            return null;
        }
        var style = Objects.requireNonNullElse(mapping.dates(), DateStyle.YEAR_FIRST);
        return style.read(text, zone)
                .orElseThrow(() ->
                        wrong(field, "is not a date like %s, as in the rest of the file".formatted(style.example())));
    }

    Currency currency() {
        var code = text(OrderField.CURRENCY);
        if (code == null) {
            var otherwise = mapping.currency();
            if (otherwise == null) {
                throw wrong(OrderField.CURRENCY, "is empty; write a code like EUR");
            }
            return otherwise;
        }
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw wrong(OrderField.CURRENCY, "is not a currency code like EUR");
        }
    }

    RowNotUnderstood wrong(OrderField field, String what) {
        var column = mapping.column(item.isEmpty() ? field : OrderField.ITEMS);
        return row.wrong(
                Objects.requireNonNullElse(column, field.label()),
                item.isEmpty()
                        ? what
                        : "has a product whose %s %s".formatted(field.label().toLowerCase(Locale.ROOT), what));
    }
}
