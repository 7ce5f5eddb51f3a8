package app.retour.returns;

import app.retour.returns.record.SlipCode;
import app.retour.tenants.tenancy.TenantContext;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers and codes of new returns. */
@Component
public class RmaNumbers {
    /** Those of the counters. */
    static final Set<String> TABLES = Set.of("returns.rma_counter");

    private static final String NEXT = """
            insert into returns.rma_counter (tenant_id, last_number) values (?, 1001)
            on conflict (tenant_id) do update set last_number = rma_counter.last_number + 1
            returning last_number""";
    /** Sent together, without a transaction around them, these are one of their own. */
    private static final String NEXT_AT_ONCE =
            "select set_config('app.tenant', ?, true), set_config('synchronous_commit', 'off', true);\n" + NEXT;

    private static final ScopedValue<AtomicReference<String>> RESERVED = ScopedValue.newInstance();
    private final SecureRandom random = new SecureRandom();
    private final JdbcTemplate jdbc;

    RmaNumbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Does what makes one return, with a number that is there before its transaction begins. Who counts within it lets all
     * others of the tenant wait until it ends: eight who handed in at once waited an eighth of a second each.
     *
     * <p>The number need not be on disk when this goes on: the return's own commit is later in the same log. What comes to
     * nothing leaves a gap.
     */
    @Transactional(propagation = Propagation.NEVER)
    public <T> T withOneReserved(Supplier<T> action) {
        return ScopedValue.where(RESERVED, new AtomicReference<>(reserved())).call(action::get);
    }

    private String reserved() {
        var tenant = TenantContext.current().value();
        return Objects.requireNonNull(jdbc.execute(NEXT_AT_ONCE, (PreparedStatementCallback<String>) both -> {
            both.setString(1, tenant.toString());
            both.setObject(2, tenant);
            both.execute();
            if (!both.getMoreResults()) {
                throw new SQLException("The counter gave no number");
            }
            try (var row = both.getResultSet()) {
                row.next();
                return told(row.getLong(1));
            }
        }));
    }

    /** The next number of this tenant; rising, with gaps. Unless one was reserved, no other gets one until the transaction ends. */
    String next() {
        var reserved = RESERVED.isBound() ? RESERVED.get().getAndSet(null) : null;
        return reserved != null
                ? reserved
                : told(Objects.requireNonNull(jdbc.queryForObject(
                        NEXT, Long.class, TenantContext.current().value())));
    }

    private static String told(long number) {
        return "R-" + number;
    }

    /** What a slip's barcode says; nobody can guess it from the number. */
    String slipCode() {
        return SlipCode.by(random);
    }
}
