package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.mail.MailTransport.Outcome;
import app.retour.notifications.ledger.NotificationState;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeadWorkersTests extends AQueuedMessage {
    @Test
    void whatADeadWorkerHadOnlyClaimedIsTakenAgain() {
        var dead = UUID.randomUUID();
        assertThat(TenantContext.callAs(tenant, () -> outbox.take(dead, true, 20)))
                .hasSize(1);
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        dispatch(accepting);
        assertThat(accepting.handedTo(address())).as("the lease still holds").isEmpty();

        await().atMost(Duration.ofMinutes(3)).until(() -> {
            dispatch(accepting);
            return row().state() == NotificationState.SENT;
        });
        assertThat(accepting.handedTo(address())).hasSize(1);
        assertThat(TenantContext.callAs(
                        tenant, () -> outbox.queue().handingOver(row().id().value(), dead, null)))
                .as("the dead one comes back too late")
                .isFalse();
    }

    @Test
    void whatADeadWorkerHadNotToldToItsEndIsSentAgainOnce() {
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        dies(() -> dispatch(ScriptedTransport.beforeTheEnd(this::dieOfMine)));
        assertThat(row().state()).isEqualTo(NotificationState.CLAIMED);
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            dispatch(accepting);
            return row().state() == NotificationState.SENT;
        });
        dispatch(accepting);
        assertThat(accepting.handedTo(address())).hasSize(1);
    }

    @Test
    void whatADeadWorkerHadToldToItsEndIsLeftToAPersonAndNotSentTwice() {
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        dies(() -> dispatch(ScriptedTransport.answering(mail -> {
            dieOfMine(mail);
            return new Outcome.Accepted("250 ok");
        })));
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            dispatch(accepting);
            return row().state() == NotificationState.FAILED;
        });
        assertThat(row().reason()).startsWith("Unknown whether it was sent");
        assertThat(row().canResend()).isTrue();
        assertThat(accepting.handedTo(address())).isEmpty();
    }

    /** Another worker has it by then, or it was taken back. */
    @Test
    void whatIsNotTheWorkersAnyMoreIsNotEnded() {
        var slow = ScriptedTransport.beforeTheEnd(mail -> {
            if (mail.to().equals(address())) {
                TenantContext.runAs(
                        tenant, () -> outbox.queue().again(row().id().value(), claim(), "Taken back", Duration.ZERO));
            }
        });
        dispatch(slow);
        assertThat(slow.handedTo(address())).isEmpty();
        assertThat(row().reason()).isEqualTo("Taken back");
    }

    @Test
    void whatADeadWorkerWasHandingOverIsNeverSentAgainByItself() {
        var dead = UUID.randomUUID();
        TenantContext.runAs(tenant, () -> {
            outbox.take(dead, true, 20);
            outbox.queue().handingOver(row().id().value(), dead, null);
        });
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));

        await().atMost(Duration.ofMinutes(3)).until(() -> {
            dispatch(accepting);
            return row().state() == NotificationState.FAILED;
        });
        assertThat(row().reason()).startsWith("Unknown whether it was sent");
        assertThat(accepting.handedTo(address())).isEmpty();
    }
}
