package app.retour.notifications;

import app.retour.kernel.TenantId;
import app.retour.mail.journal.InterruptedMails;
import app.retour.notifications.ledger.Ledger;
import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.NotificationTrigger;
import app.retour.notifications.moments.NotificationTrigger.Subject;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages that a killed process had noted as handed over, given up meanwhile or not. What became
 * pointless meanwhile is not told.
 */
@Component
class InterruptedNotifications implements InterruptedMails {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Outbox outbox;
    private final Ledger ledger;
    private final DispatcherWakeUp nudge;

    InterruptedNotifications(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Outbox outbox,
            Ledger ledger,
            DispatcherWakeUp nudge) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.outbox = outbox;
        this.ledger = ledger;
        this.nudge = nudge;
    }

    @Override
    public int putBack(UUID journal, Collection<Long> numbers) {
        var tenants = jdbc.sql("select tenant_id from notifications.journal_door(?)")
                .param(journal)
                .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
        var count = 0;
        for (var tenant : tenants) {
            count += TenantContext.callAs(tenant, () -> putBackOfOne(journal, numbers));
        }
        nudge.now();
        return count;
    }

    private int putBackOfOne(UUID journal, Collection<Long> numbers) {
        var back = transactions.execute(_ -> {
            var queued = outbox.queue()
                    .putBack(
                            journal,
                            numbers,
                            "moment, subject_kind, subject_id, return_id, rma_number, sequence, happened_at",
                            InterruptedNotifications::occasion);
            queued.forEach(this::leaveIfOvertaken);
            return queued.size();
        });
        return back == null ? 0 : back;
    }

    private void leaveIfOvertaken(NotificationTrigger occasion) {
        if (occasion.returnId() == null) {
            return;
        }
        ledger.recorded(occasion.returnId())
                .overtaking(occasion, occasion.moment().overtakenBy())
                .ifPresent(by ->
                        ledger.withdraw(occasion.moment(), occasion.subject().id(), Ledger.overtaken(by)));
    }

    private static NotificationTrigger occasion(ResultSet row, int number) throws SQLException {
        return new NotificationTrigger(
                Moment.valueOf(row.getString("moment")),
                new Subject(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                row.getObject("return_id", UUID.class),
                row.getString("rma_number"),
                row.getLong("sequence"),
                row.getTimestamp("happened_at").toInstant());
    }
}
