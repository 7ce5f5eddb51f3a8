package app.retour.orders.shoppers;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.orders.rows.Change;
import app.retour.orders.rows.RowReader;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Who buys: personal data. One normalised e-mail is one shopper. */
@Service
@Transactional
public class Shoppers {
    private final NamedParameterJdbcTemplate jdbc;
    private final KeptSpellings spellings;
    private final ErasedAddresses erased;
    private final Clock clock;

    Shoppers(NamedParameterJdbcTemplate jdbc, ErasedAddresses erased, Clock clock) {
        this.erased = erased;
        this.jdbc = jdbc;
        this.spellings = new KeptSpellings(jdbc);
        this.clock = clock;
    }

    /** Who was erased is not found. */
    @Transactional(readOnly = true)
    public Optional<Shopper> find(ShopperId id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    /** Those of these shoppers that are known, in the order asked for. */
    @Transactional(readOnly = true)
    public List<Shopper> findAll(List<ShopperId> ids) {
        var found = ids.isEmpty()
                ? Map.<ShopperId, Shopper>of()
                : jdbc
                        .query(
                                "select * from orders.shopper where tenant_id = :tenant and id in (:ids) and erased_at is null",
                                mine().addValue(
                                                "ids",
                                                ids.stream()
                                                        .map(ShopperId::value)
                                                        .toList()),
                                Shoppers::shopper)
                        .stream()
                        .collect(Collectors.toMap(Shopper::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /**
     * By e-mail, a page at a time.
     *
     * @param search part of name or e-mail; null for all
     */
    @Transactional(readOnly = true)
    public Window<Shopper> list(@Nullable String search, ScrollPosition from, int limit) {
        var after =
                from instanceof KeysetScrollPosition keyset ? keyset.getKeys().get("email") : null;
        var found = jdbc.query(
                """
                select * from orders.shopper
                where tenant_id = :tenant and erased_at is null and (cast(:after as text) is null or email > :after)
                    and (cast(:search as text) is null or email like :search
                        or lower(full_name collate pg_c_utf8) like :search)
                order by email limit :limit
                """,
                mine().addValue("after", after)
                        .addValue(
                                "search", search == null ? null : RowReader.containing(search.toLowerCase(Locale.ROOT)))
                        .addValue("limit", limit + 1),
                Shoppers::shopper);
        return Window.from(
                found.subList(0, Math.min(limit, found.size())),
                i -> ScrollPosition.forward(Map.of("email", found.get(i).email())),
                found.size() > limit);
    }

    /**
     * Makes shoppers known, or known better; all or none.
     *
     * @throws Refusal with the index of the culprit first in its path
     */
    public List<ShopperId> upsert(List<ShopperUpsert> told) {
        try {
            return take(told).stream().map(Taken::shopper).toList();
        } catch (DataIntegrityViolationException unfit) {
            throw new Refusal(ErrorCode.INVALID, "A text, a list or an amount here cannot be stored");
        }
    }

    public record Taken(ShopperId shopper, Change change) {}

    public List<Taken> take(List<ShopperUpsert> told) {
        var addresses = ShopperCheck.addresses(told);
        var kept = spellings.of(addresses);
        var emails =
                addresses.stream().map(kept::get).map(Objects::requireNonNull).toList();
        var before = fingerprints(emails);
        // After their rows were waited for: whoever was being erased is by now.
        erased.requireNone(addresses);
        var written = new ArrayList<MapSqlParameterSource>();
        var changes = new ArrayList<Change>();
        for (var i = 0; i < told.size(); i++) {
            var shopper = told.get(i);
            var known = before.get(emails.get(i));
            var same = known != null && shopper.fingerprint() != null && known.equals(shopper.fingerprint());
            changes.add(same ? Change.UNCHANGED : known == null ? Change.CREATED : Change.UPDATED);
            if (!same) {
                before.put(emails.get(i), shopper.fingerprint() == null ? "" : shopper.fingerprint());
                written.add(values(emails.get(i), shopper));
            }
        }
        jdbc.batchUpdate("""
            insert into orders.shopper (tenant_id, id, email, full_name, phone, locale, tags, blocked, lifetime_orders,
                lifetime_spend, lifetime_spend_currency, fingerprint, created_at, updated_at)
            values (:tenant, :id, :email, :name, :phone, :locale, :tags, :blocked, :orders,
                :spend, :currency, :fingerprint, :now, :now)
            on conflict (tenant_id, email) do update set
                full_name = coalesce(excluded.full_name, shopper.full_name),
                phone = coalesce(excluded.phone, shopper.phone),
                locale = coalesce(excluded.locale, shopper.locale),
                tags = coalesce(excluded.tags, shopper.tags),
                blocked = coalesce(excluded.blocked, shopper.blocked),
                lifetime_orders = coalesce(excluded.lifetime_orders, shopper.lifetime_orders),
                lifetime_spend = coalesce(excluded.lifetime_spend, shopper.lifetime_spend),
                lifetime_spend_currency =
                    coalesce(excluded.lifetime_spend_currency, shopper.lifetime_spend_currency),
                fingerprint = coalesce(excluded.fingerprint, shopper.fingerprint),
                updated_at = excluded.updated_at
            """, written.toArray(MapSqlParameterSource[]::new));
        var ids = spellings.ids(emails);
        var taken = new ArrayList<Taken>();
        for (var i = 0; i < told.size(); i++) {
            taken.add(new Taken(new ShopperId(Objects.requireNonNull(ids.get(emails.get(i)))), changes.get(i)));
        }
        return taken;
    }

    private MapSqlParameterSource values(String email, ShopperUpsert told) {
        var spend = told.lifetimeSpend();
        return mine().addValue("id", Ids.next())
                .addValue("email", email)
                .addValue("name", told.name())
                .addValue("phone", told.phone())
                .addValue("locale", told.locale())
                .addValue("tags", RowReader.of(told.tags()))
                .addValue("blocked", told.blocked())
                .addValue("orders", told.lifetimeOrders())
                .addValue("spend", spend == null ? null : spend.amount())
                .addValue("currency", spend == null ? null : spend.currency().getCurrencyCode())
                .addValue("fingerprint", told.fingerprint())
                .addValue("now", RowReader.of(clock.instant()));
    }

    private Map<String, String> fingerprints(List<String> emails) {
        var known = new HashMap<String, String>();
        if (!emails.isEmpty()) {
            jdbc.query("""
                select email, coalesce(fingerprint, '') as fingerprint from orders.shopper
                where tenant_id = :tenant and email = any(array(select unnest(:emails))) order by email for update
                """, mine().addValue("emails", emails.toArray(String[]::new)), row -> {
                known.put(row.getString("email"), row.getString("fingerprint"));
            });
        }
        return known;
    }

    public static Shopper shopper(ResultSet row, int ignored) throws SQLException {
        var columns = new RowReader(row);
        return new Shopper(
                new ShopperId(columns.id("id")),
                columns.required("email"),
                columns.text("full_name"),
                columns.text("phone"),
                columns.text("locale"),
                columns.texts("tags"),
                columns.truth("blocked"),
                columns.wholeIfKnown("lifetime_orders"),
                columns.money("lifetime_spend"));
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
