package app.retour.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.TenantContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
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
    void whatACarrierSentIsKeptForNinetyDays() {
        clock.setTo(clock.instant());
        inTransaction(() -> jdbc.sql("""
                        insert into tracking.raw_event (tenant_id, id, source, event_id, state, received_at, body)
                        values (?, ?, 'EASYPOST', 'evt_old', 'IGNORED', ?, '{}')
                        """)
                .params(tenant.value(), Ids.next(), Timestamp.from(clock.instant()))
                .update());
        clock.advance(Duration.ofDays(89));
        oldMessages.run();
        assertThat(kept()).isEqualTo(1);
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        oldMessages.run();
        assertThat(kept()).isZero();
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
