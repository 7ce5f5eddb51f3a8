package app.retour.journeys;

import static app.retour.journeys.WrittenRules.ALWAYS;
import static app.retour.journeys.WrittenRules.decide;
import static app.retour.journeys.WrittenRules.rule;
import static app.retour.journeys.WrittenRules.test;

import app.retour.app.security.StartedApplication;
import app.retour.journeys.OrderFile.Line;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import retour.testkit.TestDatabase;
import retour.testkit.TestProperties;

/** A shop on an application that is killed and begun again, while its database, bank and mail server live on. */
final class MortalShop implements AutoCloseable {
    private static final Line SHIRT = new Line("SHIRT-M", "Linen shirt - M", "59.90");
    private static final Line SOCKS = new Line("SOCKS", "Socks", "9.90");

    /** Enough for three stretches of a back-test. */
    private static final int DECISIONS = 12_000;

    /** Of its own: other contexts of this JVM would take up what the killed process left. */
    final TestDatabase database = TestDatabase.shared().apart("killed");

    final MailGate gate = new MailGate(StartedApplication.Mail.inbox().getSmtp().getPort());
    final Acknowledged yes = new Acknowledged();
    final Bank bank;
    final Shop shop;
    final Bustle bustle;
    private RunningRetour running;

    MortalShop(Random random) throws IOException, SQLException {
        bank = new Bank(new Random(random.nextLong()));
        running = begun(RunningRetour.freePort());
        running.awaitReady();
        shop = Shop.live(running.port());
        bustle = new Bustle(shop, yes);
        bustle.open(new OrderFile()
                .order("4998", shop.email("cheap"), 10, LocalTime.NOON, SOCKS)
                .order("4999", shop.email("dear"), 10, LocalTime.NOON, SHIRT)
                .order("5001", shop.email("before-end"), 10, LocalTime.NOON, SHIRT)
                .order("5002", shop.email("before-claim"), 10, LocalTime.NOON, SHIRT)
                .order("5003", shop.email("before-answer"), 10, LocalTime.NOON, SHIRT));
        shop.publish(List.of(
                rule("Trust", ALWAYS, Map.of("decision", Map.of("outcome", "APPROVE"), "refundMoment", "APPROVAL"))));
        aLongHistory();
    }

    /** And a draft that decides some of it otherwise. */
    private void aLongHistory() throws SQLException {
        ShopperAtThePortal.proving(shop, "4998", shop.email("cheap")).request("SOCKS", "too_small", Map.of());
        ShopperAtThePortal.proving(shop, "4999", shop.email("dear")).request("SHIRT-M", "too_small", Map.of());
        try (var connection = database.as("postgres");
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    insert into rules.decision select (jsonb_populate_record(told, jsonb_build_object(
                        'id', gen_random_uuid(), 'item_ref', gen_random_uuid(), 'subject_id', gen_random_uuid(),
                        'decided_at', now() - random() * interval '80 days'))).*
                    from (select decision as told, row_number() over (order by decided_at) as place from rules.decision) as two,
                        generate_series(1, case place when 1 then %1$d / 20 else %1$d end)
                    """.formatted(DECISIONS));
        }
        shop.mutate(
                "savePolicyDraft",
                Map.of(
                        "version",
                        0,
                        "rules",
                        List.of(
                                rule("Cheap", test("order.value", "LESS_THAN", "20.00"), decide("REVIEW", null)),
                                rule("Trust", ALWAYS, decide("APPROVE", null)))),
                "draft { version }");
    }

    void awaitReady() {
        running.awaitReady();
    }

    void kill() {
        running.kill();
    }

    /** Does not wait until it is ready. */
    void begin() {
        running = begun(shop.port());
    }

    private RunningRetour begun(int port) {
        return RunningRetour.begin(port, RetourWithBank.class, settings());
    }

    @Override
    public void close() throws IOException {
        running.close();
        gate.close();
        bank.close();
    }

    private Map<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", gate.port());
        settings.put("spring.jpa.hibernate.ddl-auto", "none");
        settings.put("spring.graphql.schema.inspection.enabled", "false");
        settings.put("retour.mail.journal", TestProperties.journals(database.url()));
        settings.put("bank.address", bank.address());
        settings.put("retour.notifications.lease", "4s");
        settings.put("retour.notifications.first-pause", "1s");
        settings.put("retour.notifications.most-per-hour", "1000000");
        settings.put("retour.notifications.most-per-day", "1000000");
        // How soon what a dead process left behind counts as failed.
        settings.put("retour.jobs.heartbeat", "500ms");
        settings.put("retour.refunds.grace", "3s");
        settings.put("spring.modulith.events.staleness.check-interval", "1s");
        settings.put("spring.modulith.events.staleness.published", "3s");
        settings.put("spring.modulith.events.staleness.processing", "3s");
        settings.put("spring.modulith.events.staleness.resubmitted", "10s");
        return settings;
    }

    /** Of the message that it is approved, with its reason. */
    String state(Letterbox box) throws SQLException {
        try (var connection = database.as("postgres");
                var statement = connection.prepareStatement("""
                        select state || ': ' || reason from notifications.notification
                        where recipient_email = ? and moment = 'APPROVED'""")) {
            statement.setString(1, box.address());
            var answer = statement.executeQuery();
            return answer.next() ? answer.getString(1) : "none";
        }
    }

    int count(String question) throws SQLException {
        try (var connection = database.as("postgres");
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
