package app.retour.returns;

import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.Order;
import app.retour.returns.events.DiscrepancyKind;
import app.retour.returns.events.RefundState;
import app.retour.returns.status.Headline;
import app.retour.returns.view.Refund;
import app.retour.returns.view.Return;
import app.retour.returns.view.ReturnParcel;
import app.retour.tenants.tenancy.TenantContext;
import app.retour.tracking.ParcelScan;
import app.retour.tracking.ParcelState;
import app.retour.tracking.ParcelStatus;
import app.retour.tracking.ReverseShipmentId;
import app.retour.tracking.ReverseShipments;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

/** Money that is due by a scan is due by a scan of the parcel that the goods are in. */
@RetourTest
class WhoseParcelTests {
    private static final String NUMBER = "1Z999AA10123456784";
    private static final String OTHER = "00340434161094000001";

    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    ReverseShipments shipments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private TenantId tenant = new TenantId(Ids.next());
    private final Instant now = Instant.now();

    @BeforeEach
    void aShopPaysAtTheFirstScan() {
        tenant = merchant.opens();
        as(tenant, () -> {
            merchant.publishes(Map.of(
                    "name",
                    "trust",
                    "when",
                    Map.of("all", List.of()),
                    "then",
                    Map.of("decision", Map.of("outcome", "APPROVE"), "refundMoment", "FIRST_SCAN")));
            return true;
        });
    }

