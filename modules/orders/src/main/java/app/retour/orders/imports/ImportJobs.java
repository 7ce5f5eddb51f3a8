package app.retour.orders.imports;

import app.retour.kernel.Ids;
import app.retour.orders.ImportId;
import app.retour.orders.csv.Told;
import app.retour.orders.mapping.ColumnMapping;
import app.retour.orders.rows.Change;
import app.retour.orders.rows.RowReader;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Imports, as stored. */
@Repository
class ImportJobs {
    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ImportJobs(NamedParameterJdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Where an import stands; what it goes on from after a crash. */
    record Standing(
            ImportKind kind,
            ImportState state,
            UUID file,
            @Nullable ColumnMapping mapping,
            long subjectsDone) {}

    /** What a batch adds. */
    record Progress(
            int subjects,
            int rows,
            int created,
            int updated,
            int unchanged,
            int failed,
            int withoutProof,
            long bytesRead) {
        static <T> Progress of(
                List<Told<T>> batch, List<Change> changes, int failed, int withoutProof, long bytesRead) {
            return new Progress(
                    batch.size(),
                    batch.stream().mapToInt(Told::rows).sum(),
                    Collections.frequency(changes, Change.CREATED),
                    Collections.frequency(changes, Change.UPDATED),
                    Collections.frequency(changes, Change.UNCHANGED),
                    failed,
                    withoutProof,
                    bytesRead);
        }
    }

    ImportId add(ImportKind kind, UUID file, String fileName, long bytes, @Nullable ColumnMapping mapping) {
        var id = Ids.next();
        jdbc.update(
                """
                insert into orders.import_job (tenant_id, id, kind, state, file_id, file_name, bytes_total, started_at,
                    mapping)
                values (:tenant, :id, :kind, 'WAITING', :file, :name, :bytes, :now,
                    cast(:mapping as jsonb))
                """,
                of(id).addValue("kind", kind.name())
                        .addValue("file", file)
                        .addValue("name", fileName)
                        .addValue("bytes", bytes)
                        .addValue("mapping", mapping == null ? null : json.writeValueAsString(mapping))
                        .addValue("now", RowReader.of(clock.instant())));
        return new ImportId(id);
    }

    Optional<Standing> standing(UUID id) {
        return jdbc
                .query(
                        "select kind, state, file_id, mapping, subjects_done from orders.import_job"
                                + " where tenant_id = :tenant and id = :id",
                        of(id),
                        (row, _) -> {
                            var columns = new RowReader(row);
                            var mapping = columns.text("mapping");
                            return new Standing(
                                    columns.choice("kind", ImportKind.class),
                                    columns.choice("state", ImportState.class),
                                    columns.id("file_id"),
                                    mapping == null ? null : json.readValue(mapping, ColumnMapping.class),
                                    row.getLong("subjects_done"));
                        })
                .stream()
                .findFirst();
    }

    Optional<Import> find(ImportId id) {
        return jdbc
                .query(
                        "select * from orders.import_job where tenant_id = :tenant and id = :id",
                        of(id.value()),
                        this::read)
                .stream()
                .findFirst();
    }

    Window<Import> list(ScrollPosition from, int limit) {
        var after =
                from instanceof KeysetScrollPosition keyset ? keyset.getKeys().get("id") : null;
        var found = jdbc.query("""
                select * from orders.import_job
                where tenant_id = :tenant and (cast(:after as uuid) is null or id < cast(:after as uuid))
                order by id desc limit :limit
                """, mine().addValue("after", after).addValue("limit", limit + 1), this::read);
        return Window.from(
                found.subList(0, Math.min(limit, found.size())),
                i -> ScrollPosition.forward(Map.of("id", found.get(i).id().toString())),
                found.size() > limit);
    }

    /** @return false when somebody else went on from there */
    boolean advance(UUID id, long from, Progress progress) {
        return jdbc.update(
                        """
                        update orders.import_job set state = 'RUNNING', subjects_done = subjects_done + :subjects,
                            rows_read = rows_read + :rows, created_count = created_count + :created,
                            updated_count = updated_count + :updated, unchanged_count = unchanged_count + :unchanged,
                            failed_count = failed_count + :failed,
                            without_proof_count = without_proof_count + :withoutProof, bytes_read = :bytes
                        where tenant_id = :tenant and id = :id and subjects_done = :from
                            and state in ('WAITING', 'RUNNING')
                        """,
                        of(id).addValue("from", from)
                                .addValue("subjects", progress.subjects)
                                .addValue("rows", progress.rows)
                                .addValue("created", progress.created)
                                .addValue("updated", progress.updated)
                                .addValue("unchanged", progress.unchanged)
                                .addValue("failed", progress.failed)
                                .addValue("withoutProof", progress.withoutProof)
                                .addValue("bytes", progress.bytesRead))
                == 1;
    }

    /** @return false when it was at its end already */
    boolean finish(UUID id, @Nullable String failure, @Nullable ImportReport report, @Nullable UUID errorFile) {
        return jdbc.update(
                        """
                        update orders.import_job set state = :state, failure = :failure, report = cast(:report as jsonb),
                            error_file = :errorFile, finished_at = :now
                        where tenant_id = :tenant and id = :id and state in ('WAITING', 'RUNNING')
                        """,
                        of(id).addValue("state", (failure == null ? ImportState.DONE : ImportState.FAILED).name())
                                .addValue("failure", failure)
                                .addValue("report", report == null ? null : json.writeValueAsString(report))
                                .addValue("errorFile", errorFile)
                                .addValue("now", RowReader.of(clock.instant())))
                == 1;
    }

    private Import read(ResultSet row, int ignored) throws SQLException {
        var columns = new RowReader(row);
        var state = columns.choice("state", ImportState.class);
        var report = columns.text("report");
        var errorFile = columns.reference("error_file");
        Instant finished = columns.time("finished_at");
        return new Import(
                new ImportId(columns.id("id")),
                columns.choice("kind", ImportKind.class),
                state,
                columns.text("file_name"),
                columns.requiredTime("started_at"),
                finished,
                state == ImportState.DONE
                        ? 100
                        : (int) Math.min(99, row.getLong("bytes_read") * 100 / Math.max(1, row.getLong("bytes_total"))),
                columns.whole("rows_read"),
                columns.whole("created_count"),
                columns.whole("updated_count"),
                columns.whole("unchanged_count"),
                columns.whole("failed_count"),
                columns.whole("without_proof_count"),
                columns.text("failure"),
                errorFile == null ? null : "/files/" + errorFile,
                report == null ? null : json.readValue(report, ImportReport.class));
    }

    private static MapSqlParameterSource of(UUID id) {
        return mine().addValue("id", id);
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
