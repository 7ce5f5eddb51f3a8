package app.retour.tenants.accountmail;

import app.retour.mail.journal.InterruptedMails;
import app.retour.mail.queue.LeaseQueue;
import app.retour.mail.queue.QueueTable;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The rows of mails about accounts, as a queue. The words of one are kept while it may still leave: until it is sent or given
 * up, and of one that was cut off while the journal of its process may still be found.
 */
@Component
class AccountMailRows implements InterruptedMails {
    /** Longer than the longest talk with a server. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final QueueTable TABLE = new QueueTable(
            "tenants.account_mail",
            "next_try_at",
            "next_try_at",
            "last_error",
            "sealed",
            "FAILED",
            "true",
            "due.next_try_at",
            "sealed = case when :state = 'QUEUED' then sealed end",
            "sealed = case when journal is not null then sealed end",
            false);

    private final LeaseQueue queue;
    private final AccountMailWakeUp wakeUp;

    AccountMailRows(JdbcClient jdbc, PlatformTransactionManager transactions, AccountMailWakeUp wakeUp) {
        this.queue = LeaseQueue.ofTheHouse(jdbc, transactions, TABLE, LEASE);
        this.wakeUp = wakeUp;
    }

    LeaseQueue queue() {
        return queue;
    }

    @Override
    public int putBack(UUID journal, Collection<Long> numbers) {
        var back = queue.putBack(journal, numbers, "id", (row, _) -> row.getObject(1, UUID.class));
        wakeUp.now();
        return back.size();
    }
}
