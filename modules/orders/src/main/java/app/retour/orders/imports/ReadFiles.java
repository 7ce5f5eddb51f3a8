package app.retour.orders.imports;

import app.retour.files.FileId;
import app.retour.files.Files;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** What is left of files that were imported: the names that people gave them, and the files that tell what was wrong. */
@Component
class ReadFiles {
    private final NamedParameterJdbcTemplate jdbc;
    private final Files files;

    ReadFiles(NamedParameterJdbcTemplate jdbc, Files files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /** @return of how many imports something went; how many rows they had, and what became of them, stays */
    int remove(Instant before, int most) {
        var read = jdbc.query(
                """
                with old as (select tenant_id, id, file_id, error_file from orders.import_job
                    where tenant_id = :tenant and state in ('DONE', 'FAILED') and finished_at < :before
                        and num_nonnulls(file_id, error_file, file_name) > 0
                    order by finished_at limit :most for update)
                update orders.import_job job set file_id = null, error_file = null, file_name = null
                from old where job.tenant_id = old.tenant_id and job.id = old.id
                returning old.file_id, old.error_file, old.id
                """,
                mine().addValue("before", before.atOffset(ZoneOffset.UTC)).addValue("most", most),
                (row, _) -> Stream.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        files.remove(read.stream()
                .flatMap(both -> both.filter(Objects::nonNull))
                .map(FileId::new)
                .toList());
        return read.size();
    }

    /** The single problems of files that were read before. */
    int removeProblems(Instant before, int most) {
        return jdbc.update(
                """
                delete from orders.import_row_error where tenant_id = :tenant and id in (
                    select e.id from orders.import_row_error e join orders.import_job j
                        on j.tenant_id = e.tenant_id and j.id = e.import_id
                    where e.tenant_id = :tenant and j.finished_at < :before limit :most)
                """, mine().addValue("before", before.atOffset(ZoneOffset.UTC)).addValue("most", most));
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
