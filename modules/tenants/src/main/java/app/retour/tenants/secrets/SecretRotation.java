package app.retour.tenants.secrets;

import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals under the first master key whatever is sealed under another, tenant by tenant, so that the others can be taken away.
 * Cut off, it goes on with what is left when it is begun again; meanwhile everything is read as before.
 */
@Service
public class SecretRotation {
    /** Rows of one transaction: nobody waits long for one of them. */
    private static final int STRETCH = 100;

    private final List<SealedColumn> columns;
    private final EnvelopeEncryption envelopes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    SecretRotation(
            List<SealedColumn> columns,
            EnvelopeEncryption envelopes,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.columns = List.copyOf(columns);
        this.envelopes = envelopes;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * What was done.
     *
     * @param resealed how many are sealed under the first key now and were not before
     * @param unreadable which are sealed under a key that was not given: "table.column of row"
     */
    public record Report(long resealed, List<String> unreadable) {
        public Report {
            unreadable = List.copyOf(unreadable);
        }
    }

    /** Every column of which a module said that it is sealed. */
    public List<SealedColumn> columns() {
        return columns;
    }

    /** Everything of every tenant, and what is nobody's. Needs no tenant bound. */
    public Report all() {
        var done = new Done();
        for (var column : columns) {
            if (!column.ofTenants()) {
                reseal(column, null, done);
            }
        }
        for (var tenant : tenants()) {
            TenantContext.runAs(
                    tenant,
                    () -> columns.stream()
                            .filter(SealedColumn::ofTenants)
                            .forEach(column -> reseal(column, tenant, done)));
        }
        return new Report(done.resealed, done.unreadable);
    }

    private List<TenantId> tenants() {
        return jdbc.sql("select tenant_id from tenants.tenants_door()")
                .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
    }

    private static final class Done {
        private final List<String> unreadable = new ArrayList<>();
        private long resealed;
    }

    private record Row(Object id, byte[] sealed) {}

    private void reseal(SealedColumn column, @Nullable TenantId tenant, Done done) {
        var after = Optional.<Object>empty();
        do {
            var from = after;
            after = Objects.requireNonNull(transactions.execute(_ -> stretch(column, tenant, from, done)));
        } while (after.isPresent());
    }

    /** @return the last row of it; empty when nothing is left */
    private Optional<Object> stretch(
            SealedColumn column, @Nullable TenantId tenant, Optional<Object> after, Done done) {
        var rows = rows(column, tenant, after);
        for (var row : rows) {
            try {
                var secret = envelopes.open(column.purpose(), row.sealed);
                write(column, tenant, row.id, envelopes.seal(column.purpose(), secret));
                done.resealed++;
            } catch (IllegalStateException unreadable) {
                done.unreadable.add("%s.%s of %s".formatted(column.table(), column.column(), row.id));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast().id);
    }

    /** Locked until the stretch is written: who changes one of them waits, and changes what is written then. */
    private List<Row> rows(SealedColumn column, @Nullable TenantId tenant, Optional<Object> after) {
        var asked = jdbc.sql("""
                        select id, %2$s as sealed from %1$s
                        where %2$s is not null and substring(%2$s from 1 for :length) <> :prefix%3$s%4$s
                        order by id limit :most for update
                        """.formatted(
                                column.table(),
                                column.column(),
                                tenant == null ? "" : " and tenant_id = :tenant",
                                after.isEmpty() ? "" : " and id > :after"))
                .param("length", envelopes.prefix().length)
                .param("prefix", envelopes.prefix())
                .param("most", STRETCH);
        asked = tenant == null ? asked : asked.param("tenant", tenant.value());
        asked = after.isEmpty() ? asked : asked.param("after", after.get());
        return asked.query((row, _) -> new Row(row.getObject("id"), row.getBytes("sealed")))
                .list();
    }

    /** A new version, where there are versions: who read the row before must not write its old value back. */
    private void write(SealedColumn column, @Nullable TenantId tenant, Object id, byte[] sealed) {
        var statement = tenant == null
                ? "update %s set %s = :sealed where id = :id"
                : "update %s set %s = :sealed, version = version + 1 where id = :id and tenant_id = :tenant";
        var update = jdbc.sql(statement.formatted(column.table(), column.column()))
                .param("sealed", sealed)
                .param("id", id);
        (tenant == null ? update : update.param("tenant", tenant.value())).update();
    }
}
