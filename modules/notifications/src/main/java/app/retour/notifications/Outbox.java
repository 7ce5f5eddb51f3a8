package app.retour.notifications;

import app.retour.kernel.TenantId;
import app.retour.mail.journal.JournalEntry;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger as a queue. Each step is a short transaction of its own; the time is the database's, since the clocks of
 * replicas may differ.
 */
@Component
class Outbox {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final NotificationSettings settings;

    Outbox(JdbcClient jdbc, PlatformTransactionManager transactions, NotificationSettings settings) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.settings = settings;
    }

    /** A message as a worker took it. */
    record Taken(
            UUID id,
            String email,
            String subject,
            String text,
            String html,
            String messageId,
            int attempts,
            @Nullable UUID order) {}

    /** Merchants with something due, the longest waiting first. */
    List<TenantId> tenantsWithDueMail() {
        return jdbc.sql("select tenant_id from notifications.due_door(100)")
                .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Takes some of the tenant's due messages, the earliest of each return first. Before that it gives up what a crash
     * left being handed over, and skips what must not leave (any more).
     */
    List<Taken> take(UUID claim, boolean live) {
        return take(claim, live, settings.batch());
    }

    /**
     * Chosen as an array: the rows of an {@code in} may be asked for several times, each time others, past the bound.
     *
     * @param most how many at most
     */
    List<Taken> take(UUID claim, boolean live, int most) {
        return required(transactions.execute(_ -> {
            giveUpUnknownOutcomes();
            if (!live) {
                skip("audience = 'SHOPPER'", NotificationPlanner.NOT_LIVE);
            }
            skip(
                    "not resent and happened_at < now() - make_interval(secs => %d)"
                            .formatted(settings.tooOld().toSeconds()),
                    NotificationPlanner.TOO_OLD);
            return jdbc.sql("""
                            update notifications.notification
                            set state = 'CLAIMED', reason = 'A worker has taken it', claim = :claim,
                                attempts = attempts + 1, lease_until = now() + make_interval(secs => :lease)
                            where tenant_id = :tenant and id = any(array(
                                select due.id from notifications.notification due
                                where due.tenant_id = :tenant
                                  and (due.state = 'QUEUED' and due.next_attempt_at <= now()
                                    or due.state = 'CLAIMED' and due.lease_until <= now())
                                  and not exists (
                                    select from notifications.notification earlier
                                    where earlier.tenant_id = :tenant and earlier.return_id = due.return_id
                                      and earlier.recipient_key = due.recipient_key and earlier.sequence < due.sequence
                                      and earlier.state in ('QUEUED', 'CLAIMED', 'HANDING_OVER'))
                                order by due.next_attempt_at, due.sequence
                                limit :most for update skip locked))
                            returning id, recipient_email, subject_line, text_part, html_part, message_id, attempts, order_id
                            """)
                    .param("claim", claim)
                    .param("lease", settings.lease().toMillis() / 1000.0)
                    .param("tenant", tenant())
                    .param("most", most)
                    .query((row, _) -> new Taken(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getInt(7),
                            row.getObject(8, UUID.class)))
                    .list();
        }));
    }

    /** Gives it the whole lease from now on. False: it is no longer this worker's. */
    boolean stillMine(UUID id, UUID claim) {
        return note(id, claim, "CLAIMED", "It is being told to the mail server", null);
    }

    /**
     * Notes, before the end of it is said, that the server may have it. False: it is no longer this worker's.
     *
     * @param entry by which {@link InterruptedNotifications} finds it, should the end never be said
     */
    boolean handingOver(UUID id, UUID claim, @Nullable JournalEntry entry) {
        return note(id, claim, "HANDING_OVER", "The mail server was told all of it and has not answered", entry);
    }

    private boolean note(UUID id, UUID claim, String state, String reason, @Nullable JournalEntry entry) {
        return required(transactions.execute(_ -> jdbc.sql("""
                                update notifications.notification
                                set state = ?, reason = ?, lease_until = now() + make_interval(secs => ?),
                                    journal = ?, journal_entry = ?
                                where tenant_id = ? and id = ? and claim = ? and state = 'CLAIMED'
                                """)
                        .param(state)
                        .param(reason)
                        .param(settings.lease().toMillis() / 1000.0)
                        .param(entry == null ? null : entry.journal())
                        .param(entry == null ? null : entry.number())
                        .param(tenant())
                        .param(id)
                        .param(claim)
                        .update()
                == 1));
    }

    void sent(UUID id, UUID claim, String answer) {
        settle(id, claim, "SENT", answer, "sent_at = now(), next_attempt_at = null");
    }

    void failed(UUID id, UUID claim, String reason) {
        settle(id, claim, "FAILED", reason, "next_attempt_at = null");
    }

    void again(UUID id, UUID claim, String reason, Duration pause) {
        settle(
                id,
                claim,
                "QUEUED",
                reason,
                "next_attempt_at = case when text_part is not null then now() + make_interval(secs => %d) end"
                        .formatted(Math.max(1, pause.toSeconds())));
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

    /** A shopper may have been erased meanwhile: what has no words any more is not sent, and no answer names them. */
    private void settle(UUID id, UUID claim, String state, String reason, String change) {
        transactions.executeWithoutResult(_ -> jdbc.sql("""
                                update notifications.notification
                                set state = case when text_part is null and ? <> 'SENT' then 'SKIPPED' else ? end,
                                    reason = case when text_part is null then reason else ? end,
                                    lease_until = null, claim = null, journal = null, journal_entry = null, %s
                                where tenant_id = ? and id = ? and claim = ? and state in ('CLAIMED', 'HANDING_OVER')
                                """.formatted(change))
                .params(state, state, reason, tenant(), id, claim)
                .update());
    }

    /** Their journal stays named: its process may come back to tell that some had not left. */
    private void giveUpUnknownOutcomes() {
        jdbc.sql("""
                        update notifications.notification
                        set state = 'FAILED', lease_until = null, claim = null, next_attempt_at = null, reason = ?
                        where tenant_id = ? and state = 'HANDING_OVER' and lease_until <= now()
                        """).params(UNKNOWN_OUTCOME, tenant()).update();
    }

    private void skip(String which, String reason) {
        jdbc.sql("""
                        update notifications.notification
                        set state = 'SKIPPED', reason = :reason, next_attempt_at = null, lease_until = null, claim = null
                        where tenant_id = :tenant
                          and (state = 'QUEUED' and next_attempt_at <= now() or state = 'CLAIMED' and lease_until <= now())
                          and %s
                        """.formatted(which))
                .param("reason", reason)
                .param("tenant", tenant())
                .update();
    }

    static final String UNKNOWN_OUTCOME = "Unknown whether it was sent: the worker stopped between telling the mail"
            + " server all of it and hearing the answer. It is not sent again by itself; a person may";

    private static UUID tenant() {
        return TenantContext.current().value();
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("A transaction gave nothing");
        }
        return value;
    }
}
