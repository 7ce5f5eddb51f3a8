package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.CallerAuthentication;
import app.retour.api.GlobalId;
import app.retour.kernel.Actor;
import app.retour.kernel.TenantId;
import app.retour.notifications.moments.Moment;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.test.tester.ExecutionGraphQlServiceTester;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import retour.testkit.TestClock;

@NotificationsTest
class NotificationsInTheApiTests {
    private static final ContextSnapshotFactory THREAD =
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

    private UUID aPerson() {
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

    @Test
    void theLedgerPagesNewestFirstWithoutLossOrRepeat() {
        var first = ask(
                "{ notifications(first: 2) { edges { node { id state reason recipient } } pageInfo { hasNextPage endCursor } } }");
        first.path("notifications.edges").entityList(Object.class).hasSize(2);
        var ids = first.path("notifications.edges[*].node.id")
                .entityList(String.class)
                .get();
        var cursor = first.path("notifications.pageInfo.endCursor")
                .entity(String.class)
                .get();
        var rest = ask("{ notifications(first: 2, after: \"%s\") { edges { node { id } } pageInfo { hasNextPage } } }"
                        .formatted(cursor))
                .path("notifications.edges[*].node.id")
                .entityList(String.class)
                .hasSize(1)
                .get();
        assertThat(ids).doesNotContainAnyElementsOf(rest);
    }

    @Test
    void theLedgerIsNarrowedByWhatIsAskedFor() {
        ask("{ notifications(returnId: \"%s\", state: QUEUED, moment: APPROVED) { edges { node { rmaNumber subject html attempts canResend nextAttemptAt } } } }"
                        .formatted(GlobalId.of("Return", lamp)))
                .path("notifications.edges")
                .entityList(Object.class)
                .hasSize(1);
        ask("{ notifications(state: FAILED) { edges { node { id } } } notificationCounts { waiting failed oldestDueSeconds } }")
                .path("notifications.edges")
                .entityList(Object.class)
                .hasSize(0)
                .path("notificationCounts.waiting")
                .entity(Integer.class)
                .isEqualTo(3);
    }

    @Test
    void momentsShowTheirWordsVariablesAndHistory() {
        ask("{ moments { moment title description audience enabled template { subject body buttonLabel isDefault version locale variables { name description example } history { version } } } }")
                .path("moments")
                .entityList(Object.class)
                .hasSize(Moment.values().length)
                .path("moments[0].template.variables[0].example")
                .entity(String.class)
                .isEqualTo("Lumen & Co");
    }

    @Test
    void aMistakeInATemplateIsAUserErrorThatNamesFieldAndLine() {
        mutate(
                        "saveMessageTemplate",
                        "SaveMessageTemplateInput",
                        "template { version }",
                        Map.of(
                                "moment", "APPROVED",
                                "subject", "Hi",
                                "body", "one\n{% if %}",
                                "buttonLabel", "Open",
                                "version", 0))
                .path("saveMessageTemplate.userErrors[0].field[0]")
                .entity(String.class)
                .isEqualTo("body")
                .path("saveMessageTemplate.userErrors[0].message")
                .entity(String.class)
                .satisfies(message -> assertThat(message).startsWith("Line 2"));
        ask("{ messagePreview(input: {moment: APPROVED, body: \"{{ nope }}\"}) { subject size userErrors { code field } } }")
                .path("messagePreview.userErrors[0].code")
                .entity(String.class)
                .isEqualTo("INVALID");
    }

    @Test
    void aPreviewIsRenderedByTheServer() {
        ask("{ messagePreview(input: {moment: APPROVED, returnId: \"%s\"}) { subject html text size userErrors { code } } }"
                        .formatted(GlobalId.of("Return", lamp)))
                .path("messagePreview.subject")
                .entity(String.class)
                .satisfies(subject -> assertThat(subject).startsWith("Return R-1001 approved"))
                .path("messagePreview.text")
                .entity(String.class)
                .satisfies(text -> assertThat(text).contains("Lamp 2"));
    }

    /** A template that takes its time would hold one of the few connections that everybody shares. */
    @Test
    void noTransactionIsOpenWhileWordsAreFilled() {
        var inTransaction = new ArrayList<Boolean>();
        clock.follow(
                new Watched(() -> inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive())));
        var draft = Map.<String, Object>of(
                "moment", "APPROVED", "subject", "Hi", "body", "{{ 'now' | date: '%Y' }}", "buttonLabel", "Open");
        ask(
                "{ messagePreview(input: {moment: APPROVED, body: \"{{ 'now' | date: '%%Y' }}\", returnId: \"%s\"}) { text } }"
                        .formatted(GlobalId.of("Return", lamp)));
        assertThat(inTransaction).as("the example and the real one").containsExactly(false, false);

        inTransaction.clear();
        mutate("sendTestMessage", "SendTestMessageInput", "notification { id }", with(draft, "idempotencyKey", "t"));
        mutate("saveMessageTemplate", "SaveMessageTemplateInput", "template { version }", with(draft, "version", 0));
        assertThat(inTransaction).containsExactly(false, false);
    }

