package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.mail.MailTransport;
import app.retour.mail.MailTransport.Outcome;
import app.retour.notifications.ledger.NotificationState;
import app.retour.returns.status.ItemDecision;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendingManyTests extends AQueuedMessage {
    @Test
    void manyDispatchersSendEachMessageOnce() throws InterruptedException {
        for (var i = 0; i < 30; i++) {
            approve(scenery.returns().add(ItemDecision.APPROVED, shopper, "Lamp " + i));
        }
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        var threads = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    while (dispatcher(accepting).dispatch(() -> true)) {
                        Thread.onSpinWait();
                    }
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        dispatch(accepting);

        assertThat(accepting.handedTo(address())).hasSize(31);
        assertThat(accepting.handedTo(address()).stream()
                        .map(MailTransport.Mail::messageId)
                        .distinct())
                .hasSize(31);
    }

    @Test
    void whoStopsBeingLiveStopsWhatWaits() {
        TenantContext.runAs(tenant, () -> tenants.pauseLive(tenants.current().version()));
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        dispatch(accepting);

        assertThat(accepting.handedTo(address())).isEmpty();
        assertThat(row().state()).isEqualTo(NotificationState.SKIPPED);
        assertThat(row().reason()).contains("not live");
    }

    @Test
    void whatIsOverAMerchantsAllowanceWaitsVisiblyAndIsNotLost() throws SQLException {
        var returns = new ArrayList<>(List.of(lamp));
        for (var i = 0; i < 4; i++) {
            returns.add(scenery.returns().add(ItemDecision.APPROVED, shopper, "Lamp " + i));
            approve(returns.getLast());
        }
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        var postponing = ScriptedTransport.answering(_ -> new Outcome.Postponed("450 later"));
        var ending = allowing(3);
        dispatcher(postponing, ending).dispatch(() -> true);
        makeAllDue();
        dispatcher(postponing, ending).dispatch(() -> true);
        makeAllDue();
        ending.destroy();
        dispatchAll(accepting, allowing(3));
        assertThat(accepting.handedTo(address()))
                .as("what the server put off did not count")
                .hasSize(3);
        assertThat(waiting(returns)).hasSize(2).allSatisfy(notification -> {
            assertThat(notification.reason()).contains("3 messages an hour");
            assertThat(notification.nextAttemptAt()).isNotNull();
        });
        assertThat(outbox.waiting())
                .as("nobody goes on asking")
                .noneMatch(waiting -> waiting.tenant().equals(tenant));

        makeAllDue();
        dispatchAll(accepting, allowance);
        assertThat(accepting.handedTo(address())).hasSize(5);
        assertThat(waiting(returns)).isEmpty();
    }

    @Test
    void theOperatorSeesWhatWaits() {
        assertThat(load.now().waiting()).isPositive();
        assertThat(TenantContext.callAs(tenant, notifications::counts).waiting())
                .isEqualTo(1);
    }
}
