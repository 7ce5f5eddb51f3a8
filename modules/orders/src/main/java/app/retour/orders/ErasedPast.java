package app.retour.orders;

import app.retour.files.FileOwners;
import app.retour.kernel.MailAddress;
import app.retour.orders.shoppers.ErasedAddresses;
import app.retour.orders.shoppers.ReadEmails;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps an erased shopper's past erased: of an order that was erased, and of any that somebody erased placed before, a source
 * may tell the goods and the money, and its person is left out. An order placed afterwards makes them known anew.
 */
@Component
public class ErasedPast implements FileOwners {
    private final NamedParameterJdbcTemplate jdbc;
    private final ErasedAddresses addresses;

    ErasedPast(NamedParameterJdbcTemplate jdbc, ErasedAddresses addresses) {
        this.jdbc = jdbc;
        this.addresses = addresses;
    }

    /** Since when those of these orders that were erased are. */
    @Transactional(readOnly = true)
    public Map<OrderId, Instant> since(Collection<OrderId> orders) {
        var found = new HashMap<OrderId, Instant>();
        erased(orders.stream().map(OrderId::value).toList()).forEach((id, at) -> found.put(new OrderId(id), at));
        return found;
    }

    /** Files are of orders. */
    @Override
    public boolean takes(UUID order) {
        return jdbc
                .queryForList(
                        "select erased_at from orders.customer_order where tenant_id = :tenant and id = :id for key share",
                        new MapSqlParameterSource(
                                        "tenant", TenantContext.current().value())
                                .addValue("id", order),
                        OffsetDateTime.class)
                .stream()
                .allMatch(Objects::isNull);
    }

    /**
     * What may be taken of what was told.
     *
     * @param orders as told, each with its person or, where that is of the past, without
     * @param blocked of those known anew, whom the shop had blocked before they were erased
     */
    record Present(List<OrderUpsert> orders, Set<MailAddress> blocked) {}

    Present leaveOut(List<OrderUpsert> told, ReadEmails read, IntFunction<@Nullable UUID> known) {
        var ids = IntStream.range(0, told.size()).mapToObj(known).toList();
        var erased = erased(ids.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        var emails = told.stream().map(one -> read.of(one.email())).toList();
        var past = addresses.among(
                emails.stream().flatMap(java.util.Optional::stream).toList());
        var result = new ArrayList<OrderUpsert>();
        var again = new HashSet<MailAddress>();
        for (var i = 0; i < told.size(); i++) {
            var order = told.get(i);
            var since = emails.get(i).map(past::get).orElse(null);
            var isErased = ids.get(i) != null && erased.containsKey(ids.get(i));
            if (isErased || since != null && order.placedAt().isBefore(since)) {
                result.add(order.withoutPerson());
            } else {
                if (since != null) {
                    again.add(emails.get(i).orElseThrow());
                }
                result.add(order);
            }
        }
        return new Present(result, addresses.forget(again));
    }

    private Map<UUID, Instant> erased(Collection<UUID> orders) {
        var found = new HashMap<UUID, Instant>();
        if (!orders.isEmpty()) {
            jdbc.query(
                    """
                    select id, erased_at from orders.customer_order
                    where tenant_id = :tenant and id = any(cast(:ids as uuid[])) and erased_at is not null
                    """,
                    new MapSqlParameterSource("tenant", TenantContext.current().value())
                            .addValue("ids", orders.stream().map(UUID::toString).toArray(String[]::new)),
                    row -> {
                        found.put(
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant());
                    });
        }
        return found;
    }
}
