package app.retour.journeys;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import retour.testkit.TestDatabase;

/** What is still to be done, looked at from outside: events, mails, jobs, payments. */
record Leftovers(TestDatabase database) {
    /** Minutes of standing still, with a second between two looks; a slow machine moves slowly, and moves. */
    private static final int MOST_LOOKS_WITHOUT_CHANGE = 300;

    private static final int QUIET_LOOKS = 3;

    /**
     * Returns when nothing is left for a while.
     *
     * @param outside what moves that the database does not know
     */
    void awaitNone(Supplier<?> outside) throws SQLException, InterruptedException {
        shortenPauses();
        var quiet = 0;
        var last = "";
        for (var still = 0; still < MOST_LOOKS_WITHOUT_CHANGE; still++) {
            var left = all();
            quiet = left.isEmpty() ? quiet + 1 : 0;
            if (quiet == QUIET_LOOKS) {
                return;
            }
            var seen = "%s %s".formatted(outside.get(), left);
            if (!seen.equals(last)) {
                last = seen;
                still = 0;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new AssertionError("Nothing moves any more, and this is left:\n" + String.join("\n", all()));
    }

    /** Each kill in the middle of a publication counts as a failure and makes its next pause twice as long, up to an hour. */
    private void shortenPauses() throws SQLException {
        try (var connection = database.as("postgres");
                var statement = connection.createStatement()) {
            statement.execute("update event_publication set completion_attempts = 1 where completion_attempts > 1");
        }
    }

    private List<String> all() throws SQLException {
        try (var connection = database.as("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select concat_ws(' ', 'event', listener_id, status, completion_attempts, id) from event_publication
                        union all
                        select concat_ws(' ', 'mail', moment, state, attempts, reason, id) from notifications.notification
                            where state in ('QUEUED', 'CLAIMED', 'HANDING_OVER')
                        union all
                        select concat_ws(' ', 'account mail', state, attempts, id) from tenants.account_mail
                            where state not in ('SENT', 'FAILED')
                        union all
                        select concat_ws(' ', 'refund', state, times_asked, no_answers, unknown_since, id) from returns.refund
                            where state = 'ISSUING'
                        union all
                        select concat_ws(' ', 'import', state, subjects_done, id) from orders.import_job
                            where state in ('WAITING', 'RUNNING')
                        union all
                        select concat_ws(' ', 'back-test', state, judged, id) from rules.back_test
                            where state in ('WAITING', 'RUNNING')
                        union all
                        select concat_ws(' ', 'job', task_name, task_instance, picked_by, consecutive_failures, execution_time)
                            from scheduled_tasks where task_instance <> 'recurring' and execution_time < now() + interval '1 hour'
                        order by 1""")) {
            var left = new ArrayList<String>();
            while (rows.next()) {
                left.add(rows.getString(1));
            }
            return left;
        }
    }
}
