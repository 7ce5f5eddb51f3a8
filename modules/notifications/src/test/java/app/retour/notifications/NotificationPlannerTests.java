package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Actor;
import app.retour.notifications.ledger.Notification;
import app.retour.notifications.ledger.NotificationState;
import app.retour.notifications.moments.Moment;
import app.retour.returns.events.ReturnEvent.EvidenceReminded;
import app.retour.returns.events.ReturnEvent.EvidenceWanted;
import app.retour.returns.events.ReturnEvent.ReturnRejected;
import app.retour.returns.events.Stamp;
import app.retour.returns.status.ItemDecision;
import app.retour.tenants.tenancy.TenantContext;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NotificationPlannerTests extends PlannedNotifications {
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
}
