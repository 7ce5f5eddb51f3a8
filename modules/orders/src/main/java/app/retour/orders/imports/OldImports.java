package app.retour.orders.imports;

import app.retour.files.FileUses;
import app.retour.privacy.NightlyRemoval;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Lets go of what is left of imports, and knows which files orders and products still need. */
@Component
@Order(20)
class OldImports implements NightlyRemoval, FileUses {
    private final ReadFiles files;
    private final NamedParameterJdbcTemplate jdbc;

    OldImports(ReadFiles files, NamedParameterJdbcTemplate jdbc) {
        this.files = files;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "files of imports";
    }

    @Override
    public Batch remove(Instant before, int most) {
        var imports = files.remove(before, most);
        var problems = files.removeProblems(before, most);
        var counts = new HashMap<String, Integer>();
        counts.put("files of imports", imports);
        counts.put("problems of imports", problems);
        counts.values().removeIf(count -> count == 0);
        return new Batch(counts, imports == most || problems == most);
    }

    @Override
    public Set<UUID> usedAmong(Collection<UUID> asked) {
        return new HashSet<>(jdbc.queryForList(
                """
                select file_id from orders.import_job where tenant_id = :tenant and file_id in (:files)
                union select error_file from orders.import_job where tenant_id = :tenant and error_file in (:files)
                union select image_file from orders.product where tenant_id = :tenant and image_file in (:files)
                """,
                new MapSqlParameterSource("tenant", TenantContext.current().value()).addValue("files", asked),
                UUID.class));
    }
}
