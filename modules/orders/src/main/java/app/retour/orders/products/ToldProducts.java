package app.retour.orders.products;

import app.retour.kernel.Ids;
import app.retour.orders.rows.Change;
import app.retour.orders.rows.RowReader;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes what sources tell of products, many at a time, inside the caller's transaction. */
@Component
public class ToldProducts {
    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ToldProducts(NamedParameterJdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public record Taken(ProductId product, Change change) {}

    public List<Taken> take(List<ProductUpsert> told) {
        for (var i = 0; i < told.size(); i++) {
            ProductCheck.check(told.get(i), i);
        }
        var known = new HashMap<Variant, Stored>();
        if (!told.isEmpty()) {
            jdbc.query(
                    """
                    select id, product_key, variant_key, fingerprint from orders.product
                    where tenant_id = :tenant and product_key = any(array(select unnest(:keys))) order by id for update
                    """,
                    mine().addValue(
                                    "keys",
                                    told.stream()
                                            .map(ProductUpsert::productKey)
                                            .distinct()
                                            .toArray(String[]::new)),
                    row -> {
                        known.put(
                                new Variant(row.getString("product_key"), row.getString("variant_key")),
                                new Stored(new RowReader(row).id("id"), row.getString("fingerprint")));
                    });
        }
        var rows = new ArrayList<MapSqlParameterSource>();
        var taken = new ArrayList<Taken>();
        for (var product : told) {
            var variant = Variant.of(product);
            var before = known.get(variant);
            var id = before == null ? Ids.next() : before.id;
            var same = before != null
                    && product.fingerprint() != null
                    && product.fingerprint().equals(before.fingerprint);
            taken.add(new Taken(
                    new ProductId(id), same ? Change.UNCHANGED : before == null ? Change.CREATED : Change.UPDATED));
            if (!same) {
                known.put(variant, new Stored(id, product.fingerprint()));
                rows.add(values(id, variant, product));
            }
        }
        jdbc.batchUpdate("""
                insert into orders.product (tenant_id, id, product_key, variant_key, position, sku, title, options, vendor,
                    product_type, tags, weight_grams, price, price_currency, image_url, gift_card, final_sale, fingerprint,
                    created_at, updated_at)
                values (:tenant, :id, :productKey, :variantKey, coalesce(cast(:position as int), 0), :sku, :title,
                    cast(:options as jsonb), :vendor, :productType, :tags, :weight, :price, :currency, :imageUrl, :giftCard,
                    :finalSale, :fingerprint, :now, :now)
                on conflict (tenant_id, product_key, variant_key) do update set
                    position = coalesce(cast(:position as int), product.position),
                    sku = coalesce(excluded.sku, product.sku),
                    title = excluded.title,
                    options = excluded.options,
                    vendor = coalesce(excluded.vendor, product.vendor),
                    product_type = coalesce(excluded.product_type, product.product_type),
                    tags = coalesce(excluded.tags, product.tags),
                    weight_grams = coalesce(excluded.weight_grams, product.weight_grams),
                    price = coalesce(excluded.price, product.price),
                    price_currency = coalesce(excluded.price_currency, product.price_currency),
                    image_url = coalesce(excluded.image_url, product.image_url),
                    gift_card = coalesce(excluded.gift_card, product.gift_card),
                    final_sale = coalesce(excluded.final_sale, product.final_sale),
                    fingerprint = coalesce(excluded.fingerprint, product.fingerprint),
                    updated_at = excluded.updated_at
                """, rows.toArray(MapSqlParameterSource[]::new));
        return taken;
    }

    private record Stored(UUID id, @Nullable String fingerprint) {}

    private MapSqlParameterSource values(UUID id, Variant variant, ProductUpsert told) {
        var price = told.price();
        return mine().addValue("id", id)
                .addValue("productKey", variant.productKey())
                .addValue("variantKey", variant.key())
                .addValue("position", told.position())
                .addValue("sku", told.sku())
                .addValue("title", told.title())
                .addValue("options", json.writeValueAsString(told.options()))
                .addValue("vendor", told.vendor())
                .addValue("productType", told.productType())
                .addValue("tags", RowReader.of(told.tags()))
                .addValue("weight", told.weightGrams())
                .addValue("price", price == null ? null : price.amount())
                .addValue("currency", price == null ? null : price.currency().getCurrencyCode())
                .addValue("imageUrl", told.imageUrl())
                .addValue("giftCard", told.giftCard())
                .addValue("finalSale", told.finalSale())
                .addValue("fingerprint", told.fingerprint())
                .addValue("now", RowReader.of(clock.instant()));
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
