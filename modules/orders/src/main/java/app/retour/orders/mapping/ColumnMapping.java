package app.retour.orders.mapping;

import app.retour.orders.amounts.TaxMode;
import app.retour.orders.csv.DecimalSign;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file of orders is read: which column tells what, and how dates and amounts are written in it.
 *
 * @param columns names as in the file's header
 * @param dates null: not known yet, as every day of the examples could be a month
 * @param decimalSign null: not known yet
 * @param currency of orders whose row names none
 * @param prices whether tax is in the prices; needed only where no column tells the total
 */
public record ColumnMapping(
        Map<OrderField, String> columns,
        Rows rows,
        @Nullable DateStyle dates,
        @Nullable DecimalSign decimalSign,
        @Nullable Currency currency,
        TaxMode prices) {
    public ColumnMapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** What a row of the file is. */
    public enum Rows {
        LINE_PER_ROW,
        ORDER_PER_ROW
    }

    public boolean tells(OrderField field) {
        return columns.containsKey(field);
    }

    /** Where a field stands among those that were told; -1 for one that was not. */
    public int place(OrderField field) {
        return List.copyOf(columns.keySet()).indexOf(field);
    }

    /** The column of a field, or null. */
    public @Nullable String column(OrderField field) {
        return columns.get(field);
    }

    /** The same without columns that a file does not have. */
    ColumnMapping within(java.util.function.Predicate<String> has) {
        var left = new LinkedHashMap<>(columns);
        left.values().removeIf(has.negate());
        return new ColumnMapping(left, rows, dates, decimalSign, currency, prices);
    }
}