    @Test
    void whatWentBackToItsSenderIsNotWithUsAndNothingIsDue() {
        var asked = asked(merchantSold());
        said(NUMBER, "return_to_sender", Instant.now());
        said(NUMBER, "delivered", Instant.now());
        var made = announced(asked, NUMBER);
        assertThat(made.parcels())
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.state()).isEqualTo(ParcelState.EXCEPTION));
        assertThat(made.refunds()).isEmpty();
        assertThat(made.headline()).isEqualTo(Headline.PROBLEM);
    }

    @Test
    void theParcelThatBroughtTheGoodsIsNotTheOneThatTakesThemBack() {
        said(NUMBER, "in_transit", now.minus(Duration.ofDays(7)));
        said(NUMBER, "delivered", now.minus(Duration.ofDays(5)));
        var made = announced(asked(merchantSold()), NUMBER);
        assertThat(made.refunds()).isEmpty();
        assertThat(made.headline()).isEqualTo(Headline.APPROVED);
        assertFlagged(made, "was on its way before the return was asked for");
        announced(made, " 1z 999 aa1 0123456784 ");
        assertFlagged(made, "was on its way before");

        said(OTHER, "in_transit", now.minusSeconds(60));
        var right = announced(made, OTHER);
        assertThat(right.parcels()).as("the same parcel, by its right number").hasSize(1);
        assertThat(right.headline()).isEqualTo(Headline.ON_ITS_WAY);
        assertThat(right.refunds()).hasSize(1);
    }

    @Test
    void whatWasDeliveredTodayBeforeTheReturnWasAskedForIsNotTheReturn() {
        said(NUMBER, "delivered", now.minusSeconds(60));
        var made = announced(asked(merchantSold()), NUMBER);
        assertThat(made.refunds()).isEmpty();
        assertThat(made.headline()).isEqualTo(Headline.APPROVED);
        assertFlagged(made, "was on its way before the return was asked for");
    }

    @Test
    void aNumberTypedOtherwiseIsTheSameNumber() {
        said(NUMBER, "in_transit", now.minusSeconds(60));
        var made = announced(asked(merchantSold()), " 1z 999-aa10 1234 56784");
        assertThat(made.headline()).isEqualTo(Headline.ON_ITS_WAY);
        assertThat(announced(made, NUMBER).parcels()).hasSize(1);
    }

    @Test
    void aCorrectedNumberLeavesTheScansOfTheWrongOneBehind() {
        var asked = asked(merchantSold());
        said(NUMBER, "delivered", Instant.now());
        var made = announced(asked, NUMBER);
        assertThat(made.headline()).isEqualTo(Headline.DELIVERED_TO_US);
        assertThat(made.refunds())
                .singleElement()
                .satisfies(refund -> assertThat(refund.state()).isEqualTo(RefundState.DUE));
        var wrong = new ReverseShipmentId(made.parcels().getFirst().shipmentId());
        as(
                tenant,
                () -> returns.announceTracking(made.returnId(), null, OTHER, new WhichParcel.Instead(wrong), SHOPPER));
        var right = found(made);
        assertThat(right.parcels()).singleElement().satisfies(parcel -> {
            assertThat(parcel.trackingNumber()).isEqualTo(OTHER);
            assertThat(parcel.state()).isEqualTo(ParcelState.LABEL_READY);
        });
        assertThat(right.headline()).isEqualTo(Headline.APPROVED);
        assertThat(right.refunds())
                .singleElement()
                .satisfies(refund -> assertThat(refund.state()).isEqualTo(RefundState.CANCELED));

        said(OTHER, "in_transit", now.minusSeconds(30));
        as(
                tenant,
                () -> returns.announceTracking(
                        made.returnId(), null, NUMBER + "X", new WhichParcel.Instead(wrong), SHOPPER));
        as(
                tenant,
                () -> returns.announceTracking(made.returnId(), null, OTHER, new WhichParcel.Instead(wrong), SHOPPER));
        assertThat(found(made).refunds())
                .as("due by the right parcel, once")
                .extracting(Refund::state)
                .containsExactlyInAnyOrder(RefundState.CANCELED, RefundState.DUE);
    }

    @Test
    void twoNumbersBeforeAnythingLeftAreTwoParcelsWhereTheShopperSaysSo() {
        var made = announced(asked(merchantSold()), NUMBER);
        as(tenant, () -> returns.announceTracking(made.returnId(), null, OTHER, new WhichParcel.Further(), SHOPPER));
        assertThat(found(made).parcels())
                .extracting(ReturnParcel::trackingNumber)
                .containsExactly(NUMBER, OTHER);
        as(tenant, () -> returns.announceTracking(made.returnId(), null, OTHER, new WhichParcel.Further(), SHOPPER));
        assertThat(found(made).parcels()).as("told twice").hasSize(2);

        var first = new ReverseShipmentId(found(made).parcels().getFirst().shipmentId());
        assertThatExceptionOfType(Refusal.class)
                .as("a number is of one parcel")
                .isThrownBy(() -> as(
                        tenant,
                        () -> returns.announceTracking(
                                made.returnId(), null, " " + OTHER, new WhichParcel.Instead(first), SHOPPER)))
                .returns(ErrorCode.TAKEN, Refusal::code)
                .returns(List.of("trackingNumber"), Refusal::field);
        assertThat(found(made).parcels().getFirst().trackingNumber()).isEqualTo(NUMBER);
    }

    @Test
    void aNumberCorrectedIntoSomebodyElsesLeavesNothingOfTheOldOneEither() {
        said(OTHER, "in_transit", now.minusSeconds(90));
        var stranger = announced(asked(as(tenant, () -> merchant.soldToGuest(1, 5))), OTHER);
        assertThat(stranger.refunds()).hasSize(1);

        var asked = asked(merchantSold());
        said(NUMBER, "delivered", Instant.now());
        var made = announced(asked, NUMBER);
        assertThat(made.headline()).isEqualTo(Headline.DELIVERED_TO_US);
        var parcel = new ReverseShipmentId(made.parcels().getFirst().shipmentId());
        as(
                tenant,
                () -> returns.announceTracking(made.returnId(), null, OTHER, new WhichParcel.Instead(parcel), SHOPPER));
        var doubted = found(made);
        assertThat(doubted.headline()).isEqualTo(Headline.APPROVED);
        assertThat(doubted.refunds()).extracting(Refund::state).containsExactly(RefundState.CANCELED);
        assertThat(doubted.parcels()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(ParcelState.LABEL_READY);
            assertThat(one.movedAt()).as("nothing is known to have moved").isNull();
        });
        assertFlagged(doubted, "was given before by another shopper");
    }

    @Test
    void whatIsHeardLateOfAnEarlierScanIsWhenItMoved() {
        said(NUMBER, "in_transit", now.minusSeconds(60));
        var made = announced(asked(merchantSold()), NUMBER);
        var parcel = new ReverseShipmentId(made.parcels().getFirst().shipmentId());
        var earlier = now.minusSeconds(600).truncatedTo(ChronoUnit.MICROS);
        as(tenant, () -> shipments.recordScan(new ParcelScan(parcel, ParcelStatus.IN_TRANSIT, earlier, null)));
        await().atMost(Duration.ofMinutes(5))
                .until(() -> earlier.equals(found(made).parcels().getFirst().movedAt()));
        assertThat(found(made).refunds()).as("still due once").hasSize(1);
    }

    @Test
    void whatTurnsBackOnItsWayIsNotDueAnyMore() {
        said(NUMBER, "in_transit", now.minus(Duration.ofHours(3)));
        var made = announced(asked(merchantSold()), NUMBER);
        assertThat(made.refunds()).extracting(Refund::state).containsExactly(RefundState.DUE);
        var parcel = new ReverseShipmentId(made.parcels().getFirst().shipmentId());
        as(
                tenant,
                () -> shipments.recordScan(
                        new ParcelScan(parcel, ParcelStatus.RETURN_TO_SENDER, now.minusSeconds(60), null)));
        await().atMost(Duration.ofMinutes(5)).until(() -> found(made).headline() == Headline.PROBLEM);
        assertThat(found(made).refunds()).extracting(Refund::state).containsExactly(RefundState.CANCELED);
        as(
                tenant,
                () -> shipments.recordScan(new ParcelScan(parcel, ParcelStatus.DELIVERED, now.minusSeconds(30), null)));
        assertThat(found(made).headline()).isEqualTo(Headline.PROBLEM);
    }

    @Test
    void oneParcelMayHoldTwoReturnsOfOneShopperButNotOfTwo() {
        said(NUMBER, "in_transit", now.minusSeconds(60));
        var order = as(tenant, () -> merchant.sold(2, 5));
        var one = announced(asked(order), NUMBER);
        var two = announced(asked(order), NUMBER);
        assertThat(one.refunds()).hasSize(1);
        assertThat(two.refunds()).hasSize(1);

        var stranger = announced(asked(as(tenant, () -> merchant.soldToGuest(1, 5))), NUMBER);
        assertThat(stranger.refunds()).isEmpty();
        assertThat(stranger.headline()).isEqualTo(Headline.APPROVED);
        assertFlagged(stranger, "was given before by another shopper, for " + one.rmaNumber());
    }

    private void assertFlagged(Return made, String because) {
        assertThat(as(tenant, () -> returns.discrepancies(made.returnId())))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.kind()).isEqualTo(DiscrepancyKind.ANOTHERS_PARCEL);
                    assertThat(found.text()).contains(because);
                });
    }

    private Order merchantSold() {
        return as(tenant, () -> merchant.sold(1, 5));
    }

    private Return asked(Order order) {
        return as(tenant, () -> returns.request(wants(order, 1, "too_small"), SHOPPER));
    }

    private Return announced(Return made, String number) {
        as(tenant, () -> returns.announceTracking(made.returnId(), null, number, new WhichParcel.Unsaid(), SHOPPER));
        return found(made);
    }

    private Return found(Return made) {
        return as(tenant, () -> returns.find(made.returnId()).orElseThrow());
    }

    /** A carrier's message that came before anybody gave the number. */
    private void said(String number, String status, Instant at) {
        var body = """
                {"id": "evt_%1$s_%2$s", "object": "Event", "result": {"object": "Tracker", "tracking_code": "%1$s",
                 "carrier": "UPS", "status": "%2$s", "updated_at": "%3$s"}}""".formatted(number, status, at);
        TenantContext.callAs(tenant, (Supplier<Boolean>) () -> transactions.execute(_ -> {
            jdbc.sql("""
                            insert into tracking.raw_event
                                (tenant_id, id, source, event_id, tracking_number, number_key, state, received_at, body)
                            values (?, ?, 'EASYPOST', ?, ?, ?, 'UNMATCHED', ?, ?)
                            """)
                    .params(tenant.value(), Ids.next(), number + status, number, number)
                    .params(Timestamp.from(at.isAfter(now) ? at : now), body)
                    .update();
            return true;
        }));
    }
}
