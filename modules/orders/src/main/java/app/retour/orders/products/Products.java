package app.retour.orders.products;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.rows.RowReader;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
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
            else lower(s.final_sale_tag collate pg_c_utf8)
                in (select lower(tag collate pg_c_utf8) from unnest(p.tags) tag) end as is_final_sale
        from orders.product p left join orders.settings s on s.tenant_id = p.tenant_id
        where p.tenant_id = :tenant
        """;
    /** Rows of {@link #product} for the lines of orders; of the tenant, of the tenant, of the orders. */
    public static final String SOLD_IN_ORDERS = SELECT.replace(":tenant", "?") + """
             and p.sku = any(array(
                select l.sku from orders.order_line l where l.tenant_id = ? and l.order_id = any(?))) order by p.id""";

    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;
    private final ToldProducts told;

    Products(NamedParameterJdbcTemplate jdbc, JsonMapper json, ToldProducts told) {
        this.jdbc = jdbc;
        this.json = json;
        this.told = told;
    }

    @Transactional(readOnly = true)
    public Optional<Product> find(ProductId id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    /** Those of these variants that are known, in the order asked for. */
    @Transactional(readOnly = true)
    public List<Product> findAll(List<ProductId> ids) {
        var found = ids.isEmpty()
                ? Map.<ProductId, Product>of()
                : jdbc
                        .query(
                                SELECT + " and p.id in (:ids)",
                                mine().addValue(
                                                "ids",
                                                ids.stream()
                                                        .map(ProductId::value)
                                                        .toList()),
                                this::product)
                        .stream()
                        .collect(Collectors.toMap(Product::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Every variant of one product, in the shop's order. */
    @Transactional(readOnly = true)
    public List<Product> variantsOf(String productKey) {
        return jdbc.query(
                SELECT + " and p.product_key = :key order by p.position, p.id",
                mine().addValue("key", productKey),
                this::product);
    }

    /** Which of these SKUs anything has that is sold, or was. */
    @Transactional(readOnly = true)
    public List<String> knownSkus(Collection<String> skus) {
        return skus.isEmpty() ? List.of() : jdbc.queryForList("""
            select sku from orders.product where tenant_id = :tenant and sku in (:skus)
            union select sku from orders.order_line where tenant_id = :tenant and sku in (:skus)
            """, mine().addValue("skus", skus), String.class);
    }

    /** By SKU; a SKU that several products share tells nothing and is left out. */
    public static Map<String, Product> bySku(List<Product> sold) {
        return sold.stream()
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
                    and (cast(:search as text) is null
                        or lower(p.title collate pg_c_utf8) like :search or lower(p.sku collate pg_c_utf8) like :search
                        or lower(p.vendor collate pg_c_utf8) like :search
                        or lower(p.product_key collate pg_c_utf8) like :search)
                    order by p.product_key, p.position, p.id limit :limit
                    """,
                mine().addValue("key", keys.get("key"))
                        .addValue("position", keys.get("position"))
                        .addValue("id", keys.get("id"))
                        .addValue(
                                "search", search == null ? null : RowReader.containing(search.toLowerCase(Locale.ROOT)))
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
    public List<ProductId> upsert(List<ProductUpsert> several) {
        try {
            return told.take(several).stream().map(ToldProducts.Taken::product).toList();
        } catch (DataIntegrityViolationException unfit) {
            throw new Refusal(ErrorCode.INVALID, "A text, a list or an amount here cannot be stored");
        }
    }

    public Product product(ResultSet row, int ignored) throws SQLException {
        var columns = new RowReader(row);
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
