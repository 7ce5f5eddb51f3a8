package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retour.testkit.TestDatabase;

/** Every table of the database: under its tenant, or on the list of global ones with a reason. */
class TableWalkTests {
    /** Tables without a tenant. One that is added here needs a reason that a reviewer would accept. */
    private static final Map<String, String> GLOBAL = new TreeMap<>(Map.ofEntries(
            Map.entry("public.event_publication", "the registry of Spring Modulith; events carry their tenant"),
            Map.entry(
                    "public.parked_publication", "what the registry gives nobody any more; events carry their tenant"),
            Map.entry("public.scheduled_tasks", "the queue of db-scheduler; task data carries the tenant"),
            Map.entry("public.databasechangelog", "Liquibase"),
            Map.entry("public.databasechangeloglock", "Liquibase"),
            Map.entry("public.spring_session", "found by a cookie before any tenant is known"),
            Map.entry("public.spring_session_attributes", "belongs to spring_session"),
            Map.entry("tenants.account_event", "noted before a tenant is known, for each for whom the person works"),
            Map.entry("tenants.recovery_code", "belongs to a person, who may be staff of several tenants"),
            Map.entry("tenants.person", "one e-mail may be staff of several tenants"),
            Map.entry("tenants.one_time_token", "found by its hash before any tenant is known"),
            Map.entry("tenants.signing_key", "signs for the whole service; sealed"),
            Map.entry("tenants.hashing_key", "hashes for the whole service; sealed"),
            Map.entry("tenants.bucket", "counts tries, also of callers without a tenant; keys are hashed"),
            Map.entry("tenants.directory", "finds the tenant of a slug, client or membership before one is bound"),
            Map.entry("tenants.sign_up", "an account that is asked for and not yet confirmed has no tenant"),
            Map.entry("tenants.account_mail", "mails to people, who belong to no single tenant")));

    /** Indexes of tenants' tables that a door needs before it knows the tenant. */
    private static final List<String> FOR_DOORS = List.of("tracking.ix_webhook_endpoint_path");

    private Connection database;

    @BeforeEach
    void connect() throws SQLException {
        database = TestDatabase.shared().as("postgres");
    }

    @AfterEach
    void disconnect() throws SQLException {
        database.close();
    }

    @Test
    void everyTableHasATenantOrAReason() throws SQLException {
        var without = strings("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and c.relpersistence <> 't' and %s and not exists (
                    select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull)
                """);
        assertThat(GLOBAL.keySet()).as("tables without tenant_id").containsAll(without);
        var existing = strings("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and c.relpersistence <> 't' and %s
                """);
        assertThat(existing).as("the list names no table that is gone").containsAll(GLOBAL.keySet());
    }

    @Test
    void rowLevelSecurityIsForcedOnEveryTableOfATenant() throws SQLException {
        assertThat(strings("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where %s and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
                  and c.relkind in ('r', 'p') and c.relpersistence <> 't' and n.nspname || '.' || c.relname <> all (?)
                  and not (c.relrowsecurity and c.relforcerowsecurity and exists (
                    select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant' and p.polcmd = '*'
                      and pg_get_expr(p.polqual, c.oid) like '%%app.tenant%%'
                      and pg_get_expr(p.polwithcheck, c.oid) like '%%app.tenant%%'))
                """)).isEmpty();
    }

    @Test
    void onlyTheTenantAndTheDoorHavePolicies() throws SQLException {
        assertThat(strings("""
                select n.nspname || '.' || c.relname || ': ' || p.polname
                from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
                where not (p.polname = 'tenant' or p.polname = 'door' and p.polcmd = 'r'
                  and p.polroles = array[(select oid from pg_roles where rolname = 'retour_door')])
                """)).isEmpty();
    }

    @Test
    void keysAndIndexesLeadWithTheTenant() throws SQLException {
        assertThat(strings("""
                select n.nspname || '.' || i.relname from pg_index x
                join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
                join pg_namespace n on n.oid = c.relnamespace
                where %s and n.nspname || '.' || c.relname <> all (?)
                  and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'
                    and a.attnum = x.indkey[0])
                """)).isSubsetOf(FOR_DOORS);
    }

    @Test
    void foreignKeysCarryTheTenantAndStayInTheirSchema() throws SQLException {
        assertThat(strings("""
                select n.nspname || '.' || k.conname from pg_constraint k
                join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                join pg_class f on f.oid = k.confrelid
                where k.contype = 'f' and %s and n.nspname || '.' || c.relname <> all (?)
                  and (f.relnamespace <> c.relnamespace or not exists (
                    select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnum = any (k.conkey))
                    and f.oid::regclass::text not in ('tenants.person'))
                """)).isEmpty();
    }

    @Test
    void theApplicationOwnsNothingAndCannotPassRowLevelSecurity() throws SQLException {
        assertThat(strings("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and c.relpersistence <> 't' and %s
                  and (pg_get_userbyid(c.relowner) <> 'retour_owner' or has_table_privilege('retour_app', c.oid, 'truncate'))
                """)).isEmpty();
        assertThat(strings("""
                select rolname from pg_roles where rolname like 'retour%%' and (rolsuper or rolbypassrls or rolcreaterole
                  or rolname = 'retour_door' and rolcanlogin)
                """)).isEmpty();
        assertThat(strings("select 'member' where pg_has_role('retour_app', 'retour_door', 'member') "
                        + "or pg_has_role('retour_app', 'retour_owner', 'member')"))
                .isEmpty();
    }

    @Test
    void theAuditIsAppendOnly() throws SQLException {
        assertThat(strings("""
                select privilege from unnest(array['update', 'delete', 'truncate']) privilege
                where has_table_privilege('retour_app', 'tenants.audit_entry', privilege)
                """)).isEmpty();
    }

    @Test
    void everyDoorIsNarrow() throws SQLException {
        assertThat(strings("""
                select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and %s and (pg_get_userbyid(p.proowner) <> 'retour_door'
                  or not exists (select from unnest(p.proconfig) c where c like 'search_path=%%')
                  or has_function_privilege('public', p.oid, 'execute'))
                """)).isEmpty();
    }

    @Test
    void columnsThatSoundPersonalSayWhetherTheyAre() throws SQLException {
        assertThat(strings("""
                select n.nspname || '.' || c.relname || '.' || a.attname from pg_attribute a
                join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and c.relpersistence <> 't' and %s and a.attnum > 0 and not a.attisdropped
                  and a.attname ~ '(email|e_mail|phone|street|address|city|postcode|postal|zip|first_name|last_name|person_name|shopper_name|comment|ip_|user_agent|birth)'
                  and n.nspname || '.' || c.relname not like 'public.%%'
                  and coalesce(col_description(c.oid, a.attnum), '') !~ '^(personal|not personal):'
                """)).isEmpty();
    }

    /** Runs a query of one text column; {@code %s} becomes "a schema of ours", {@code ?} the global tables. */
    private List<String> strings(String sql) throws SQLException {
        var ours = "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')";
        try (var statement =
                database.prepareStatement(sql.contains("%s") || sql.contains("%%") ? sql.formatted(ours) : sql)) {
            if (sql.contains("(?)")) {
                statement.setArray(
                        1, database.createArrayOf("text", GLOBAL.keySet().toArray()));
            }
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }
}
