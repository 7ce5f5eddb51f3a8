package app.retour.orders.rows;

import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes rows in the caller's transaction, under its tenant's row-level security. Few go as a batch of statements. Many are
 * copied and then moved by one statement: PostgreSQL copies into no table that has row-level security, so they are copied
 * into one that this connection alone sees, that is not logged, and that is empty again whenever a transaction ends.
 */
@Component
public class RowWriter {
    /** From so many on, what the copy saves is more than what its round trips cost. */
    static final int MANY = 50;

    private final NamedParameterJdbcTemplate jdbc;

    RowWriter(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where rows go.
     *
     * @param columns besides the tenant's
     * @param known what happens to a row that is there already, as SQL says it; blank where none can be
     */
    public record Table(String name, List<String> columns, String known) {
        public Table {
            columns = List.copyOf(columns);
        }

        /** @param fixed columns that are written once */
        public static Table replacing(String name, String key, List<String> fixed, List<String> changing) {
            return new Table(
                    name,
                    Stream.concat(fixed.stream(), changing.stream()).toList(),
                    "on conflict (tenant_id, %s) do update set %s"
                            .formatted(
                                    key,
                                    changing.stream()
                                            .map(column -> "%1$s = excluded.%1$s".formatted(column))
                                            .collect(Collectors.joining(", "))));
        }

        /** The same for rows of which none is there yet. */
        public Table ofNew() {
            return new Table(name, columns, "");
        }

        private String listed() {
            return String.join(", ", columns);
        }

        private String statement() {
            return "insert into orders.%s (tenant_id, %s) values (:tenant, %s) %s"
                    .formatted(
                            name,
                            listed(),
                            columns.stream().map(column -> ":" + column).collect(Collectors.joining(", ")),
                            known);
        }

        /** By its columns too: the table lives as long as the connection. */
        String staged() {
            return "staged_%s_%08x".formatted(name, columns.hashCode());
        }

        private String staging() {
            return "create temp table if not exists %s on commit delete rows as select %s from orders.%s with no data"
                    .formatted(staged(), listed(), name);
        }

        private String copying() {
            return "copy pg_temp.%s (%s) from stdin".formatted(staged(), listed());
        }

        private String moving() {
            return """
                    with moved as (delete from pg_temp.%s returning %s)
                    insert into orders.%s (tenant_id, %s) select :tenant, %s from moved %s
                    """.formatted(staged(), listed(), name, listed(), listed(), known);
        }
    }

    /** @param rows by the names of the columns; of those that replace another, no two of one key */
    public void write(Table table, List<MapSqlParameterSource> rows) {
        if (rows.size() >= MANY) {
            copy(table, rows);
        } else if (!rows.isEmpty()) {
            var tenant = TenantContext.current().value();
            jdbc.batchUpdate(
                    table.statement(),
                    rows.stream().map(row -> row.addValue("tenant", tenant)).toArray(MapSqlParameterSource[]::new));
        }
    }

    private void copy(Table table, List<MapSqlParameterSource> rows) {
        jdbc.getJdbcOperations().execute((ConnectionCallback<Boolean>) connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(table.staging());
            }
            var copying = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copying());
            try {
                for (var part : CopyText.of(table.columns, rows)) {
                    copying.writeToCopy(part, 0, part.length);
                }
                copying.endCopy();
            } finally {
                if (copying.isActive()) {
                    copying.cancelCopy();
                }
            }
            return true;
        });
        jdbc.update(
                table.moving(),
                new MapSqlParameterSource("tenant", TenantContext.current().value()));
    }
}
