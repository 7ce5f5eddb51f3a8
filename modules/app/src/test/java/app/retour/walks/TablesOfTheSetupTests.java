package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import retour.testkit.TestDatabase;

/** What is kept of a set-up comes from tables that say when they change; each of them, and no hot one. */
class TablesOfTheSetupTests {
    @Test
    void everyTableThatIsKeptStampsTheSetup() throws SQLException {
        var stamping = new ArrayList<String>();
        try (var database = TestDatabase.shared().as("postgres");
                var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select t.tgrelid::regclass::text || ' ' || (t.tgtype & 1) || ' ' || (t.tgtype & 28)
                        from pg_trigger t where t.tgfoid = 'tenants.stamp_setup()'::regprocedure and t.tgenabled = 'O'
                        order by 1""")) {
            while (rows.next()) {
                stamping.add(rows.getString(1));
            }
        }
        // For each row; on insert, delete and update.
        assertThat(stamping)
                .containsExactly(
                        "notifications.history 1 28",
                        "notifications.moment_switch 1 28",
                        "notifications.template_version 1 28",
                        "orders.settings 1 28",
                        "returns.reason 1 28",
                        "returns.return_settings 1 28",
                        "rules.custom_fact 1 28",
                        "rules.never_supplied_fact 1 28",
                        "rules.policy_version 1 28",
                        "tenants.tenant 1 28");
    }
}
