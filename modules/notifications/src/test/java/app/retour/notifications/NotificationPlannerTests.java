package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Actor;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.notifications.ledger.Notification;
import app.retour.notifications.ledger.NotificationState;
import app.retour.notifications.moments.Moment;
import app.retour.returns.events.EvidenceRequestId;
import app.retour.returns.events.ReturnEvent;
import app.retour.returns.events.ReturnEvent.EvidenceGiven;
import app.retour.returns.events.ReturnEvent.EvidenceReminded;
import app.retour.returns.events.ReturnEvent.EvidenceWanted;
import app.retour.returns.events.ReturnEvent.ItemsReceived;
import app.retour.returns.events.ReturnEvent.ParcelOnItsWay;
import app.retour.returns.events.ReturnEvent.ReturnApproved;
import app.retour.returns.events.ReturnEvent.ReturnRejected;
import app.retour.returns.events.ReturnEvent.ReturnRequested;
import app.retour.returns.events.ReturnEvent.ReviewWanted;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.Stamp;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.ReceiptId;
import app.retour.tenants.tenancy.TenantContext;
import jakarta.mail.Multipart;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationsTest
class NotificationPlannerTests {
    private static final Actor POLICY = Actor.policy();

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

    @Test
    void anApprovedReturnIsToldOnceWithInstructions() throws Exception {
        hear(approved(2));
        dispatcher.dispatch(() -> true);

        var mail = scenery.mailOf(scenery.emailOf(shopper));
        assertThat(mail).hasSize(1);
        assertThat(mail.getFirst().getSubject()).startsWith("Return R-1001 approved");
        assertThat(mail.getFirst().getFrom()[0].toString()).contains("Lumen & Co");
        assertThat(mail.getFirst().getReplyTo()[0].toString()).isEqualTo("help@lumen.example");
        assertThat(partsOf(mail.getFirst()))
                .contains("Content-Type: text/plain", "Content-Type: text/html", "Mill Lane 4", "Reading lamp, brass");
        assertThat(only().state()).isEqualTo(NotificationState.SENT);
        assertThat(only().sentAt()).isNotNull();
        assertThat(mail.getFirst().getHeader("Message-ID")[0])
                .contains(only().id().value().toString());
    }

    @Test
    void hearingTwiceChangesNothing() {
        hear(approved(2));
        dispatcher.dispatch(() -> true);
        hear(approved(2));
        dispatcher.dispatch(() -> true);

        assertThat(scenery.mailOf(scenery.emailOf(shopper))).hasSize(1);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void hearingTheSameAtOnceOnManyThreadsTellsItOnce() throws Exception {
        atOnce(6, () -> hear(approved(2)));
        atOnce(3, () -> dispatcher.dispatch(() -> true));

        assertThat(scenery.mailOf(scenery.emailOf(shopper))).hasSize(1);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void beforeGoLiveNothingLeavesToAShopperButTheTeamIsTold() {
        tenant = scenery.aMerchantBeforeGoLive();
        lamp = scenery.returns().add(ItemDecision.IN_REVIEW, shopper, "Reading lamp");
        hear(new ReturnRequested(new Stamp(tenant, id(), "R-1001", 1, clock.instant(), POLICY)));
        hear(new ReviewWanted(
                new Stamp(tenant, id(), "R-1001", 2, clock.instant(), POLICY), List.of("Value over €100")));
        dispatcher.dispatch(() -> true);

        assertThat(scenery.mailOf(scenery.emailOf(shopper))).isEmpty();
        assertThat(scenery.mailOf(scenery.teamOf(tenant))).hasSize(1);
        assertThat(rows())
                .filteredOn(row -> row.state() == NotificationState.SKIPPED)
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("not live"));
    }

    @Test
    void aRequestDecidedAtOnceIsNotToldAsReceived() {
        hear(new ReturnRequested(new Stamp(tenant, id(), "R-1001", 1, clock.instant(), POLICY)));

        assertThat(only().state()).isEqualTo(NotificationState.SKIPPED);
        assertThat(only().reason()).contains("decided");
    }

    @Test
    void whatIsOvertakenBeforeItLeftIsSkippedAndSoIsWhatComesLate() {
        hear(approved(2));
        hear(new ItemsReceived(
                new Stamp(tenant, id(), "R-1001", 7, clock.instant(), POLICY), new ReceiptId(Ids.next())));
        hear(new ParcelOnItsWay(new Stamp(tenant, id(), "R-1001", 5, clock.instant(), POLICY), Ids.next()));
        dispatcher.dispatch(() -> true);

        assertThat(rows())
                .extracting(Notification::moment, Notification::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Moment.APPROVED, NotificationState.SKIPPED),
                        org.assertj.core.groups.Tuple.tuple(Moment.ON_ITS_WAY, NotificationState.SKIPPED),
                        org.assertj.core.groups.Tuple.tuple(Moment.ITEM_RECEIVED, NotificationState.SENT));
        assertThat(rows().getFirst().reason()).contains("overtaken by \"Item received\"");
    }

    @Test
    void evidenceGivenMeanwhileIsNotAskedForAnyMore() {
        var request = scenery.returns().wantEvidence(lamp, shopper);
        hear(new EvidenceWanted(new Stamp(tenant, id(), "R-1001", 2, clock.instant(), POLICY), request));
        assertThat(only().state()).isEqualTo(NotificationState.QUEUED);
        assertThat(only().text()).contains("Add 2 photos", "4 December 2026");

        hear(given(request));
        dispatcher.dispatch(() -> true);

        assertThat(only().reason()).contains("given meanwhile");
        assertThat(scenery.mailOf(scenery.emailOf(shopper))).isEmpty();
    }

