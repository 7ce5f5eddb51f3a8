package app.retour.orders.imports;

import app.retour.kernel.Ids;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The problems that imports met in their files, as stored. */
@Repository
class ImportProblems {
    private static final int MOST = 10_000;
    private final NamedParameterJdbcTemplate jdbc;

    ImportProblems(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Beyond ten thousand, problems are only counted. */
    void add(UUID id, List<ImportRowError> problems) {
        if (problems.isEmpty() || count(id) >= MOST) {
            return;
        }
        jdbc.batchUpdate(
                """
                insert into orders.import_row_error (tenant_id, id, import_id, line, subject, column_title, message, taken)
                values (:tenant, :problem, :id, :line, :subject, :column, :message, :taken)
                """,
                problems.stream()
                        .map(problem -> values(id)
                                .addValue("problem", Ids.next())
                                .addValue("line", problem.line())
                                .addValue("subject", problem.subject())
                                .addValue("column", problem.column())
                                .addValue("message", problem.message())
                                .addValue("taken", problem.taken()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    List<ImportRowError> of(UUID id, int limit) {
        return jdbc.query(
                """
                select line, subject, column_title, message, taken from orders.import_row_error
                where tenant_id = :tenant and import_id = :id order by taken, line, id limit :limit
                """,
                values(id).addValue("limit", limit),
                (row, _) -> new ImportRowError(
                        row.getInt("line"),
                        row.getString("subject"),
                        row.getString("column_title"),
                        row.getString("message"),
                        row.getBoolean("taken")));
    }

    private long count(UUID id) {
        var count = jdbc.queryForObject(
                "select count(*) from orders.import_row_error where tenant_id = :tenant and import_id = :id",
                values(id),
                Long.class);
        return count == null ? 0 : count;
    }

    private static MapSqlParameterSource values(UUID id) {
        return new MapSqlParameterSource("tenant", TenantContext.current().value()).addValue("id", id);
    }
}
