package app.retour.returns;

import app.retour.tenants.TenantContext;
import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers and codes of new returns. */
@Component
class RmaNumbers {
    /** Without vowels and look-alikes: scanners and people read it, and it spells nothing. */
    private static final String LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";

    private static final int CODE_LENGTH = 16;
    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;

    RmaNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of this tenant; rising, with gaps. */
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
        var code = new StringBuilder(CODE_LENGTH);
        for (var i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
