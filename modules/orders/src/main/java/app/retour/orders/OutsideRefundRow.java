package app.retour.orders;

import app.retour.kernel.Money;
import app.retour.orders.rows.RowReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** A refund that the shop made, as stored. */
record OutsideRefundRow(
        UUID order,
        String id,
        int position,
        OutsideRefund.Kind kind,
        @Nullable UUID line,
        @Nullable Integer quantity,
        BigDecimal amount,
        @Nullable String tenderId) {
    static OutsideRefundRow of(ResultSet row, int ignored) throws SQLException {
        var columns = new RowReader(row);
        return new OutsideRefundRow(
                columns.id("order_id"),
                columns.required("id"),
                columns.whole("position"),
                columns.choice("kind", OutsideRefund.Kind.class),
                columns.reference("line_id"),
                columns.wholeIfKnown("quantity"),
                columns.amount("amount"),
                columns.text("tender_id"));
    }

    MapSqlParameterSource values() {
        return new MapSqlParameterSource()
                .addValue("order_id", order)
                .addValue("id", id)
                .addValue("position", position)
                .addValue("kind", kind.name())
                .addValue("line_id", line)
                .addValue("quantity", quantity)
                .addValue("amount", amount)
                .addValue("tender_id", tenderId);
    }

    OutsideRefund snapshot(Currency currency) {
        return new OutsideRefund(
                id, kind, line == null ? null : new OrderLineId(line), quantity, new Money(amount, currency), tenderId);
    }
}
