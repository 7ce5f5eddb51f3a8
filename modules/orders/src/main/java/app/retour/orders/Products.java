package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.tenants.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is sold: every variant a row of its own. */
@Service
@Transactional
public class Products {
    private static final String SELECT = """
            select p.*, case when p.final_sale is not null or s.final_sale_tag is null or p.tags is null then p.final_sale
                else lower(s.final_sale_tag) in (select lower(tag) from unnest(p.tags) tag) end as is_final_sale
            from orders.product p left join orders.settings s on s.tenant_id = p.tenant_id
            where p.tenant_id = :tenant
            """;
    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Products(NamedParameterJdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Product> find(ProductId id) {
        return jdbc.query(SELECT + " and p.id = :id", mine().addValue("id", id.value()), this::product).stream()
                .findFirst();
    }

    /** Every variant of one product, in the shop's order. */
    @Transactional(readOnly = true)
    public List<Product> variantsOf(String productKey) {
        return jdbc.query(
                SELECT + " and p.product_key = :key order by p.position, p.id",
                mine().addValue("key", productKey),
                this::product);
    }

    /** By SKU; a SKU that several products share tells nothing and is left out. */
    Map<String, Product> bySku(Collection<String> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .query(SELECT + " and p.sku in (:skus) order by p.id", mine().addValue("skus", skus), this::product)
                .stream()
                .collect(Collectors.groupingBy(product -> String.valueOf(product.sku())))
                .entrySet()
                .stream()
                .filter(same -> same.getValue().stream()
                                .map(Product::productKey)
                                .distinct()
                                .count()
                        == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, same -> same.getValue().getFirst()));
    }

    /**
     * By product, a page at a time.
     *
     * @param search part of title, SKU, vendor or product key; null for all
     */
    @Transactional(readOnly = true)
    public Window<Product> list(@Nullable String search, ScrollPosition from, int limit) {
        var keys = from instanceof KeysetScrollPosition keyset ? keyset.getKeys() : Map.<String, Object>of();
        var found = jdbc.query(
                SELECT + """
                         and (cast(:key as text) is null
                            or (p.product_key, p.position, p.id) > (:key, cast(:position as int), cast(:id as uuid)))
                        and (cast(:search as text) is null or lower(p.title) like :search or lower(p.sku) like :search
                            or lower(p.vendor) like :search or lower(p.product_key) like :search)
                        order by p.product_key, p.position, p.id limit :limit
                        """,
                mine().addValue("key", keys.get("key"))
                        .addValue("position", keys.get("position"))
                        .addValue("id", keys.get("id"))
                        .addValue("search", search == null ? null : Columns.containing(search.toLowerCase(Locale.ROOT)))
                        .addValue("limit", limit + 1),
                (row, i) -> Map.entry(row.getInt("position"), product(row, i)));
        return Window.from(
                found.stream().limit(limit).map(Map.Entry::getValue).toList(),
                i -> ScrollPosition.forward(Map.of(
                        "key", found.get(i).getValue().productKey(),
                        "position", String.valueOf(found.get(i).getKey()),
                        "id", found.get(i).getValue().id().toString())),
                found.size() > limit);
    }

    /**
     * Makes variants known, or known better; all or none.
     *
     * @throws Refusal with the index of the culprit first in its path
     */
    public List<ProductId> upsert(List<ProductUpsert> told) {
        return take(told).stream().map(Taken::product).toList();
    }

    record Taken(ProductId product, Change change) {}

    List<Taken> take(List<ProductUpsert> told) {
        for (var i = 0; i < told.size(); i++) {
            if (told.get(i).productKey().isBlank() || told.get(i).title().isBlank()) {
                throw new Refusal(ErrorCode.REQUIRED, "A product needs key and title", String.valueOf(i));
            }
        }
        var known = new HashMap<Variant, Stored>();
        if (!told.isEmpty()) {
            jdbc.query(
                    """
                    select id, product_key, variant_key, fingerprint from orders.product
                    where tenant_id = :tenant and product_key in (:keys) order by id for update
                    """,
                    mine().addValue(
                                    "keys",
                                    told.stream().map(ProductUpsert::productKey).collect(Collectors.toSet())),
                    row -> {
                        known.put(
                                new Variant(row.getString("product_key"), row.getString("variant_key")),
                                new Stored(new Columns(row).id("id"), row.getString("fingerprint")));
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

    /** What tells a variant: its option values; the SKU of one without. */
    private record Variant(String productKey, String key) {
        static Variant of(ProductUpsert told) {
            var values = told.options().stream().map(ProductOption::value).collect(Collectors.joining(" / "));
            return new Variant(
                    told.productKey(), values.isEmpty() && told.sku() != null ? "sku:" + told.sku() : values);
        }
    }

    private MapSqlParameterSource values(UUID id, Variant variant, ProductUpsert told) {
        var price = told.price();
        return mine().addValue("id", id)
                .addValue("productKey", variant.productKey)
                .addValue("variantKey", variant.key)
                .addValue("position", told.position())
                .addValue("sku", told.sku())
                .addValue("title", told.title())
                .addValue("options", json.writeValueAsString(told.options()))
                .addValue("vendor", told.vendor())
                .addValue("productType", told.productType())
                .addValue("tags", Columns.of(told.tags()))
                .addValue("weight", told.weightGrams())
                .addValue("price", price == null ? null : price.amount())
                .addValue("currency", price == null ? null : price.currency().getCurrencyCode())
                .addValue("imageUrl", told.imageUrl())
                .addValue("giftCard", told.giftCard())
                .addValue("finalSale", told.finalSale())
                .addValue("fingerprint", told.fingerprint())
                .addValue("now", Columns.of(clock.instant()));
    }

    private Product product(ResultSet row, int ignored) throws SQLException {
        var columns = new Columns(row);
        var options = json.readValue(columns.required("options"), new TypeReference<List<ProductOption>>() {});
        return new Product(
                new ProductId(columns.id("id")),
                columns.required("product_key"),
                columns.text("sku"),
                columns.required("title"),
                options.isEmpty()
                        ? null
                        : options.stream().map(ProductOption::value).collect(Collectors.joining(" / ")),
                options,
                columns.text("vendor"),
                columns.text("product_type"),
                columns.texts("tags"),
                columns.wholeIfKnown("weight_grams"),
                columns.money("price"),
                columns.text("image_url"),
                columns.reference("image_file"),
                Boolean.TRUE.equals(columns.truth("gift_card")),
                columns.truth("is_final_sale"));
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
