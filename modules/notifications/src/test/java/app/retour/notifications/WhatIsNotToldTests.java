package app.retour.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.notifications.ledger.Notification;
import app.retour.notifications.ledger.NotificationState;
import app.retour.notifications.moments.Moment;
import app.retour.returns.events.ReturnEvent.EvidenceWanted;
import app.retour.returns.events.ReturnEvent.ItemsReceived;
import app.retour.returns.events.ReturnEvent.ParcelOnItsWay;
import app.retour.returns.events.ReturnEvent.ReturnApproved;
import app.retour.returns.events.ReturnEvent.ReturnRequested;
import app.retour.returns.events.ReturnEvent.ReviewWanted;
import app.retour.returns.events.Stamp;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.status.ReceiptId;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIsNotToldTests extends PlannedNotifications {
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
}
