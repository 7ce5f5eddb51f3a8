package app.retour.returns;

import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.tracking.ReverseShipmentId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TeamAfterAnErasureTests extends AfterAnErasure {
    @Test
    void whatTheTeamWasAboutToSay() {
        assertAllAreRefused(Map.of(
                "closing", () -> reviews.close(inReview.returnId(), inReview.version(), WORD, CLERK),
                "note of the warehouse",
                        () -> receiving.grade(counted.receiptId(), List.of(graded(counted, WORD)), CLERK),
                "unexpected thing", () -> receiving.addUnexpected(counting.receiptId(), null, WORD, 1, null),
                "settlement",
                        () -> reviews.settle(
                                returns.discrepancies(received.returnId())
                                        .getFirst()
                                        .discrepancyId(),
                                WORD),
                "scanned code", () -> receiving.open(underWay.rmaNumber(), false, CLERK)));
    }

    @Test
    void theTeamMayStillTakeGoodsBackWithoutAWordOfThem() {
        as(tenant, () -> {
            erase();
            refused(List.of("items", "0", "comment"), () -> returns.request(asking(WORD), CLERK));
            refused(List.of("orderId"), () -> returns.request(wants(order, 1, "defective"), SHOPPER));
            var made = returns.request(wants(order, 1, "defective"), CLERK);
            refused(
                    List.of("returnId"),
                    () -> returns.giveEvidence(
                            made.returnId(), List.of(new Returns.Evidence(itemOf(made), List.of(), WORD)), SHOPPER));
            var sent = reviews.approve(made.returnId(), made.version(), choice(made), null, CLERK);
            refused(
                    List.of("trackingNumber"),
                    () -> returns.announceTracking(
                            made.returnId(), "DHL", WORD + "12345", new WhichParcel.Unsaid(), CLERK));
            refused(
                    List.of("trackingNumber"),
                    () -> shipments.follow(
                            new ReverseShipmentId(sent.parcels().getFirst().shipmentId()), "DHL", WORD + "12345"));
            return true;
        });
        assertThat(placesOf(WORD)).isEmpty();
    }
}
