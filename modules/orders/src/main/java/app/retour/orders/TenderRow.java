package app.retour.orders;

import app.retour.kernel.Money;
import app.retour.orders.amounts.Tender;
import app.retour.orders.rows.RowReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** A payment of an order as stored. */
record TenderRow(
        UUID order,
        String id,
        int position,
        Tender.Kind kind,
        @Nullable BigDecimal amount,
        String label) {
    static TenderRow of(ResultSet row, int ignored) throws SQLException {
        var columns = new RowReader(row);
        return new TenderRow(
                columns.id("order_id"),
                columns.required("id"),
                columns.whole("position"),
                columns.choice("kind", Tender.Kind.class),
                row.getBigDecimal("amount"),
                columns.required("label"));
    }

    MapSqlParameterSource values() {
        return new MapSqlParameterSource()
                .addValue("order_id", order)
                .addValue("id", id)
                .addValue("position", position)
                .addValue("kind", kind.name())
                .addValue("amount", amount)
                .addValue("label", label);
    }

    Tender snapshot(Currency currency) {
        return new Tender(id, kind, amount == null ? null : new Money(amount, currency), label);
    }
}
