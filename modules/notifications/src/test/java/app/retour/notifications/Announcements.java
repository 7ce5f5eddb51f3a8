package app.retour.notifications;

import static org.awaitility.Awaitility.await;

import app.retour.returns.events.ReturnEvent;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Announces what returns would, through the event registry, and waits until everybody has heard it. */
@TestComponent
class Announcements {
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    Announcements(ApplicationEventPublisher events, PlatformTransactionManager transactions, JdbcClient jdbc) {
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    void announce(ReturnEvent event) {
        TenantContext.runAs(event.tenant(), () -> transactions.executeWithoutResult(_ -> events.publishEvent(event)));
    }

    void announceAndWait(ReturnEvent event) {
        announce(event);
        awaitSilence(event);
    }

    void awaitSilence(ReturnEvent event) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jdbc.sql("select count(*) from event_publication where serialized_event like ?")
                                .param("%" + event.returnId() + "%")
                                .query(Integer.class)
                                .single()
                        == 0);
    }
}
