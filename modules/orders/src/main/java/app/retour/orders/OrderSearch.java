package app.retour.orders;

import app.retour.kernel.Money;
import app.retour.orders.rows.OrderNumber;
import app.retour.orders.rows.RowReader;
import app.retour.orders.settings.StoredOrderSettings;
import app.retour.orders.shoppers.ShopperHistory;
import app.retour.orders.shoppers.ShopperId;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Questions over all orders of a tenant. */
@Repository
class OrderSearch {
    private final NamedParameterJdbcTemplate jdbc;
    private final Tenants tenants;
    private final StoredOrderSettings settings;

    OrderSearch(NamedParameterJdbcTemplate jdbc, Tenants tenants, StoredOrderSettings settings) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.settings = settings;
    }

    /** Where an order stands in the list. */
    record Found(UUID id, Instant placedAt) {}

    Window<Found> search(@Nullable String text, ScrollPosition from, int limit) {
        var keys = from instanceof KeysetScrollPosition keyset ? keyset.getKeys() : Map.<String, Object>of();
        var all = text == null || text.isBlank();
        var found = jdbc.query(
                """
                select o.id, o.placed_at from orders.customer_order o
                left join orders.shopper s on s.tenant_id = o.tenant_id and s.id = o.shopper_id
                where o.tenant_id = :tenant
                    and (cast(:at as timestamptz) is null
                        or (o.placed_at, o.id) < (cast(:at as timestamptz), cast(:id as uuid)))
                    and (:all or o.number_key like :number or s.email like :text
                        or lower(s.full_name collate pg_c_utf8) like :text
                        or exists (select from orders.order_line l where l.tenant_id = o.tenant_id and l.order_id = o.id
                            and lower(l.sku collate pg_c_utf8) like :text))
                order by o.placed_at desc, o.id desc limit :limit
                """,
                new MapSqlParameterSource("tenant", TenantContext.current().value())
                        .addValue("at", keys.get("at"))
                        .addValue("id", keys.get("id"))
                        .addValue("all", all)
                        .addValue("text", text == null ? "" : RowReader.containing(text.toLowerCase(Locale.ROOT)))
                        .addValue(
                                "number",
                                text == null
                                        ? ""
                                        : RowReader.containing(
                                                OrderNumber.of(text).key()))
                        .addValue("limit", limit + 1),
                (row, _) -> new Found(new RowReader(row).id("id"), new RowReader(row).requiredTime("placed_at")));
        return Window.from(
                found.subList(0, Math.min(limit, found.size())),
                i -> ScrollPosition.forward(Map.of(
                        "at",
                        found.get(i).placedAt.toString(),
                        "id",
                        found.get(i).id.toString())),
                found.size() > limit);
    }

    /** @param told of them by a source, whenever that was */
    ShopperHistory historyOf(ShopperId shopper, Instant at, ShopperHistory told) {
        var day = settings.current().historyCompleteSince();
        if (day == null) {
            return told;
        }
        var tenant = tenants.current();
        var since = day.atStartOfDay(tenant.zone()).toInstant();
        return since.isAfter(at) ? told : counted(shopper, since, at, tenant.currency(), told);
    }

    private ShopperHistory counted(
            ShopperId shopper, Instant since, Instant at, Currency currency, ShopperHistory told) {
        return jdbc.query(
                        """
                        select count(*) as orders, coalesce(sum(case when o.currency = :currency then o.subtotal
                                    else round(o.subtotal * o.exchange_rate, :digits) end), 0) as spend,
                            coalesce(bool_and(o.currency = :currency or o.exchange_rate is not null), true)
                                as comparable,
                            coalesce(sum((select sum(l.quantity) from orders.order_line l
                                where l.tenant_id = o.tenant_id and l.order_id = o.id)), 0) as units
                        from orders.customer_order o
                        where o.tenant_id = :tenant and o.shopper_id = :shopper and o.canceled_at is null
                            and o.placed_at >= :since and o.placed_at <= :at
                        """,
                        parameters(shopper)
                                .addValue("since", RowReader.of(since))
                                .addValue("at", RowReader.of(at))
                                .addValue("currency", currency.getCurrencyCode())
                                .addValue("digits", Math.max(0, currency.getDefaultFractionDigits())),
                        (row, _) -> {
                            var spend = row.getBoolean("comparable")
                                    ? Money.rounded(new RowReader(row).amount("spend"), currency)
                                    : null;
                            return new ShopperHistory(since, row.getInt("orders"), spend, row.getInt("units"))
                                    .orMore(told);
                        })
                .getFirst();
    }

    private static MapSqlParameterSource parameters(ShopperId shopper) {
        return new MapSqlParameterSource("tenant", TenantContext.current().value())
                .addValue("shopper", shopper.value());
    }
}
