package app.retour.orders;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.MailAddress;
import app.retour.kernel.Refusal;
import app.retour.orders.rows.RowReader;
import app.retour.orders.rows.RowWriter;
import app.retour.orders.rows.RowWriter.Table;
import app.retour.orders.shoppers.ErasedAddresses;
import app.retour.orders.shoppers.KeptSpellings;
import app.retour.orders.shoppers.ReadEmails;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Who bought, as orders tell it. */
@Component
class Buyers {
    private static final Table SHOPPER = new Table(
            "shopper", List.of("id", "email", "full_name", "phone", "blocked", "created_at", "updated_at"), """
            on conflict (tenant_id, email) do update set
                full_name = coalesce(shopper.full_name, excluded.full_name),
                phone = coalesce(shopper.phone, excluded.phone)
            where shopper.full_name is null and excluded.full_name is not null
                or shopper.phone is null and excluded.phone is not null
            """);
    private final RowWriter writer;
    private final KeptSpellings spellings;
    private final ErasedAddresses erased;
    private final Clock clock;

    Buyers(NamedParameterJdbcTemplate jdbc, RowWriter writer, ErasedAddresses erased, Clock clock) {
        this.writer = writer;
        this.spellings = new KeptSpellings(jdbc);
        this.erased = erased;
        this.clock = clock;
    }

    /** What orders say of somebody: of several, each the first that says it, as if they came one by one. */
    private record Buyer(@Nullable String name, @Nullable String phone) {
        Buyer completedBy(Buyer later) {
            return new Buyer(name == null ? later.name : name, phone == null ? later.phone : phone);
        }
    }

    /**
     * Makes those who bought known by their e-mails; what a better source said of them stays.
     *
     * @param blocked of them, whom the shop had blocked before it knew them no more
     * @throws Refusal STALE when one of them was erased at this very moment
     */
    Map<MailAddress, UUID> know(List<OrderUpsert> orders, ReadEmails emails, Set<MailAddress> blocked) {
        // Sorted, so that two imports at once take the rows in the same order.
        var buyers = new HashMap<MailAddress, Buyer>();
        for (var order : orders) {
            emails.of(order.email())
                    .ifPresent(address -> buyers.merge(
                            address, new Buyer(order.shopperName(), order.shopperPhone()), Buyer::completedBy));
        }
        var kept = spellings.of(buyers.keySet());
        var people = new TreeMap<String, Buyer>();
        buyers.forEach((address, order) -> people.put(kept.getOrDefault(address, address.text()), order));
        var barred = blocked.stream()
                .map(address -> kept.getOrDefault(address, address.text()))
                .collect(Collectors.toSet());
        var now = RowReader.of(clock.instant());
        writer.write(
                SHOPPER,
                people.entrySet().stream()
                        .map(person -> new MapSqlParameterSource("id", Ids.next())
                                .addValue("email", person.getKey())
                                .addValue("full_name", person.getValue().name)
                                .addValue("phone", person.getValue().phone)
                                .addValue("blocked", barred.contains(person.getKey()) ? true : null)
                                .addValue("created_at", now)
                                .addValue("updated_at", now))
                        .toList());
        // Whoever was being erased is by now, since their rows were waited for; looked at again, not to know them anew.
        if (!erased.among(buyers.keySet()).isEmpty()) {
            throw new Refusal(ErrorCode.STALE, "A shopper was erased while this was told; send it again");
        }
        var ids = spellings.ids(people.keySet());
        return kept.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Objects.requireNonNull(ids.get(each.getValue()))));
    }
}
