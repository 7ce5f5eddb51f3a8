package app.retour.notifications;

import app.retour.kernel.TenantId;
import app.retour.mail.queue.LeaseQueue;
import app.retour.mail.queue.QueueTable;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger as a queue: which messages are due, and what must not leave any more. Each step is a short transaction of its
 * own; the time is the database's, since the clocks of replicas may differ.
 */
@Component
class Outbox {
    private static final QueueTable LEDGER = new QueueTable(
            "notifications.notification",
            "next_attempt_at",
            "lease_until",
            "reason",
            "text_part",
            "SKIPPED",
            // The earliest of each return and recipient first.
            """
            not exists (
              select from notifications.notification earlier
              where earlier.tenant_id = :tenant and earlier.return_id = due.return_id
                and earlier.recipient_key = due.recipient_key and earlier.sequence < due.sequence
                and earlier.state in ('QUEUED', 'CLAIMED', 'HANDING_OVER'))""",
            "due.next_attempt_at, due.sequence",
            "sent_at = case when :state = 'SENT' then now() else sent_at end",
            "",
            true);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final NotificationSettings settings;
    private final LeaseQueue queue;

    Outbox(JdbcClient jdbc, PlatformTransactionManager transactions, NotificationSettings settings) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.settings = settings;
        this.queue = LeaseQueue.ofTenants(jdbc, transactions, LEDGER, settings.lease(), Outbox::tenant);
    }

    /** What every queue of mails can do. */
    LeaseQueue queue() {
        return queue;
    }

    /** A message as a worker took it. */
    record Message(
            UUID id,
            String email,
            String subject,
            String text,
            String html,
            String messageId,
            int attempts,
            @Nullable UUID order,
            boolean isTooOld) {}

    /**
     * A merchant with messages that are due.
     *
     * @param hasRunOut whether a worker did not come to an end with one of theirs
     */
    record Waiting(TenantId tenant, boolean hasRunOut) {}

    /** Merchants with something due, the longest waiting first. */
    List<Waiting> waiting() {
        return jdbc.sql("select tenant_id, id from notifications.waiting_door(100)")
                .query((row, _) ->
                        new Waiting(new TenantId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class) != null))
                .list();
    }

    /** Gives up what a crash left being handed over; what was taken and not begun waits for its turn again. */
    void endLeases() {
        transactions.executeWithoutResult(_ -> {
            queue.giveUpInterrupted();
            queue.takeBack();
        });
    }

    /**
     * Takes some of the tenant's due messages, the earliest of each return first. What must not leave (any more) is skipped.
     *
     * @param most how many at most
     */
    List<Message> take(UUID claim, boolean live, int most) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            if (!live) {
                skip(
                        "audience = 'SHOPPER' and state = 'QUEUED' and next_attempt_at <= now()",
                        NotificationPlanner.NOT_LIVE);
            }
            while (true) {
                var taken = claimed(claim, most);
                var timely =
                        taken.stream().filter(message -> !message.isTooOld()).toList();
                if (timely.size() < taken.size()) {
                    skip("claim = '%s' and %s".formatted(claim, tooOld()), NotificationPlanner.TOO_OLD);
                }
                if (!timely.isEmpty() || taken.isEmpty()) {
                    return timely;
                }
            }
        }));
    }

    private List<Message> claimed(UUID claim, int most) {
        return queue.claim(
                claim,
                most,
                "id, recipient_email, subject_line, text_part, html_part, message_id, attempts, order_id, " + tooOld(),
                (row, _) -> new Message(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7),
                        row.getObject(8, UUID.class),
                        row.getBoolean(9)));
    }

    private String tooOld() {
        return "not resent and happened_at < now() - make_interval(secs => %d)"
                .formatted(settings.tooOld().toSeconds());
    }

    /** Lets all that is due wait a while, in its order. */
    void hold(String reason, Duration pause) {
        transactions.executeWithoutResult(
                _ -> jdbc.sql("""
                                update notifications.notification
                                set reason = ?, next_attempt_at = now() + make_interval(secs => ?)
                                where tenant_id = ? and state = 'QUEUED' and next_attempt_at <= now()
                                """).params(reason, pause.toSeconds(), tenant()).update());
    }

    /** In the caller's transaction. False: it has not failed (any more). */
    boolean resend(UUID id) {
        return jdbc.sql("""
                                update notifications.notification
                                set state = 'QUEUED', reason = 'A person sends it again', resent = true, attempts = 0,
                                    next_attempt_at = now(), journal = null, journal_entry = null
                                where tenant_id = ? and id = ? and state = 'FAILED'
                                """).params(tenant(), id).update() == 1;
    }

    private void skip(String which, String reason) {
        jdbc.sql("""
                        update notifications.notification
                        set state = 'SKIPPED', reason = :reason, next_attempt_at = null, lease_until = null, claim = null
                        where tenant_id = :tenant and %s
                        """.formatted(which))
                .param("reason", reason)
                .param("tenant", tenant())
                .update();
    }

    private static UUID tenant() {
        return TenantContext.current().value();
    }
}
