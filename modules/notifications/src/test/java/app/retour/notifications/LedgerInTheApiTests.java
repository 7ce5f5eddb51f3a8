package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.CallerAuthentication;
import app.retour.api.GlobalId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

class LedgerInTheApiTests extends NotificationsApi {
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
}
