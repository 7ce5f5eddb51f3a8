package app.retour.orders;

import app.retour.orders.rows.OneTrip;
import app.retour.orders.rows.RowReader;
import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperHistory;
import app.retour.orders.shoppers.Shoppers;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads of an order's buyer what decisions need, in one round trip; in two where their orders have to be counted. */
@Repository
class KnownBuyers {
    private static final OneTrip ALL = new OneTrip(
            "select * from orders.shopper where tenant_id = ? and id = cast(? as uuid)",
            Attributes.OF_ORDER_AND_SHOPPER);

    private final JdbcTemplate jdbc;
    private final OrderSearch searches;

    KnownBuyers(JdbcTemplate jdbc, OrderSearch searches) {
        this.jdbc = jdbc;
        this.searches = searches;
    }

    /** @param shopper null once erased: the number of their orders is still known */
    private record Row(@Nullable Shopper shopper, ShopperHistory told) {
        static Row of(ResultSet row, int index) throws SQLException {
            return new Row(
                    row.getTimestamp("erased_at") == null ? Shoppers.shopper(row, index) : null,
                    new ShopperHistory(
                            null,
                            new RowReader(row).wholeIfKnown("lifetime_orders"),
                            new RowReader(row).money("lifetime_spend"),
                            null));
        }
    }

    private record Stored(Row row, Attributes.Known attributes) {}

    KnownBuyer of(Order order, Instant at) {
        var tenant = TenantContext.current().value();
        var shopper = order.shopper();
        var id = shopper == null ? null : shopper.value();
        var parameters = Arrays.asList(tenant, id, tenant, order.id().value(), id);
        var stored = ALL.ask(
                jdbc,
                parameters,
                answers -> new Stored(
                        answers.next(Row::of).stream().findFirst().orElse(new Row(null, ShopperHistory.UNKNOWN)),
                        Attributes.Known.of(answers.next(Attributes.Row::of))));
        return new KnownBuyer(
                stored.row.shopper,
                shopper == null ? null : searches.historyOf(shopper, at, stored.row.told),
                stored.attributes);
    }
}
