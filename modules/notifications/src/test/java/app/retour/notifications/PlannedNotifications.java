package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Actor;
import app.retour.kernel.TenantId;
import app.retour.notifications.ledger.Notification;
import app.retour.returns.events.EvidenceRequestId;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.events.ReturnEvent.EvidenceGiven;
import app.retour.returns.events.ReturnEvent.ReturnApproved;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.Stamp;
import app.retour.returns.status.ItemDecision;
import app.retour.tenants.tenancy.TenantContext;
import jakarta.mail.Multipart;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationsTest
abstract class PlannedNotifications {
    static final Actor POLICY = Actor.policy();

    @Autowired
    Scenery.Merchandise scenery;

    @Autowired
    Announcements announcements;

    @Autowired
    Notifications notifications;

    @Autowired
    MessageTemplates templates;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Clock clock;

    TenantId tenant;

    UUID shopper;

    UUID lamp;

    @BeforeEach
    void aLiveMerchantWithAReturn() {
        tenant = scenery.aLiveMerchant();
        shopper = scenery.aShopper();
        lamp = scenery.returns().add(ItemDecision.APPROVED, shopper, "Reading lamp");
    }

    EvidenceGiven given(EvidenceRequestId request) {
        return new EvidenceGiven(new Stamp(tenant, id(), "R-1001", 3, clock.instant(), POLICY), request);
    }

    ReturnApproved approved(long sequence) {
        return new ReturnApproved(new Stamp(tenant, id(), "R-1001", sequence, clock.instant(), POLICY));
    }

    ReturnId id() {
        return new ReturnId(lamp);
    }

    void hear(ReturnEvent event) {
        announcements.announceAndWait(event);
    }

    List<Notification> rows() {
        return TenantContext.callAs(tenant, () -> notifications.of(lamp));
    }

    Notification only() {
        assertThat(rows()).hasSize(1);
        return rows().getFirst();
    }

    static void atOnce(int threads, Runnable action) throws InterruptedException {
        var ready = new CountDownLatch(threads);
        var running = new java.util.ArrayList<Thread>();
        for (var i = 0; i < threads; i++) {
            running.add(Thread.ofVirtual().start(() -> {
                ready.countDown();
                try {
                    ready.await();
                } catch (InterruptedException stopped) {
                    return;
                }
                action.run();
            }));
        }
        for (var thread : running) {
            thread.join();
        }
    }

    static String partsOf(jakarta.mail.Part part) throws Exception {
        var all = new StringBuilder("Content-Type: " + part.getContentType() + "\n");
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                all.append(partsOf(parts.getBodyPart(i)));
            }
        } else {
            all.append(part.getContent());
        }
        return all.toString();
    }
}
