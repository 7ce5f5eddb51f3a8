package app.retour.orders.imports;

import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts what no source has told of a tenant's orders, in the words of rules. */
@Component
class UnknownFacts {
    // Titles as rules gives its recipes; orders knows nothing of rules, so they stand here once more.
    private static final String VIP = "VIPs exchange a size at once";
    private static final String RISK = "Unusual shoppers: review";
    private static final String WRONG_SIZE = "Wrong size, small order, within 30 days: approve";
    private static final String HIGH_VALUE = "Defective or high value: review with photos";
    private static final String FINAL_SALE = "Final sale is rejected, as far as the law lets it";
    private static final String BY_API =
            "Not in this file; a connection to your shop can send it (Settings, API clients)";
    private static final String BY_PRODUCTS = "Import your products file: they are matched by SKU";
    private static final String BY_CUSTOMERS = "Import your customers file: they are matched by e-mail";
    private static final String BY_HISTORY =
            "Say under Settings, Returns since when all orders are here, or import your customers file";
    /** A column of the count each, in the order in which a merchant misses them most. */
    private static final List<Fact> FACTS = List.of(
            new Fact("item.daysSinceDelivery", "Date of delivery or dispatch", List.of(WRONG_SIZE), BY_API),
            new Fact("order.value", "Order value in your currency", List.of(WRONG_SIZE, HIGH_VALUE), BY_API),
            new Fact("shopper.tags", "Shopper's tags, such as VIP", List.of(VIP, RISK), BY_CUSTOMERS),
            new Fact("shopper.returnRate", "Shopper's return rate", List.of(RISK), BY_HISTORY),
            new Fact("shopper.orders", "Shopper's orders so far", List.of(), BY_HISTORY),
            new Fact(
                    "item.finalSale",
                    "Whether it is final sale",
                    List.of(FINAL_SALE),
                    "Name your final-sale tag under Settings, Returns, and import your products file"),
            new Fact("item.tags", "Product's tags", List.of(), BY_PRODUCTS),
            new Fact("item.productType", "Product type", List.of(), BY_PRODUCTS),
            new Fact("item.vendor", "Vendor", List.of(), BY_PRODUCTS),
            new Fact("item.weight", "Weight", List.of(), BY_PRODUCTS),
            new Fact("item.sku", "SKU", List.of(), "Give every variant a SKU in your shop, then import again"),
            new Fact("order.country", "Shipping country", List.of(), BY_API),
            new Fact("order.tags", "Order's tags", List.of(), BY_API),
            new Fact("order.discountCodes", "Discount codes", List.of(), BY_API),
            new Fact("order.tenders", "How it was paid", List.of(), BY_API),
            new Fact("order.channel", "Sales channel", List.of(), BY_API),
            new Fact("order.gift", "Whether it is a gift", List.of(), BY_API),
            new Fact("order.business", "Whether a business ordered", List.of(), BY_API));

    private static final String COUNTS = """
            with product as materialized (
                select p.sku, bool_and(p.tags is not null) as tagged,
                    bool_and(p.final_sale is not null) as final_sale, bool_and(p.product_type is not null) as typed,
                    bool_and(p.vendor is not null) as vended, bool_and(p.weight_grams is not null) as weighed,
                    min(p.product_key) = max(p.product_key) as alone
                from orders.product p where p.tenant_id = :tenant and p.sku is not null
                group by p.sku
            ), line as (
                select l.order_id,
                    bool_or(l.sku is null) as sku,
                    bool_or(l.final_sale is null and not coalesce(p.final_sale or p.tagged and s.final_sale_tag is not null,
                        false)) as final_sale,
                    bool_or(l.tags is null and not coalesce(p.tagged, false)) as tags,
                    bool_or(l.product_type is null and not coalesce(p.typed, false)) as product_type,
                    bool_or(l.vendor is null and not coalesce(p.vended, false)) as vendor,
                    bool_or(l.weight_grams is null and not coalesce(p.weighed, false)) as weight
                from orders.order_line l
                left join product p on p.sku = l.sku and p.alone
                left join orders.settings s on s.tenant_id = l.tenant_id
                where l.tenant_id = :tenant and l.quantity > 0
                group by l.order_id
            )
            select count(*) as orders, count(*) filter (where not o.reconciles) as not_reconciled,
                count(*) filter (where o.delivered_at is null and o.fulfilled_at is null) as "item.daysSinceDelivery",
                count(*) filter (where o.currency <> :currency) as "order.value",
                count(*) filter (where h.tags is null) as "shopper.tags",
                count(*) filter (where h.id is null or s.history_complete_since is null) as "shopper.returnRate",
                count(*) filter (where h.id is null or s.history_complete_since is null and h.lifetime_orders is null)
                    as "shopper.orders",
                count(*) filter (where l.final_sale) as "item.finalSale",
                count(*) filter (where l.tags) as "item.tags",
                count(*) filter (where l.product_type) as "item.productType",
                count(*) filter (where l.vendor) as "item.vendor",
                count(*) filter (where l.weight) as "item.weight",
                count(*) filter (where l.sku) as "item.sku",
                count(*) filter (where o.shipping_country is null) as "order.country",
                count(*) filter (where o.tags is null) as "order.tags",
                count(*) filter (where o.discount_codes is null) as "order.discountCodes",
                count(*) filter (where not exists (select from orders.tender t
                    where t.tenant_id = o.tenant_id and t.order_id = o.id)) as "order.tenders",
                count(*) filter (where o.channel is null) as "order.channel",
                count(*) filter (where o.gift is null) as "order.gift",
                count(*) filter (where o.business is null) as "order.business"
            from orders.customer_order o
            left join line l on l.order_id = o.id
            left join orders.shopper h on h.tenant_id = o.tenant_id and h.id = o.shopper_id
            left join orders.settings s on s.tenant_id = o.tenant_id
            where o.tenant_id = :tenant
            """;
    private final NamedParameterJdbcTemplate jdbc;
    private final Tenants tenants;

    UnknownFacts(NamedParameterJdbcTemplate jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    private record Fact(String name, String label, List<String> recipes, String remedy) {
        Stream<UnknownFact> in(ResultSet counts) throws SQLException {
            var orders = counts.getInt(name);
            return orders == 0 ? Stream.of() : Stream.of(new UnknownFact(name, label, orders, recipes, remedy));
        }
    }

    /** @param ofFile which orders it is about; null: all that are known */
    ImportReport report(String @Nullable [] ofFile) {
        return jdbc.query(
                        ofFile == null ? COUNTS : COUNTS + " and o.number_key = any(:numbers)",
                        new MapSqlParameterSource(
                                        "tenant", TenantContext.current().value())
                                .addValue("numbers", ofFile)
                                .addValue(
                                        "currency", tenants.current().currency().getCurrencyCode()),
                        (counts, _) -> {
                            var facts = Stream.<UnknownFact>builder();
                            for (var fact : FACTS) {
                                fact.in(counts).forEach(facts);
                            }
                            return new ImportReport(
                                    ofFile != null,
                                    counts.getInt("orders"),
                                    counts.getInt("not_reconciled"),
                                    facts.build().toList());
                        })
                .getFirst();
    }
}
