package app.retour.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * A back-test of a draft on a million stored decisions: those of the demo, each many times over, on days and items of its
 * own. The draft approves what the mission approves and sends the rest to people, so that many come out otherwise.
 */
public final class MillionDecisions {
    private static final int MANY = 1_000_000;
    private static final int DAYS = 90;
    private static final List<Map<String, Object>> DRAFT = List.of(
            Map.of(
                    "name",
                    "Wrong size under 80",
                    "when",
                    Map.of(
                            "all",
                            List.of(
                                    test("item.reasonGroup", "EQUALS", "SIZE"),
                                    test("order.value", "LESS_THAN", "80.00"),
                                    test("item.daysSinceDelivery", "WITHIN_DAYS", "30"))),
                    "then",
                    Map.of("decision", Map.of("outcome", "APPROVE"))),
            Map.of(
                    "name",
                    "Everything else",
                    "when",
                    Map.of("all", List.of()),
                    "then",
                    Map.of("decision", Map.of("outcome", "REVIEW"))));

    private MillionDecisions() {}

    public static void main(String... arguments) throws Exception {
        var data = Files.createTempDirectory(
                Files.createDirectories(Path.of("load").toAbsolutePath()), "data-");
        try (var server = Server.start(data, Server.AS_IN_PRODUCTION)) {
            multiply(server);
            var shop = new Shop(server.port());
            shop.tell("savePolicyDraft", Map.of("version", draftVersion(shop), "rules", DRAFT), "draft { version }");
            System.out.printf("Memory before: %d MB resident%n", server.resident());
            for (var run = 1; run <= 3; run++) {
                measure(server, shop);
            }
            System.out.printf("Heap after a collection:%n    %s%n", server.heap());
        }
    }

    private static Map<String, Object> test(String fact, String operator, String value) {
        return Map.of("test", Map.of("fact", fact, "operator", operator, "values", List.of(value)));
    }

    private static int draftVersion(Shop shop) throws Exception {
        return shop.ask("{ policy { draft { version } } }")
                .at("/data/policy/draft/version")
                .asInt(0);
    }

    private static void multiply(Server server) throws Exception {
        try (var connection = DriverManager.getConnection(server.databaseUrl());
                var statement = connection.createStatement()) {
            var begun = Instant.now();
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    create temporary table told as select * from rules.decision where not by_hand
                    """);
            var indexes = new ArrayList<String>();
            try (var defined = statement.executeQuery("""
                    select indexname, indexdef from pg_indexes
                    where schemaname = 'rules' and tablename = 'decision' and indexname like 'ix%'""")) {
                while (defined.next()) {
                    indexes.add("drop index rules." + defined.getString(1));
                    indexes.add(defined.getString(2));
                }
            }
            // Filled without them and indexed afterwards: what is measured reads, and should not wait for the filling.
            for (var index = 0; index < indexes.size(); index += 2) {
                statement.execute(indexes.get(index));
            }
            var rows = statement.executeUpdate("""
                    insert into rules.decision select (jsonb_populate_record(told, jsonb_build_object(
                        'id', gen_random_uuid(), 'item_ref', gen_random_uuid(),
                        'decided_at', now() - random() * interval '%d days'))).*
                    from told, generate_series(1, (select %d / count(*) + 1 from told))
                    limit %d
                    """.formatted(DAYS - 1, MANY, MANY));
            for (var index = 1; index < indexes.size(); index += 2) {
                statement.execute(indexes.get(index));
            }
            statement.execute("vacuum analyze rules.decision");
            System.out.printf(
                    Locale.ROOT,
                    "%,d decisions stored in %d s%n",
                    rows,
                    Duration.between(begun, Instant.now()).toSeconds());
        }
    }

    private static void measure(Server server, Shop shop) throws Exception {
        var cpu = server.cpu();
        var databaseCpu = server.databaseCpu();
        var begun = Instant.now();
        var id = shop.tell(
                        "startBackTest",
                        Map.of("days", DAYS, "idempotencyKey", UUID.randomUUID().toString()),
                        "backTest { id }")
                .at("/backTest/id")
                .asString();
        var most = 0L;
        JsonNode test;
        do {
            TimeUnit.MILLISECONDS.sleep(250);
            test = shop.ask("{ backTest(id: \"%s\") { state judged total changed } }".formatted(id))
                    .at("/data/backTest");
            most = Math.max(most, server.resident());
        } while (test.at("/state").asString().matches("WAITING|RUNNING"));
        var took = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        System.out.printf(
                Locale.ROOT,
                "%s: %,d of %,d decisions judged twice in %.1f s (%,.0f/s), %,d come out otherwise; CPU %.1f s + %.1f s"
                        + " PostgreSQL; at most %d MB resident%n",
                test.at("/state").asString(),
                test.at("/judged").asInt(),
                test.at("/total").asInt(),
                took,
                test.at("/judged").asInt() / took,
                test.at("/changed").asInt(),
                server.cpu().minus(cpu).toMillis() / 1000.0,
                server.databaseCpu().minus(databaseCpu).toMillis() / 1000.0,
                most);
    }
}
