package app.retour.walks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import retour.testkit.TestDatabase;

/**
 * What the whole database says of somebody: of each table a sum over the rows that are their tenant's or name one of their
 * ids, whoever's row it is. Looks past row-level security.
 */
final class Fingerprint {
    private static final Set<String> OF_NOBODY = Set.of(
            "public.databasechangelog",
            "public.databasechangeloglock",
            "public.scheduled_tasks",
            "public.spring_session",
            "public.spring_session_attributes",
            "tenants.bucket");
    private final String sql;

    /** @param tenant null when only rows that name an id count: a stranger of the same tenant */
    private Fingerprint(@Nullable UUID tenant, Set<String> uuids) throws SQLException {
        var selects = new ArrayList<String>();
        var tenants = tables(true);
        for (var table : tables(false)) {
            var owned = tenant != null && tenants.contains(table) ? "tenant_id = '" + tenant + "' or " : "";
            selects.add("""
                    select '%1$s', count(*) || ':' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '')
                    from %1$s t where %2$s t::text ~ '%3$s'""".formatted(table, owned, String.join("|", uuids)));
        }
        this.sql = String.join(" union all ", selects);
    }

    static Fingerprint of(World stranger) throws SQLException {
        return new Fingerprint(stranger.tenant.value(), stranger.scene.uuids());
    }

    static Fingerprint of(Scene stranger) throws SQLException {
        return new Fingerprint(null, stranger.uuids());
    }

    Map<String, String> take() {
        try (var database = TestDatabase.shared().as("postgres");
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new TreeMap<String, String>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    private static List<String> tables(boolean tenants) throws SQLException {
        try (var database = TestDatabase.shared().as("postgres");
                var statement = database.prepareStatement("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and c.relpersistence <> 't' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                          and (not ? or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'))
                        """)) {
            statement.setBoolean(1, tenants);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    if (!OF_NOBODY.contains(rows.getString(1))) {
                        found.add(rows.getString(1));
                    }
                }
                return found;
            }
        }
    }
}
