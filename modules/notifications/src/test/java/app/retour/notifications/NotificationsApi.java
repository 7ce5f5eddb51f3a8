package app.retour.notifications;

import app.retour.api.Caller;
import app.retour.api.CallerAuthentication;
import app.retour.kernel.Actor;
import app.retour.kernel.TenantId;
import app.retour.returns.events.ReturnEvent.ReturnApproved;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.Stamp;
import app.retour.returns.status.ItemDecision;
import app.retour.tenants.tenancy.TenantContext;
import io.micrometer.context.ContextSnapshotFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import retour.testkit.TestClock;

@NotificationsTest
abstract class NotificationsApi {
    static final ContextSnapshotFactory THREAD =
            ContextSnapshotFactory.builder().build();

    @Autowired
    ExecutionGraphQlService service;

    @Autowired
    Scenery.Merchandise scenery;

    @Autowired
    Announcements announcements;

    @Autowired
    Outbox outbox;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    TenantId tenant;

    UUID lamp;

    @BeforeEach
    void aMerchantWithThreeMessages() {
        tenant = scenery.aLiveMerchant();
        told("Lamp 0");
        told("Lamp 1");
        lamp = told("Lamp 2");
        SecurityContextHolder.getContext()
                .setAuthentication(new CallerAuthentication(
                        Caller.staff(tenant, aPerson(), Set.of("messages:read", "messages:write"))));
    }

    UUID aPerson() {
        var id = UUID.randomUUID();
        jdbc.sql("insert into tenants.person (id, email, name, password_hash) values (?, ?, 'Ann Agent', 'none')")
                .params(id, id + "@lumen.example")
                .update();
        return id;
    }

    @AfterEach
    void signOut() {
        clock.run();
        SecurityContextHolder.clearContext();
    }

    UUID told(String title) {
        var id = scenery.returns().add(ItemDecision.APPROVED, scenery.aShopper(), title);
        announcements.announceAndWait(
                new ReturnApproved(new Stamp(tenant, new ReturnId(id), "R-1001", 2, clock.instant(), Actor.policy())));
        return id;
    }

    void fail() {
        var claim = UUID.randomUUID();
        TenantContext.runAs(
                tenant,
                () -> outbox.take(claim, true, 20)
                        .forEach(taken -> outbox.queue().failed(taken.id(), claim, "550 no")));
    }

    GraphQlTester.Traversable sent(Map<String, Object> input) {
        return mutate("sendTestMessage", "SendTestMessageInput", "notification { id }", input);
    }

    static Map<String, Object> with(Map<String, Object> input, String name, Object value) {
        var more = new HashMap<>(input);
        more.put(name, value);
        return more;
    }

    /** Tells of each time that is asked for where the reader is, as a template does. */
    static final class Watched extends Clock {
        private final Runnable asked;

        Watched(Runnable asked) {
            this.asked = asked;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            var here = Clock.system(zone);
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return zone;
                }

                @Override
                public Clock withZone(ZoneId other) {
                    return Watched.this.withZone(other);
                }

                @Override
                public Instant instant() {
                    asked.run();
                    return here.instant();
                }
            };
        }

        @Override
        public Instant instant() {
            return Instant.now();
        }
    }

    GraphQlTester.Traversable ask(String document) {
        return run(tester().document(document));
    }

    GraphQlTester.Traversable mutate(String name, String type, String selection, Map<String, Object> input) {
        return run(
                tester().document("mutation($input: %s!) { %s(input: $input) { %s userErrors { code field message } } }"
                                .formatted(type, name, selection))
                        .variable("input", input));
    }

    GraphQlTester.Traversable run(GraphQlTester.Request<?> request) {
        return TenantContext.callAs(tenant, () -> request.execute().errors().verify());
    }

    GraphQlTester tester() {
        return ExecutionGraphQlServiceTester.create(request -> service.execute(request)
                .contextWrite(context -> THREAD.captureAll().updateContext(context)));
    }
}