    @Test
    void aReminderOfEvidenceIsAMessageOfItsOwnAndIsToldOnce() {
        var request = scenery.returns().wantEvidence(lamp, shopper);
        hear(new EvidenceWanted(new Stamp(tenant, id(), "R-1001", 2, clock.instant(), POLICY), request));
        hear(new EvidenceReminded(new Stamp(tenant, id(), "R-1001", 3, clock.instant(), Actor.clock()), request));
        hear(new EvidenceReminded(new Stamp(tenant, id(), "R-1001", 3, clock.instant(), Actor.clock()), request));
        assertThat(rows())
                .extracting(Notification::moment)
                .containsExactly(Moment.EVIDENCE_WANTED, Moment.EVIDENCE_REMINDER);
        assertThat(rows().getLast().text()).contains("We still wait", "Add 2 photos", "4 December 2026");
    }

    @Test
    void oldNewsIsNoNews() {
        hear(new ReturnApproved(
                new Stamp(tenant, id(), "R-1001", 2, clock.instant().minus(Duration.ofDays(10)), POLICY)));

        assertThat(only().reason()).contains("too long ago");
    }

    @Test
    void historyThatWasBroughtInIsRecordedWithItsRecipientAndNeverToldWhileWhatHappensNowIs() {
        TenantContext.runAs(tenant, () -> notifications.leaveUntold(clock.instant()));
        hear(new ReturnApproved(
                new Stamp(tenant, id(), "R-1001", 2, clock.instant().minus(Duration.ofMinutes(5)), POLICY)));
        dispatcher.dispatch(() -> true);

        assertThat(scenery.mailOf(scenery.emailOf(shopper))).isEmpty();
        assertThat(only().state()).isEqualTo(NotificationState.SKIPPED);
        assertThat(only().reason()).contains("history");
        assertThat(only().recipient()).isEqualTo(scenery.emailOf(shopper));

        hear(new ParcelOnItsWay(
                new Stamp(tenant, id(), "R-1001", 5, clock.instant().plusSeconds(1), POLICY), Ids.next()));
        dispatcher.dispatch(() -> true);
        assertThat(scenery.mailOf(scenery.emailOf(shopper))).hasSize(1);
    }

    @Test
    void aMomentSwitchedOffIsSkipped() {
        TenantContext.runAs(tenant, () -> templates.switchMoment(Moment.APPROVED, false));
        hear(approved(2));

        assertThat(only().reason()).contains("switched off");
    }

    @Test
    void anOrderWithoutAnAddressIsSkippedWithThatReason() {
        lamp = scenery.returns().add(ItemDecision.APPROVED, null, "Reading lamp");
        hear(approved(2));

        assertThat(only().reason()).contains("no e-mail address");
    }

    @Test
    void whatAShopperOrTheirGoodsAreCalledIsNeverMarkup() {
        lamp = scenery.returns().add(ItemDecision.REJECTED, shopper, "<img src=x>\n- **Lamp**");
        hear(new ReturnRejected(new Stamp(tenant, id(), "R-1001", 2, clock.instant(), POLICY)));

        assertThat(only().html()).contains("&lt;img src=x&gt;").doesNotContain("<img src=x");
        assertThat(only().text()).contains("1 × <img src=x> - ").contains("It was used.");
    }

    @Test
    void aRefusalIsExplainedInTheLanguageOfItsLetter() {
        TenantContext.runAs(
                tenant,
                () -> templates.save(
                        new TemplateDraft(
                                Moment.REJECTED,
                                Locale.GERMAN,
                                "Zu Ihrer Rücksendung",
                                "{% for item in return.rejected %}{{ item.title }}: {{ item.why }}{% endfor %}",
                                "Ansehen"),
                        0,
                        new Actor(Actor.Kind.STAFF, "p")));
        for (var language : List.of("de-AT", "fr")) {
            lamp = scenery.returns().add(ItemDecision.REJECTED, scenery.aShopperReading(language), "Lampe");
            hear(new ReturnRejected(new Stamp(tenant, id(), "R-1001", 2, clock.instant(), POLICY)));
            assertThat(only().text())
                    .contains(language.equals("fr") ? "It was used." : "Lampe, brass: Es wurde benutzt.");
        }
    }

    @Test
    void aTemplateThatFailsOnARealReturnGivesWayToOurs() {
        TenantContext.runAs(
                tenant,
                () -> templates.save(
                        new TemplateDraft(
                                Moment.APPROVED, null, "{% if parcel.carrier == 'DHL' %}Ok{% endif %}", "Body", "Open"),
                        0,
                        new Actor(Actor.Kind.STAFF, "p")));
        hear(approved(2));

        assertThat(only().subject()).startsWith("Return R-1001 approved");
        assertThat(only().templateVersion()).isZero();
    }

    private EvidenceGiven given(EvidenceRequestId request) {
        return new EvidenceGiven(new Stamp(tenant, id(), "R-1001", 3, clock.instant(), POLICY), request);
    }

    private ReturnApproved approved(long sequence) {
        return new ReturnApproved(new Stamp(tenant, id(), "R-1001", sequence, clock.instant(), POLICY));
    }

    private ReturnId id() {
        return new ReturnId(lamp);
    }

    private void hear(ReturnEvent event) {
        announcements.announceAndWait(event);
    }

    private List<Notification> rows() {
        return TenantContext.callAs(tenant, () -> notifications.of(lamp));
    }

    private Notification only() {
        assertThat(rows()).hasSize(1);
        return rows().getFirst();
    }

    private static void atOnce(int threads, Runnable action) throws InterruptedException {
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

    private static String partsOf(jakarta.mail.Part part) throws Exception {
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
