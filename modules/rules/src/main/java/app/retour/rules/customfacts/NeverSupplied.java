package app.retour.rules.customfacts;

import app.retour.tenants.tenancy.TenantContext;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys of the facts that a shop never gets, though others may. */
@Repository
class NeverSupplied {
    private final JdbcClient jdbc;

    NeverSupplied(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> keys() {
        return new LinkedHashSet<>(
                jdbc.sql("select fact_key from rules.never_supplied_fact where tenant_id = ? order by fact_key")
                        .param(TenantContext.current().value())
                        .query(String.class)
                        .list());
    }

    /** @return whether that changed anything */
    boolean mark(String key, boolean never) {
        var statement = never
                ? "insert into rules.never_supplied_fact (tenant_id, fact_key) values (?, ?) on conflict do nothing"
                : "delete from rules.never_supplied_fact where tenant_id = ? and fact_key = ?";
        return jdbc.sql(statement).params(TenantContext.current().value(), key).update() > 0;
    }
}
