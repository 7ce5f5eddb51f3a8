package app.retour.journeys;

import static app.retour.journeys.WrittenRules.ALWAYS;
import static app.retour.journeys.WrittenRules.decide;
import static app.retour.journeys.WrittenRules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.app.security.StartedApplication;
import app.retour.kernel.Actor;
import app.retour.kernel.TenantId;
import app.retour.returns.events.ReturnEvent.ReturnApproved;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.Stamp;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.modulith.events.core.EventSerializer;
import retour.testkit.TestDatabase;

/** An earlier version announced an approval through the event registry and was stopped before anybody heard of it. */
@StartedApplication
class ToldByAnEarlierVersionTests {
    @LocalServerPort
    int port;

    @Autowired
    EventSerializer events;

    @Test
    void isToldOnceByThisOne() throws SQLException {
        var shop = Shop.live(port);
        shop.importFile(
                "SHOPIFY_ORDERS",
                new OrderFile()
                        .order("7001", shop.email("before"), "SHIRT-M", "Linen shirt - M", "59.90", 10)
                        .csv());
        shop.publish(List.of(rule("Trust", ALWAYS, decide("APPROVE", null))));
        var shopper = ShopperAtThePortal.proving(shop, "7001", shop.email("before"));
        shopper.request(shopper.line("SHIRT-M"), "too_small", Map.of("resolution", "REFUND"));
        var box = shop.box("before");
        box.awaitMail("approved");
        announceAsBefore(box.address());
        await().atMost(Duration.ofMinutes(3)).until(() -> box.all().size() == 2);
        assertThat(box.subjects().getLast()).contains("approved");
        await().atMost(Duration.ofMinutes(3)).until(() -> left() == 0);
    }

    /** As it was before: nothing is recorded of the return, and what happened waits in the registry, twice over. */
    private void announceAsBefore(String address) throws SQLException {
        try (var operator = TestDatabase.shared().as("postgres")) {
            operator.setAutoCommit(false);
            var event = events.serialize(approvalToldTo(address, operator));
            for (var again = 0; again < 2; again++) {
                try (var statement = operator.prepareStatement("""
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date, status)
                        values (gen_random_uuid(),
                          'app.retour.notifications.ReturnMoments.on(app.retour.returns.events.ReturnEvent)',
                          ?, ?, now() - interval '1 minute', 'FAILED')
                        """)) {
                    statement.setString(1, ReturnApproved.class.getName());
                    statement.setString(2, event.toString());
                    statement.execute();
                }
            }
            operator.commit();
        }
    }

    private static ReturnApproved approvalToldTo(String address, Connection operator) throws SQLException {
        try (var statement = operator.prepareStatement(
                "delete from notifications.notification where return_id = (select return_id from notifications.notification"
                        + " where recipient_email = ? and moment = 'APPROVED')"
                        + " returning tenant_id, return_id, rma_number, happened_at")) {
            statement.setString(1, address);
            var told = statement.executeQuery();
            assertThat(told.next()).isTrue();
            return new ReturnApproved(new Stamp(
                    new TenantId(told.getObject(1, UUID.class)),
                    new ReturnId(told.getObject(2, UUID.class)),
                    told.getString(3),
                    3,
                    told.getTimestamp(4).toInstant(),
                    Actor.policy()));
        }
    }

    private static int left() throws SQLException {
        try (var operator = TestDatabase.shared().as("postgres");
                var statement = operator.createStatement();
                var left = statement.executeQuery(
                        "select count(*) from event_publication where listener_id like '%ReturnMoments%'")) {
            left.next();
            return left.getInt(1);
        }
    }
}
