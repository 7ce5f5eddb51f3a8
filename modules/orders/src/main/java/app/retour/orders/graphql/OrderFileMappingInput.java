package app.retour.orders.graphql;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.csv.DecimalSign;
import app.retour.orders.mapping.ColumnMapping;
import app.retour.orders.mapping.DateStyle;
import app.retour.orders.mapping.OrderField;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mapping of columns as a person or an integrator chose it. */
record OrderFileMappingInput(
        List<ColumnInput> columns,
        ColumnMapping.Rows rows,
        @Nullable DateStyle dates,
        @Nullable DecimalSign decimalSign,
        @Nullable String currencyCode,
        @Nullable TaxMode prices) {
    record ColumnInput(OrderField field, String column) {}

    ColumnMapping toMapping() {
        var told = new LinkedHashMap<OrderField, String>();
        for (var i = 0; i < columns.size(); i++) {
            var each = columns.get(i);
            if (told.put(each.field, each.column) != null) {
                throw new Refusal(
                        ErrorCode.INVALID,
                        "Two columns are said to hold “%s”".formatted(each.field.label()),
                        "mapping",
                        "columns",
                        String.valueOf(i),
                        "field");
            }
        }
        return new ColumnMapping(
                told, rows, dates, decimalSign, currency(), Objects.requireNonNullElse(prices, TaxMode.UNKNOWN));
    }

    private @Nullable Currency currency() {
        if (currencyCode == null || currencyCode.isBlank()) {
            return null;
        }
        try {
            return Currency.getInstance(currencyCode.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(ErrorCode.INVALID, "This is not an ISO 4217 currency code", "mapping", "currencyCode");
        }
    }
}
