package app.retour.server;

import static org.awaitility.Awaitility.await;

import app.retour.app.security.StartedApplication;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import retour.testkit.TestDatabase;
import retour.testkit.TestProperties;

/**
 * What an operator has before Retour comes: a database with its roles, an SMTP server, a folder, and ports.
 *
 * @param ports of two replicas
 * @param managementPorts of the same
 */
record Premises(TestDatabase database, Path files, List<Integer> ports, List<Integer> managementPorts) {
    static Premises in(Path folder) {
        return new Premises(
                TestDatabase.shared().bootstrapped("operated"),
                folder.resolve("files"),
                List.of(Started.freePort(), Started.freePort()),
                List.of(Started.freePort(), Started.freePort()));
    }

    int port(int replica) {
        return ports.get(replica);
    }

    int managementPort(int replica) {
        return managementPorts.get(replica);
    }

    Started migrate() {
        return Started.jar(as("retour_owner"), "migrate");
    }

    /** What the chart's ConfigMap and Secrets give to a replica. */
    Map<String, String> ofReplica(int replica) {
        var environment = as("retour_app");
        environment.put("SPRING_MAIL_HOST", "127.0.0.1");
        environment.put(
                "SPRING_MAIL_PORT",
                Integer.toString(StartedApplication.Mail.inbox().getSmtp().getPort()));
        environment.put("SERVER_PORT", Integer.toString(port(replica)));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort(replica)));
        environment.put("RETOUR_MASTER_KEY", "a key for tests, thirty-two bytes or more");
        // Two names of this machine.
        environment.put("RETOUR_PUBLIC_URL", "http://localhost:" + port(0));
        environment.put("RETOUR_ADMIN_URL", "http://127.0.0.1:" + port(0));
        environment.put("RETOUR_FILES_DIRECTORY", files.toString());
        environment.put(
                "RETOUR_MAIL_JOURNAL", TestProperties.journals(database.url()).toString());
        // Where the front end is left out, the letters of slips are too.
        environment.put("RETOUR_SLIP_FEW_LETTERS", System.getProperty("web.skip", "false"));
        return environment;
    }

    /** By the name of the role alone: on this server it needs no password. */
    private Map<String, String> as(String role) {
        var environment = new HashMap<String, String>();
        environment.put("SPRING_DATASOURCE_URL", database.url());
        // A machine that is busy with other tests is no database that is away.
        environment.put("RETOUR_DATABASE_PATIENCE", "30s");
        environment.put("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "60000");
        environment.put("SPRING_DATASOURCE_USERNAME", role);
        return environment;
    }

    /**
     * Until somebody waits for a lock of that kind in this database.
     *
     * @param process who is meant to, and must not end instead
     */
    void awaitWaiting(Started process, String kind) {
        await().atMost(Started.LONG)
                .failFast(() -> {
                    if (!process.process().isAlive()) {
                        throw new AssertionError("It ended: " + process.said());
                    }
                })
                .until(() -> count("""
                        select count(*) from pg_locks l join pg_stat_activity a using (pid)
                        where a.datname = current_database() and a.usename like 'retour%%' and not l.granted
                          and l.locktype = '%s'""".formatted(kind), database) > 0);
    }

    int changesets() throws SQLException {
        return count("select count(*) from public.databasechangelog", database);
    }

    /** Those that this version has. */
    static int allChangesets() throws SQLException {
        return count("select count(*) from public.databasechangelog", TestDatabase.shared());
    }

    private static int count(String question, TestDatabase asked) throws SQLException {
        try (var connection = asked.as("postgres");
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
