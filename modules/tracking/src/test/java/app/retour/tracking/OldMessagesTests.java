package app.retour.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

@RetourTest
class OldMessagesTests {
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @Autowired
    OldMessages oldMessages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    @AfterEach
    void realTime() {
        clock.run();
    }

    @Test
    void whatBelongsToNoParcelGoesWhenItIsTooOld() {
        arrived(null);
        assertThat(remove(clock.instant().minus(Duration.ofDays(90)))).isZero();
        assertThat(remove(clock.instant().plusSeconds(1))).isEqualTo(1);
        assertThat(kept()).isZero();
    }

    @Test
    void whatBelongsToAParcelStaysUntilItIsForgotten() {
        var subject = Ids.next();
        arrived("NUMBER1");
        inTransaction(
                () -> jdbc.sql("""
                        insert into tracking.reverse_shipment
                            (tenant_id, id, subject, state, tracking_number, number_key, created_at, updated_at)
                        values (?, ?, ?, 'IN_TRANSIT', 'NUMBER1', 'NUMBER1', now(), now())
                        """).params(tenant.value(), Ids.next(), subject).update());
        assertThat(remove(clock.instant().plusSeconds(1)))
                .as("its return is not over")
                .isZero();
        assertThat(inTransaction(() -> oldMessages.forget(List.of(subject)))).isEqualTo(1);
        arrived("NUMBER1");
        assertThat(remove(clock.instant().plusSeconds(1))).as("what comes late").isEqualTo(1);
    }

    private void arrived(@Nullable String numberKey) {
        inTransaction(() -> jdbc.sql("""
                        insert into tracking.raw_event (tenant_id, id, source, event_id, state, received_at, body, number_key)
                        values (?, ?, 'EASYPOST', ?, 'IGNORED', ?, '{}', ?)
                        """)
                .params(tenant.value(), Ids.next(), Ids.next().toString(), Timestamp.from(clock.instant()))
                .param(numberKey)
                .update());
    }

    private int remove(Instant before) {
        return inTransaction(() -> oldMessages.remove(before, 10).counts().values().stream()
                .mapToInt(Integer::intValue)
                .sum());
    }

    private int kept() {
        return inTransaction(() -> jdbc.sql("select count(*) from tracking.raw_event where tenant_id = ?")
                .param(tenant.value())
                .query(Integer.class)
                .single());
    }

    private int inTransaction(java.util.function.IntSupplier action) {
        return TenantContext.callAs(
                tenant,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> action.getAsInt())));
    }
}
