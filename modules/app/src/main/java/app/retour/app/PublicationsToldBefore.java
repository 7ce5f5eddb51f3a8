package app.retour.app;

import app.retour.app.FailedPublications.Stored;
import app.retour.notifications.ReturnsToldBefore;
import app.retour.returns.events.ReturnEvent;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.Timestamp;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives what an earlier version announced to whoever hears it now: taken from the registry and told, both or neither. */
@Component
class PublicationsToldBefore {
    private static final Logger LOG = LoggerFactory.getLogger(PublicationsToldBefore.class);
    private final ReturnsToldBefore returns;
    private final StoredEvents events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PublicationsToldBefore(
            ReturnsToldBefore returns,
            StoredEvents events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.returns = returns;
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void hear(Stored publication) {
        try {
            if (publication.read(events) instanceof ReturnEvent event) {
                TenantContext.runAs(
                        event.tenant(), () -> transactions.executeWithoutResult(_ -> takeAndTell(publication, event)));
            }
        } catch (ClassNotFoundException | RuntimeException failed) {
            LOG.warn("Event publication {} of an earlier version could not be told", publication.id(), failed);
            jdbc.sql("""
                            update event_publication set completion_attempts = coalesce(completion_attempts, 0) + 1,
                                last_resubmission_date = ? where id = ? and status = 'FAILED'
                            """)
                    .params(Timestamp.from(clock.instant()), publication.id())
                    .update();
        }
    }

    private void takeAndTell(Stored publication, ReturnEvent event) {
        var taken = jdbc.sql("delete from event_publication where id = ? and status = 'FAILED'")
                .param(publication.id())
                .update();
        if (taken > 0) {
            returns.hear(event);
        }
    }
}
