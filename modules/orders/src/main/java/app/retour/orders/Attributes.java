package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.rows.Limits;
import app.retour.orders.shoppers.ShopperId;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What integrators push beside an order or a shopper, under names of their own: the loyalty tier, the store that sold it.
 * Merchants make facts of it. May be personal data.
 */
@Service
@Transactional
public class Attributes {
    private static final int MOST = 50;
    private static final int MOST_VALUES = 50;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 200;

    private final NamedParameterJdbcTemplate jdbc;

    Attributes(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One attribute as pushed; a single value is a list of one, no value takes it away. */
    public record Pushed(String name, List<String> values) {
        public Pushed {
            values = List.copyOf(values);
        }
    }

    /** Attributes by name of an order and of its shopper, in one look. */
    public record Known(Map<String, List<String>> ofOrder, Map<String, List<String>> ofShopper) {
        static Known of(List<Row> rows) {
            var known = new Known(new LinkedHashMap<>(), new LinkedHashMap<>());
            rows.forEach(row -> (row.isOfOrder ? known.ofOrder : known.ofShopper).put(row.name, row.values));
            return known;
        }
    }

    /** Of the tenant, of an order, of a shopper if there is one. */
    static final String OF_ORDER_AND_SHOPPER = """
            select owner_kind, name, told_values from orders.attribute
            where tenant_id = ? and (owner_kind = 'ORDER' and owner_id = ?
                or owner_kind = 'SHOPPER' and owner_id = cast(? as uuid)) order by name""";

    /** One of {@link #OF_ORDER_AND_SHOPPER}. */
    record Row(boolean isOfOrder, String name, List<String> values) {
        static Row of(ResultSet row, int ignored) throws SQLException {
            return new Row(row.getString("owner_kind").equals("ORDER"), row.getString("name"), List.of((String[])
                    row.getArray("told_values").getArray()));
        }
    }

    /**
     * Adds to what is known of an order, or replaces what has the same name.
     *
     * @return all that is known then
     * @throws Refusal NOT_FOUND; INVALID, REQUIRED or TOO_LARGE naming the attribute
     */
    public Map<String, List<String>> push(OrderId order, List<Pushed> attributes) {
        requireOwner("orders.customer_order", order.value(), "orderId");
        requireNotErased("orders.customer_order", order.value(), "orderId");
        return push("ORDER", order.value(), attributes);
    }

    /** The same of a shopper. */
    public Map<String, List<String>> push(ShopperId shopper, List<Pushed> attributes) {
        requireOwner("orders.shopper", shopper.value(), "shopperId");
        requireNotErased("orders.shopper", shopper.value(), "shopperId");
        return push("SHOPPER", shopper.value(), attributes);
    }

    /**
     * Takes away all that was pushed of a shopper and of their orders.
     *
     * @return how many attributes there were
     * @throws Refusal NOT_FOUND
     */
    public int erase(ShopperId shopper) {
        requireOwner("orders.shopper", shopper.value(), "shopperId");
        return jdbc.update("""
                delete from orders.attribute
                where tenant_id = :tenant and (owner_kind = 'SHOPPER' and owner_id = :shopper
                    or owner_kind = 'ORDER' and owner_id in (
                        select id from orders.customer_order where tenant_id = :tenant and shopper_id = :shopper))
                """, mine().addValue("shopper", shopper.value()));
    }

    @Transactional(readOnly = true)
    public Known of(OrderId order, @Nullable ShopperId shopper) {
        return Known.of(jdbc.getJdbcOperations()
                .query(
                        OF_ORDER_AND_SHOPPER,
                        Row::of,
                        TenantContext.current().value(),
                        order.value(),
                        shopper == null ? null : shopper.value()));
    }

    private Map<String, List<String>> push(String kind, UUID owner, List<Pushed> attributes) {
        for (var i = 0; i < attributes.size(); i++) {
            check(attributes.get(i), i);
        }
        var gone = new ArrayList<MapSqlParameterSource>();
        var told = new ArrayList<MapSqlParameterSource>();
        for (var attribute : attributes) {
            var row = mine().addValue("kind", kind)
                    .addValue("owner", owner)
                    .addValue("name", attribute.name().strip())
                    .addValue("values", attribute.values().toArray(String[]::new));
            (attribute.values().isEmpty() ? gone : told).add(row);
        }
        jdbc.batchUpdate("""
                delete from orders.attribute
                where tenant_id = :tenant and owner_kind = :kind and owner_id = :owner and name = :name
                """, gone.toArray(MapSqlParameterSource[]::new));
        jdbc.batchUpdate("""
                insert into orders.attribute (tenant_id, owner_kind, owner_id, name, told_values)
                values (:tenant, :kind, :owner, :name, :values)
                on conflict (tenant_id, owner_kind, owner_id, name) do update set told_values = excluded.told_values
                """, told.toArray(MapSqlParameterSource[]::new));
        var all = kind.equals("ORDER")
                ? of(new OrderId(owner), null).ofOrder()
                : of(new OrderId(owner), new ShopperId(owner)).ofShopper();
        if (all.size() > MOST) {
            throw new Refusal(ErrorCode.TOO_LARGE, "At most %d attributes each".formatted(MOST), "attributes");
        }
        return all;
    }

    private void requireOwner(String table, UUID id, String field) {
        if (jdbc.queryForList(
                        "select 1 from " + table + " where tenant_id = :tenant and id = :id for update",
                        mine().addValue("id", id))
                .isEmpty()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is nothing of this id", field);
        }
    }

    private void requireNotErased(String table, UUID id, String field) {
        if (!jdbc.queryForList(
                        "select 1 from " + table + " where tenant_id = :tenant and id = :id and erased_at is not null",
                        mine().addValue("id", id))
                .isEmpty()) {
            throw new Refusal(ErrorCode.WRONG_STATE, "Who this is about was erased; nothing is kept of them", field);
        }
    }

    /** @throws Refusal with its place first in the path */
    static void check(Pushed attribute, int index) {
        var name = attribute.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refusal(
                    name.isEmpty() ? ErrorCode.REQUIRED : ErrorCode.TOO_LARGE,
                    "A name has 1 to %d characters".formatted(LONGEST_NAME),
                    "attributes",
                    String.valueOf(index),
                    "name");
        }
        var limits = new Limits(List.of()).in("attributes", index);
        limits.text(name, LONGEST_NAME, "name");
        limits.texts(attribute.values(), "values");
        if (attribute.values().size() > MOST_VALUES
                || attribute.values().stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            throw new Refusal(
                    ErrorCode.TOO_LARGE,
                    "At most %d values of %d characters".formatted(MOST_VALUES, LONGEST_VALUE),
                    "attributes",
                    String.valueOf(index),
                    "values");
        }
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