    /** What a test message cannot say is refused each time, and not kept under the key of the one that said it well. */
    @Test
    void aTestMessageIsSentOnceForEachKeyWhateverItsWordsBecame() {
        var good = Map.<String, Object>of("moment", "APPROVED", "subject", "Hi", "idempotencyKey", "t1");
        var id = sent(good)
                .path("sendTestMessage.notification.id")
                .entity(String.class)
                .get();
        sent(good).path("sendTestMessage.notification.id").entity(String.class).isEqualTo(id);
        var bad = Map.<String, Object>of("moment", "APPROVED", "subject", "{{ nope }}", "idempotencyKey", "t2");
        sent(bad)
                .path("sendTestMessage.userErrors[0].field[0]")
                .entity(String.class)
                .isEqualTo("subject");
        sent(with(bad, "subject", "Hi"))
                .path("sendTestMessage.userErrors")
                .entityList(Object.class)
                .hasSize(0);
    }

    @Test
    void resendingTwiceWithOneKeyIsOnce() {
        fail();
        var id = ask("{ notifications(state: FAILED) { edges { node { id canResend } } } }")
                .path("notifications.edges[0].node.id")
                .entity(String.class)
                .get();
        for (var i = 0; i < 2; i++) {
            mutate(
                            "resendNotification",
                            "ResendNotificationInput",
                            "notification { state }",
                            Map.of("id", id, "idempotencyKey", "again-1"))
                    .path("resendNotification.notification.state")
                    .entity(String.class)
                    .isEqualTo("QUEUED");
        }
    }

    @Test
    void anothersMessageIsNotFound() {
        var id = ask("{ notifications(first: 1) { edges { node { id } } } }")
                .path("notifications.edges[0].node.id")
                .entity(String.class)
                .get();
        tenant = scenery.aLiveMerchant();
        SecurityContextHolder.getContext()
                .setAuthentication(new CallerAuthentication(
                        Caller.staff(tenant, UUID.randomUUID(), Set.of("messages:read", "messages:write"))));
        mutate(
                        "resendNotification",
                        "ResendNotificationInput",
                        "notification { state }",
                        Map.of("id", id, "idempotencyKey", "k"))
                .path("resendNotification.userErrors[0].code")
                .entity(String.class)
                .isEqualTo("NOT_FOUND");
        ask("{ node(id: \"%s\") { ... on Notification { id } } }".formatted(id))
                .path("node")
                .valueIsNull();
    }

    private UUID told(String title) {
        var id = scenery.returns().add(ItemDecision.APPROVED, scenery.aShopper(), title);
        announcements.announceAndWait(
                new ReturnApproved(new Stamp(tenant, new ReturnId(id), "R-1001", 2, clock.instant(), Actor.policy())));
        return id;
    }

    private void fail() {
        var claim = UUID.randomUUID();
        TenantContext.runAs(
                tenant,
                () -> outbox.take(claim, true).forEach(taken -> outbox.queue().failed(taken.id(), claim, "550 no")));
    }

    private GraphQlTester.Traversable sent(Map<String, Object> input) {
        return mutate("sendTestMessage", "SendTestMessageInput", "notification { id }", input);
    }

    private static Map<String, Object> with(Map<String, Object> input, String name, Object value) {
        var more = new HashMap<>(input);
        more.put(name, value);
        return more;
    }

    /** Tells of each time that is asked for where the reader is, as a template does. */
    private static final class Watched extends Clock {
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

    private GraphQlTester.Traversable ask(String document) {
        return run(tester().document(document));
    }

    private GraphQlTester.Traversable mutate(String name, String type, String selection, Map<String, Object> input) {
        return run(
                tester().document("mutation($input: %s!) { %s(input: $input) { %s userErrors { code field message } } }"
                                .formatted(type, name, selection))
                        .variable("input", input));
    }

    private GraphQlTester.Traversable run(GraphQlTester.Request<?> request) {
        return TenantContext.callAs(tenant, () -> request.execute().errors().verify());
    }

    private GraphQlTester tester() {
        return ExecutionGraphQlServiceTester.create(request -> service.execute(request)
                .contextWrite(context -> THREAD.captureAll().updateContext(context)));
    }
}
