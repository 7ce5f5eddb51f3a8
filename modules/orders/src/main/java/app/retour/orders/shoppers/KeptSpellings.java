package app.retour.orders.shoppers;

import app.retour.kernel.MailAddress;
import app.retour.orders.rows.RowReader;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * How shoppers' addresses are spelled in the store: as people read them, but for those that were made known in ASCII
 * before both spellings counted as one.
 */
public final class KeptSpellings {
    private final NamedParameterJdbcTemplate jdbc;

    public KeptSpellings(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Map<MailAddress, String> of(Collection<MailAddress> addresses) {
        var kept = new HashMap<MailAddress, String>();
        addresses.forEach(address -> kept.put(address, address.text()));
        var twofold = addresses.stream()
                .filter(address -> !address.text().equals(address.envelope()))
                .collect(Collectors.toSet());
        if (!twofold.isEmpty()) {
            var spellings = twofold.stream()
                    .flatMap(address -> address.spellings().stream())
                    .toList();
            var known = new HashSet<>(jdbc.queryForList(
                    "select email from orders.shopper where tenant_id = :tenant and email = any(array(select unnest(:emails)))",
                    mine().addValue("emails", spellings.toArray(String[]::new)),
                    String.class));
            for (var address : twofold) {
                if (!known.contains(address.text()) && known.contains(address.envelope())) {
                    kept.put(address, address.envelope());
                }
            }
        }
        return kept;
    }

    /** The shoppers who are kept so. */
    public Map<String, UUID> ids(Collection<String> emails) {
        return emails.isEmpty()
                ? Map.of()
                : jdbc
                        .query(
                                "select id, email from orders.shopper where tenant_id = :tenant and email = any(array(select unnest(:emails)))",
                                mine().addValue("emails", emails.toArray(String[]::new)),
                                (row, _) -> Map.entry(row.getString("email"), new RowReader(row).id("id")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
