package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.mail.MailTransport.Outcome;
import app.retour.notifications.ledger.NotificationState;
import app.retour.tenants.tenancy.TenantContext;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class SendingTests extends AQueuedMessage {
    @Test
    void aServerThatCannotBeReachedIsTriedLaterAndThenGivenUp() {
        var down = ScriptedTransport.unreachable();
        for (var attempt = 1; attempt < settings.maxAttempts(); attempt++) {
            dispatch(down);
            assertThat(row().state()).isEqualTo(NotificationState.QUEUED);
            assertThat(row().attempts()).isEqualTo(attempt);
            assertThat(row().reason()).contains("connection refused");
            assertThat(row().nextAttemptAt()).isAfter(clock.instant().minusSeconds(1));
            makeDue();
        }
        dispatch(down);

        assertThat(row().state()).isEqualTo(NotificationState.FAILED);
        assertThat(row().reason()).startsWith("Given up after 3 tries");
        assertThat(row().canResend()).isTrue();
    }

    @Test
    void notNowIsTriedAgainAndNeverIsNot() {
        dispatch(ScriptedTransport.answering(_ -> new Outcome.Postponed("450 greylisted")));
        assertThat(row().state()).isEqualTo(NotificationState.QUEUED);
        assertThat(row().reason()).contains("450 greylisted");

        makeDue();
        dispatch(ScriptedTransport.answering(_ -> new Outcome.Refused("550 no such user")));
        assertThat(row().state()).isEqualTo(NotificationState.FAILED);
        assertThat(row().reason()).contains("550 no such user");
    }

    @Test
    void whatWasErasedWhileTheServerThoughtIsNotTriedAgain() {
        dispatch(ScriptedTransport.answering(mail -> {
            erased();
            return new Outcome.Postponed("451 not now, " + mail.to());
        }));
        assertThat(row().state()).isEqualTo(NotificationState.SKIPPED);
        assertThat(row().reason()).isEqualTo("Its words were erased with the shopper");
        dispatch(ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok")));
        assertThat(row().state()).isEqualTo(NotificationState.SKIPPED);
    }

    @Test
    void aFailedMessageIsSentAgainByAPersonWithTheSameMessageId() {
        var refusing = ScriptedTransport.answering(_ -> new Outcome.Refused("550 no"));
        dispatch(refusing);
        resend();
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        dispatch(accepting);

        assertThat(row().state()).isEqualTo(NotificationState.SENT);
        assertThat(accepting.handedTo(address())).hasSize(1);
        assertThat(accepting.handedTo(address()).getFirst().messageId())
                .isEqualTo(refusing.handedTo(address()).getFirst().messageId());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(this::resend)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE));
    }

    @Test
    void anUnknownOutcomeIsLeftToAPerson() {
        dispatch(ScriptedTransport.answering(_ -> new Outcome.Unknown("the line broke")));
        assertThat(row().state()).isEqualTo(NotificationState.FAILED);
        assertThat(row().reason()).contains("the line broke");
    }

    @Test
    void noTransactionIsOpenWhileTheServerIsTalkedTo() {
        var open = new java.util.concurrent.atomic.AtomicBoolean();
        dispatch(ScriptedTransport.answering(_ -> {
            open.set(TransactionSynchronizationManager.isActualTransactionActive());
            return new Outcome.Accepted("250 ok");
        }));
        assertThat(row().state()).isEqualTo(NotificationState.SENT);
        assertThat(open).isFalse();
    }

    @Test
    void theLinkIsSignedOnlyInTheMailAndNotInTheLedger() {
        var accepting = ScriptedTransport.answering(_ -> new Outcome.Accepted("250 ok"));
        dispatch(accepting);

        var sent = accepting.handedTo(address()).getFirst();
        var link = Pattern.compile("/s/(rl2[^?]+)\\?return=").matcher(sent.text());
        assertThat(link.find()).isTrue();
        assertThat(sent.html()).contains("/s/rl2");
        assertThat(TenantContext.callAs(tenant, () -> sessions.verifyLink(link.group(1))))
                .hasValueSatisfying(session -> assertThat(session.tenant()).isEqualTo(tenant));
        assertThat(sessions.verify(link.group(1))).as("a link is no session").isEmpty();
        assertThat(row().html() + row().text()).doesNotContain("rl2.");
    }
}
