package app.retour.returns;

import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;

import app.retour.orders.Attributes;
import app.retour.orders.shoppers.ShopperUpsert;
import app.retour.returns.refunds.ReimbursementKind;
import app.retour.tracking.ParcelScan;
import app.retour.tracking.ParcelStatus;
import app.retour.tracking.ReverseShipmentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever was about to write of a shopper while they were erased writes nothing; whoever comes later knows of it. */
class WritingAfterAnErasureTests extends AfterAnErasure {
    @Test
    void whatShoppersWereAboutToSayOrWasAboutToBeSaidToThem() {
        assertAllAreRefused(Map.of(
                "request", () -> returns.request(asking(WORD), SHOPPER),
                "request by the team", () -> returns.request(asking(WORD), CLERK),
                "evidence",
                        () -> returns.giveEvidence(
                                inReview.returnId(),
                                List.of(new Returns.Evidence(itemOf(inReview), List.of(), WORD)),
                                SHOPPER),
                "tracking number",
                        () -> returns.announceTracking(
                                underWay.returnId(), "DHL", WORD + "12345", new WhichParcel.Unsaid(), SHOPPER),
                "rejection",
                        () -> reviews.reject(
                                inReview.returnId(), inReview.version(), choice(inReview), WORD, WORD, CLERK)));
    }

    @Test
    void whatWasAboutToBeSaidOfMoney() {
        var due = as(tenant, () -> returns.find(received.returnId()).orElseThrow())
                .refunds()
                .getFirst();
        assertAllAreRefused(Map.of(
                "failure", () -> refunds.markFailed(due.refundId(), WORD, CLERK),
                "adjustment", () -> refunds.adjust(due.refundId(), due.version(), new BigDecimal("-1.00"), WORD, CLERK),
                "means", () -> refunds.pickTender(due.refundId(), "card", WORD, CLERK),
                "giving up", () -> refunds.cancel(due.refundId(), WORD, CLERK),
                "goodwill",
                        () -> gifts.give(
                                received.returnId(), ReimbursementKind.GOODWILL, new BigDecimal("1.00"), WORD, CLERK)));
    }

    @Test
    void whatOtherModulesWereAboutToKeep() {
        var parcel = new ReverseShipmentId(underWay.parcels().getFirst().shipmentId());
        assertAllAreRefused(Map.of(
                "photo", this::photo,
                "note of a scan",
                        () -> shipments.recordScan(
                                new ParcelScan(parcel, ParcelStatus.IN_TRANSIT, Instant.now(), WORD)),
                "another order of before", () -> merchant.sold(1, 30),
                "shopper",
                        () -> shoppers.upsert(List.of(
                                new ShopperUpsert("ada@example.com", WORD, null, null, null, null, null, null, null))),
                "attribute",
                        () -> attributes.push(order.id(), List.of(new Attributes.Pushed("pickup", List.of(WORD))))));
    }
}
