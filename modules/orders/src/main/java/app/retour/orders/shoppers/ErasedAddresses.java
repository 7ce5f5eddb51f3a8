package app.retour.orders.shoppers;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.MailAddress;
import app.retour.kernel.Refusal;
import app.retour.tenants.secrets.Secrets;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Of whom nothing may come back with the orders of before, and whom of them the shop had blocked. Kept as keyed hashes: they
 * tell nobody who it was, and are found again only by who brings the address.
 */
@Component
public class ErasedAddresses {
    private static final String PURPOSE = "erased shopper";
    /** Of so many, no keyed hash is computed before it is known that there is one to compare it with. */
    private static final int FEW = 100;

    private final NamedParameterJdbcTemplate jdbc;
    private final Secrets secrets;

    ErasedAddresses(NamedParameterJdbcTemplate jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** @param blocked by the shop: that stays, or whoever is shut out would only have to be erased to get in */
    public void remember(MailAddress address, Instant at, boolean blocked) {
        jdbc.update(
                """
                insert into orders.erased_address (tenant_id, address_hash, erased_at, blocked)
                values (:tenant, :hash, :at, :blocked)
                on conflict (tenant_id, address_hash) do update
                    set erased_at = excluded.erased_at, blocked = erased_address.blocked or excluded.blocked
                """,
                mine().addValue("hash", hash(address))
                        .addValue("at", at.atOffset(ZoneOffset.UTC))
                        .addValue("blocked", blocked));
    }

    /** Since when those of these who were erased are. */
    public Map<MailAddress, Instant> among(Collection<MailAddress> addresses) {
        if (addresses.size() > FEW && !isAnybody()) {
            return Map.of();
        }
        var byHash = new HashMap<String, MailAddress>();
        addresses.forEach(address -> byHash.put(hash(address), address));
        var found = new HashMap<MailAddress, Instant>();
        if (!byHash.isEmpty()) {
            jdbc.query("""
                    select address_hash, erased_at from orders.erased_address
                    where tenant_id = :tenant and address_hash = any(:hashes)
                    """, mine().addValue("hashes", byHash.keySet().toArray(String[]::new)), row -> {
                var at = row.getObject(2, OffsetDateTime.class).toInstant();
                Optional.ofNullable(byHash.get(row.getString(1))).ifPresent(address -> found.put(address, at));
            });
        }
        return found;
    }

    private boolean isAnybody() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from orders.erased_address where tenant_id = :tenant)", mine(), Boolean.class));
    }

    /** @throws Refusal WRONG_STATE with the index of who was erased */
    void requireNone(List<MailAddress> told) {
        var since = among(told);
        for (var i = 0; i < told.size(); i++) {
            if (since.containsKey(told.get(i))) {
                throw new Refusal(
                        ErrorCode.WRONG_STATE,
                        "This shopper was erased, and is known again only with an order placed after that; leave them out",
                        String.valueOf(i),
                        "email");
            }
        }
    }

    /**
     * They bought again: the shop has every reason to know them.
     *
     * @return those of them whom it had blocked
     */
    public Set<MailAddress> forget(Collection<MailAddress> addresses) {
        if (addresses.isEmpty()) {
            return Set.of();
        }
        var blocked = new HashSet<>(jdbc.queryForList(
                """
                with gone as (delete from orders.erased_address
                    where tenant_id = :tenant and address_hash = any(:hashes) returning address_hash, blocked)
                select address_hash from gone where blocked
                """,
                mine().addValue("hashes", addresses.stream().map(this::hash).toArray(String[]::new)),
                String.class));
        return addresses.stream()
                .filter(address -> blocked.contains(hash(address)))
                .collect(Collectors.toSet());
    }

    private String hash(MailAddress address) {
        return secrets.hash(PURPOSE, TenantContext.current() + "\n" + address.envelope());
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
