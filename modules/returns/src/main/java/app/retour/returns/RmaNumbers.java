package app.retour.returns;

import app.retour.returns.record.SlipCode;
import app.retour.tenants.tenancy.TenantContext;
import java.security.SecureRandom;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers and codes of new returns. */
@Component
class RmaNumbers {
    /** Those of the counters. */
    static final Set<String> TABLES = Set.of("returns.rma_counter");

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;

    RmaNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number of this tenant; rising, with gaps. Held until the transaction ends, so it is asked for last: with eight
     * who hand in at once, each waited an eighth of a second for the seven before.
     */
    String next() {
        var number = jdbc.sql("""
            insert into returns.rma_counter (tenant_id, last_number) values (?, 1001)
            on conflict (tenant_id) do update set last_number = rma_counter.last_number + 1
            returning last_number
            """)
                .param(TenantContext.current().value())
                .query(Long.class)
                .single();
        return "R-" + number;
    }

    /** What a slip's barcode says; nobody can guess it from the number. */
    String slipCode() {
        return SlipCode.by(random);
    }
}
