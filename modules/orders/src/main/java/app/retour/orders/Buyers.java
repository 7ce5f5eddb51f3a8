package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.MailAddress;
import app.retour.kernel.Refusal;
import app.retour.orders.rows.RowReader;
import app.retour.orders.shoppers.ErasedAddresses;
import app.retour.orders.shoppers.KeptSpellings;
import app.retour.orders.shoppers.Proofs;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Who bought, as orders tell it. */
@Component
class Buyers {
    private final NamedParameterJdbcTemplate jdbc;
    private final KeptSpellings spellings;
    private final ErasedAddresses erased;
    private final Clock clock;

    Buyers(NamedParameterJdbcTemplate jdbc, ErasedAddresses erased, Clock clock) {
        this.jdbc = jdbc;
        this.spellings = new KeptSpellings(jdbc);
        this.erased = erased;
        this.clock = clock;
    }

    /**
     * Makes those who bought known by their e-mails; what a better source said of them stays.
     *
     * @param blocked of them, whom the shop had blocked before it knew them no more
     * @throws Refusal STALE when one of them was erased at this very moment
     */
    Map<MailAddress, UUID> know(List<OrderUpsert> orders, Set<MailAddress> blocked) {
        // Sorted, so that two imports at once take the rows in the same order.
        var buyers = new HashMap<MailAddress, OrderUpsert>();
        for (var order : orders) {
            Proofs.email(order.email()).ifPresent(address -> buyers.put(address, order));
        }
        var kept = spellings.of(buyers.keySet());
        var people = new TreeMap<String, OrderUpsert>();
        buyers.forEach((address, order) -> people.put(kept.getOrDefault(address, address.text()), order));
        var barred = blocked.stream()
                .map(address -> kept.getOrDefault(address, address.text()))
                .collect(Collectors.toSet());
        var now = RowReader.of(clock.instant());
        jdbc.batchUpdate(
                """
                insert into orders.shopper (tenant_id, id, email, full_name, phone, blocked, created_at, updated_at)
                values (:tenant, :id, :email, :name, :phone, :blocked, :now, :now)
                on conflict (tenant_id, email) do update set
                    full_name = coalesce(shopper.full_name, excluded.full_name),
                    phone = coalesce(shopper.phone, excluded.phone)
                where shopper.full_name is null and excluded.full_name is not null
                    or shopper.phone is null and excluded.phone is not null
                """,
                people.entrySet().stream()
                        .map(person -> mine().addValue("id", Ids.next())
                                .addValue("email", person.getKey())
                                .addValue("name", person.getValue().shopperName())
                                .addValue("phone", person.getValue().shopperPhone())
                                .addValue("blocked", barred.contains(person.getKey()) ? true : null)
                                .addValue("now", now))
                        .toArray(MapSqlParameterSource[]::new));
        // Whoever was being erased is by now, since their rows were waited for; looked at again, not to know them anew.
        if (!erased.among(buyers.keySet()).isEmpty()) {
            throw new Refusal(ErrorCode.STALE, "A shopper was erased while this was told; send it again");
        }
        var ids = spellings.ids(people.keySet());
        return kept.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Objects.requireNonNull(ids.get(each.getValue()))));
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
