package app.retour.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import retour.testkit.RetourTest;

@RetourTest
@Import(HeardMoves.class)
class FollowingParcelsTests {
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UUID subject = UUID.randomUUID();

    @Autowired
    ReverseShipments shipments;

    @Autowired
    HeardMoves moves;

    @Autowired
    Clock clock;

    @Test
    void aParcelWithoutANumberAwaitsItsLabel() {
        var id = as(() -> shipments.expect(new ShipmentRequest(subject, null, null)));
        assertThat(find(id).state()).isEqualTo(ParcelState.AWAITING_LABEL);
        assertThat(moves.of(subject)).isEmpty();
    }

    @Test
    void aNumberMakesItReadyOnceHoweverOftenGiven() {
        var id = as(() -> shipments.expect(new ShipmentRequest(subject, null, null)));
        as(() -> shipments.follow(id, "DHL", " 00 3404-3416 1234 "));
        as(() -> shipments.follow(id, "DHL", "0034043416 1234"));
        assertThat(find(id).state()).isEqualTo(ParcelState.LABEL_READY);
        assertThat(moves.of(subject)).containsExactly(ParcelState.LABEL_READY);
        assertThat(as(() -> shipments.search("0034 0434 161 234"))).hasSize(1);
        assertThat(TenantContext.callAs(new TenantId(UUID.randomUUID()), () -> shipments.search("00340434161234")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "javascript:alert(1)", "<b>12345</b>", "äöü12345"})
    void whatNoCarrierWouldPrintIsRefused(String number) {
        var id = as(() -> shipments.expect(new ShipmentRequest(subject, null, null)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> shipments.follow(id, null, number)))
                .satisfies(refusal -> assertThat(refusal.field()).containsExactly("trackingNumber"));
    }

    @Test
    void aScanByHandMovesItAndCountsOnce() {
        var id = as(() -> shipments.expect(new ShipmentRequest(subject, "DHL", "003404341612")));
        var scan = new ParcelScan(id, ParcelStatus.IN_TRANSIT, clock.instant().minusSeconds(60), "at the counter");
        as(() -> shipments.recordScan(scan));
        assertThat(as(() -> shipments.recordScan(scan)).state()).isEqualTo(ParcelState.IN_TRANSIT);
        assertThat(as(() -> shipments.events(id))).hasSize(1);
        assertThat(moves.of(subject)).containsExactly(ParcelState.LABEL_READY, ParcelState.IN_TRANSIT);
    }

    @Test
    void aTimeToComeCountsAsTheTimeItWasHeard() {
        var id = as(() -> shipments.expect(new ShipmentRequest(subject, null, null)));
        var future = clock.instant().plus(Duration.ofDays(400));
        as(() -> shipments.recordScan(new ParcelScan(id, ParcelStatus.IN_TRANSIT, future, null)));
        var delivered =
                as(() -> shipments.recordScan(new ParcelScan(id, ParcelStatus.DELIVERED, clock.instant(), null)));
        assertThat(delivered.state()).isEqualTo(ParcelState.DELIVERED);
        assertThat(as(() -> shipments.events(id)))
                .isNotEmpty()
                .allMatch(event -> !event.at().isAfter(event.receivedAt()));
    }

    @Test
    void senselessScansAreRefused() {
        var id = as(() -> shipments.expect(new ShipmentRequest(subject, null, null)));
        for (var scan : new ParcelScan[] {
            new ParcelScan(id, ParcelStatus.UNKNOWN, clock.instant(), null),
            new ParcelScan(id, ParcelStatus.LOST, Instant.EPOCH, null),
            new ParcelScan(id, ParcelStatus.LOST, clock.instant(), "x".repeat(201)),
        }) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> as(() -> shipments.recordScan(scan)));
        }
        var nobodys =
                new ParcelScan(new ReverseShipmentId(UUID.randomUUID()), ParcelStatus.LOST, clock.instant(), null);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> shipments.recordScan(nobodys)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private ReverseShipment find(ReverseShipmentId id) {
        return as(() -> shipments.find(id)).orElseThrow();
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(tenant, action);
    }
}
