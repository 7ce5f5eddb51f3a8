package app.retour.orders.erasure;

import app.retour.files.FileId;
import app.retour.files.Files;
import app.retour.privacy.DataSubject;
import app.retour.tenants.tenancy.TenantContext;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What imports left behind that names a shopper: problems of their rows, with the files that tell the problems of the same
 * import, and names that people gave to files. Imports that say nothing of them keep theirs. The files that were read are
 * gone since they were read.
 */
@Component
class TracesOfImports {
    private static final String NAMES =
            "exists (select from unnest(cast(:words as text[])) word where position(word in lower(%s collate pg_c_utf8)) > 0)";
    private final NamedParameterJdbcTemplate jdbc;
    private final Files files;

    TracesOfImports(NamedParameterJdbcTemplate jdbc, Files files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /** @return how many things went; the same again finds none */
    int erase(DataSubject subject) {
        var words = words(subject);
        var values = mine().addValue("numbers", numbers(subject)).addValue("words", TellingWords.ofRows(words));
        var imports = jdbc.queryForList(
                """
                delete from orders.import_row_error where tenant_id = :tenant
                    and (lower(subject collate pg_c_utf8) = any(cast(:numbers as text[])) or %s)
                returning import_id
                """.formatted(NAMES.formatted("coalesce(subject, '') || ' ' || message")), values, UUID.class);
        var tellingFiles = imports.isEmpty() ? List.<FileId>of() : tellingFiles(imports);
        var names = jdbc.update(
                """
                update orders.import_job set file_name = null
                where tenant_id = :tenant and file_name is not null and %s
                """.formatted(NAMES.formatted("file_name")), values.addValue("words", TellingWords.ofFileNames(words)));
        return imports.size() + files.remove(tellingFiles) + names;
    }

    private List<FileId> tellingFiles(List<UUID> imports) {
        return jdbc.queryForList("""
                        with old as (select tenant_id, id, error_file from orders.import_job
                            where tenant_id = :tenant and id in (:imports) and error_file is not null for update)
                        update orders.import_job job set error_file = null
                        from old where job.tenant_id = old.tenant_id and job.id = old.id
                        returning old.error_file
                        """, mine().addValue("imports", new HashSet<>(imports)), UUID.class).stream()
                .map(FileId::new)
                .toList();
    }

    private String[] numbers(DataSubject subject) {
        return subject.orders().isEmpty()
                ? new String[0]
                : jdbc.queryForList(
                                "select lower(number collate pg_c_utf8) from orders.customer_order"
                                        + " where tenant_id = :tenant and id in (:orders)",
                                mine().addValue("orders", subject.orders()),
                                String.class)
                        .toArray(String[]::new);
    }

    /** By which a row can be told to be theirs, whatever it is about. */
    private List<String> words(DataSubject subject) {
        var words = new HashSet<String>();
        if (subject.shopper() != null) {
            words.addAll(jdbc.queryForList("""
                    select unnest(array[email, full_name, phone]) from orders.shopper
                    where tenant_id = :tenant and id = :shopper and erased_at is null
                    """, mine().addValue("shopper", subject.shopper()), String.class));
        }
        if (!subject.orders().isEmpty()) {
            words.addAll(jdbc.queryForList("""
                    select unnest(array[full_name, line1, phone]) from orders.order_address
                    where tenant_id = :tenant and order_id in (:orders)
                    """, mine().addValue("orders", subject.orders()), String.class));
        }
        return words.stream().filter(Objects::nonNull).toList();
    }

    private static MapSqlParameterSource mine() {
        return new MapSqlParameterSource("tenant", TenantContext.current().value());
    }
}
