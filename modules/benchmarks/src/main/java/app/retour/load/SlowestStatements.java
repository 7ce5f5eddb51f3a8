package app.retour.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What PostgreSQL does for the statements that take it longest, as it wrote it down while they ran: with the values they were
 * sent with, inside functions too, and as whoever asked.
 */
final class SlowestStatements {
    private static final int TOLD = 5;
    private static final int LONGEST = 40;
    private static final Pattern PLAN = Pattern.compile("duration: ([0-9.]+) ms {2}plan:");
    private static final Pattern WHITE = Pattern.compile("\\s+");

    private SlowestStatements() {}

    private record Plan(double millis, String words) {}

    /** Heard at the next start. */
    static void prepare(Server server) throws IOException, SQLException {
        alter(
                server,
                "shared_preload_libraries = 'auto_explain'",
                "logging_collector = on",
                "log_directory = 'plans'",
                "auto_explain.log_min_duration = -1");
    }

    /** From now on every plan is written down, which costs: nothing is measured any more. */
    static void listen(Server server) throws IOException, SQLException, InterruptedException {
        alter(
                server,
                "auto_explain.log_analyze = on",
                "auto_explain.log_buffers = on",
                "auto_explain.log_nested_statements = on",
                "auto_explain.log_min_duration = 0");
        TimeUnit.SECONDS.sleep(1);
    }

    private static void alter(Server server, String... settings) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(server.databaseUrl());
                var statement = connection.createStatement()) {
            for (var setting : settings) {
                statement.execute("alter system set " + setting);
            }
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Each statement once, where it took longest. */
    static void print(Path data) throws IOException {
        var slowest = new HashMap<String, Plan>();
        try (var logs = Files.list(data.resolve("database/plans"))) {
            for (var log : logs.toList()) {
                read(log, slowest);
            }
        }
        slowest.values().stream()
                .sorted(Comparator.comparingDouble(Plan::millis).reversed())
                .limit(TOLD)
                .forEach(plan -> System.out.printf("%n%.1f ms%n%s%n", plan.millis, plan.words));
    }

    private static void read(Path log, Map<String, Plan> slowest) throws IOException {
        var lines = Files.readAllLines(log);
        for (var at = 0; at < lines.size(); at++) {
            var plan = PLAN.matcher(lines.get(at));
            if (!plan.find()) {
                continue;
            }
            var words = new StringBuilder();
            var statement = new StringBuilder();
            var isStatement = true;
            for (var line = at + 1; line < lines.size() && lines.get(line).startsWith("\t"); line++) {
                isStatement &= !lines.get(line).contains("(cost=");
                (isStatement ? statement : words).append(lines.get(line)).append('\n');
            }
            var key = WHITE.matcher(statement).replaceAll(" ").replaceAll("'[^']*'|[0-9]+", "?");
            var told = WHITE.matcher(statement).replaceAll(" ").strip()
                    + '\n'
                    + words.toString().lines().limit(LONGEST).reduce("", (all, line) -> all + line + '\n');
            slowest.merge(key, new Plan(Double.parseDouble(plan.group(1)), told), SlowestStatements::slower);
        }
    }

    private static Plan slower(Plan one, Plan other) {
        return one.millis >= other.millis ? one : other;
    }
}
