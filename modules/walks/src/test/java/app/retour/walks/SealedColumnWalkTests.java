package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.StartedApplication;
import app.retour.tenants.secrets.SecretRotation;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.TestDatabase;

/** Every column of bytes: sealed, and then sealed anew when the master key is exchanged, or on the list of what is no secret. */
@StartedApplication
class SealedColumnWalkTests {
    private static final Map<String, String> NOT_SEALED = Map.of(
            "api.idempotency_key.input_hash", "a hash without a key",
            "public.scheduled_tasks.task_data", "ids of what is to be done",
            "public.spring_session_attributes.attribute_bytes", "who signed in; the cookie leads to it",
            "tenants.bucket.state", "how many tries are left",
            "tenants.one_time_token.hash", "a hash without a key, of random bytes");

    @Autowired
    SecretRotation rotation;

    @Test
    void everyColumnOfBytesIsSealedAnewOrHoldsNoSecret() throws SQLException {
        var known = new TreeSet<>(NOT_SEALED.keySet());
        rotation.columns().forEach(column -> known.add(column.table() + "." + column.column()));
        assertThat(columnsOfBytes()).isEqualTo(known);
    }

    private static TreeSet<String> columnsOfBytes() throws SQLException {
        try (var database = TestDatabase.shared().as("postgres");
                var rows = database.createStatement().executeQuery("""
                        select n.nspname || '.' || c.relname || '.' || a.attname from pg_attribute a
                        join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and c.relpersistence <> 't' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                          and a.attnum > 0 and not a.attisdropped
                          and format_type(a.atttypid, null) in ('bytea', 'bytea[]')""")) {
            var found = new TreeSet<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
