package app.retour.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.api.Caller;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.privacy.DataSubject;
import app.retour.privacy.Erasure;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

/** What an erasure does to parcels, and to those of others under the same number. */
@RetourTest
class ErasingParcelsTests {
    private final TenantId tenant = new TenantId(Ids.next());
    private final UUID order = Ids.next();
    private final UUID theirs = Ids.next();

    @Autowired
    ReverseShipments shipments;

    @Autowired
    ParcelsOfSubjects parcels;

    @Autowired
    Erasure erasure;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whatCarriersSentOfAnothersParcelUnderTheSameNumberStays() {
        expects(theirs, order, "OWN-0001");
        expects(theirs, order, "BOTH-0002");
        expects(Ids.next(), Ids.next(), "BOTH-0002");
        expects(Ids.next(), Ids.next(), "OTHER-0003");
        for (var number : List.of("OWN0001", "BOTH0002", "OTHER0003")) {
            sent(number);
        }
        erase();
        assertThat(sentOf()).containsExactly("BOTH0002", "OTHER0003");
        assertThat(as(() -> shipments.search("BOTH-0002")))
                .as("the other's parcel")
                .hasSize(1);
    }

    @Test
    void noNumberAndNoNoteIsTakenAfterwardsButWhatWasSeenIs() {
        var parcel = expects(theirs, order, "OWN-0001");
        var bare = expects(theirs, order, null);
        erase();
        for (var each : List.of(parcel, bare)) {
            refused("trackingNumber", () -> shipments.follow(each, "DHL", "NEW-0009"));
            refused("note", () -> shipments.recordScan(scan(each, "signed by Ada")));
        }
        assertThat(as(() -> shipments.recordScan(scan(parcel, null))).state()).isEqualTo(ParcelState.DELIVERED);
    }

    @Test
    void anErasureWaitsForWhoeverIsWritingOfAParcel() {
        var parcel = expects(theirs, order, "OWN-0001");
        as(() -> {
            shipments.recordScan(scan(parcel, "signed by Ada"));
            var apart = new TransactionTemplate(transactions);
            apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> apart.executeWithoutResult(_ -> {
                        jdbc.sql("set local lock_timeout = '20ms'").update();
                        parcels.hold(subject());
                    }))
                    .withMessageContaining("lock timeout");
            return parcel;
        });
    }

    private ReverseShipmentId expects(UUID subject, UUID owner, @Nullable String number) {
        return as(() -> shipments.expect(new ShipmentRequest(subject, owner, "DHL", number)));
    }

    private static ParcelScan scan(ReverseShipmentId parcel, @Nullable String note) {
        return new ParcelScan(parcel, ParcelStatus.DELIVERED, Instant.parse("2026-11-29T10:00:00Z"), note);
    }

    private void sent(String numberKey) {
        as(() -> jdbc.sql("""
                        insert into tracking.raw_event (tenant_id, id, source, event_id, state, received_at, body, number_key)
                        values (?, ?, 'EASYPOST', ?, 'APPLIED', now(), '{}', ?)
                        """)
                .params(tenant.value(), Ids.next(), Ids.next().toString(), numberKey)
                .update());
    }

    private List<String> sentOf() {
        return as(() -> jdbc.sql("select number_key from tracking.raw_event where tenant_id = ? order by 1")
                .param(tenant.value())
                .query(String.class)
                .list());
    }

    private DataSubject subject() {
        return new DataSubject(null, Set.of(order), Set.of(theirs));
    }

    private void erase() {
        as(() -> Caller.staff(tenant, Ids.next(), Set.of()).call(() -> erasure.erase(subject(), true)));
    }

    private void refused(String field, Supplier<?> action) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> as(action)).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE);
            assertThat(refusal.field()).containsExactly(field);
        });
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(
                tenant, () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> action.get())));
    }
}
