package app.retour.tenants.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

@RetourTest
class WritingTogetherTests {
    private static final String WRITE =
            "insert into api.idempotency_key (tenant_id, caller, mutation, key, input_hash) values (?, 'me', 'm', ?, ''::bytea)";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final TenantId tenant = new TenantId(Ids.next());

    @Test
    void whatIsReadSeesWhatWaited() {
        together(() -> {
            write("first");
            write("second");
            assertThat(stored()).isEqualTo(2);
            write("third");
        });
        assertThat(inOne(this::stored)).isEqualTo(3);
    }

    @Test
    void theyLeaveInTheirOrder() {
        together(() -> {
            write("first");
            answer("first", "yes");
            answer("first", "no");
        });
        assertThat(inOne(() -> jdbc.sql("select answer from api.idempotency_key where tenant_id = ?")
                        .param(tenant.value())
                        .query(String.class)
                        .single()))
                .isEqualTo("no");
    }

    @Test
    void oneThatFailsIsToldWhenSomethingIsRead() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> together(() -> {
                    write("twice");
                    assertThat(write("twice")).as("it has not left yet").isEqualTo(1);
                    stored();
                }));
        assertThat(inOne(this::stored)).isZero();
    }

    @Test
    void oneThatFailsIsToldBeforeTheCommit() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> together(() -> {
                    write("twice");
                    write("twice");
                }));
        assertThat(inOne(this::stored)).isZero();
    }

    @Test
    void oneThatMayFindItsRowThereIsNoFailure() {
        together(() -> {
            write("twice");
            jdbc.sql(WRITE + " on conflict do nothing")
                    .params(tenant.value(), "twice")
                    .update();
        });
        assertThat(inOne(this::stored)).isEqualTo(1);
    }

    @Test
    void anUpdateThatFindsNoRowIsAFailure() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> together(() -> {
                    write("first");
                    answer("another", "yes");
                }))
                .withStackTraceContaining("Changed 0 rows, not one: update api.idempotency_key");
        assertThat(inOne(this::stored)).isZero();
    }

    @Test
    void whatAnswersRowsOrChangesOtherTablesDoesNotWait() {
        together(() -> {
            assertThat(jdbc.sql(WRITE + " returning key")
                            .params(tenant.value(), "asked")
                            .query(String.class)
                            .single())
                    .isEqualTo("asked");
            assertThat(jdbc.sql("delete from api.idempotency_key where tenant_id = ? and key = 'none'")
                            .param(tenant.value())
                            .update())
                    .isZero();
        });
    }

    /** What waits cannot be written, so that it would be told as soon as it left. */
    @Test
    void whatReadsOtherTablesPassesWhatWaits() {
        inVain(() -> {
            write("twice");
            write("twice");
            assertThat(count("tenants.tenant")).isNotNegative();
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> count("api.idempotency_key"));
        });
    }

    /** Else what was read of a set-up that is rolled back would be kept as if it were there. */
    @Test
    void whatTriggersWriteIsNotReadBeforeThatWhichFiresThem() {
        inVain(() -> {
            write("twice");
            write("twice");
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> count("tenants.setup_stamp"));
        });
        assertThat(jdbc.sql("""
                                select distinct p.oid::regproc::text from pg_trigger t join pg_proc p on p.oid = t.tgfoid
                                where not t.tgisinternal""").query(String.class).list())
                .as("what these write must not be read before")
                .containsExactly("tenants.stamp_setup");
    }

    @Test
    void whatADoorReadsIsNotKnownSoItPassesNothing() {
        inVain(() -> {
            write("twice");
            write("twice");
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> jdbc.sql("select tenant_id from tenants.client_door(?, ?)")
                            .params(tenant.value(), Ids.next())
                            .query(UUID.class)
                            .list());
        });
    }

    @Test
    void anAnswerOfATableApartPassesWhatWaitsAndOneOfAnyOtherDoesNot() {
        inVain(() -> {
            write("twice");
            write("twice");
            assertThat(jdbc.sql("""
                                    insert into tenants.setup_stamp (tenant_id, stamp) values (?, 7)
                                    on conflict (tenant_id) do update set stamp = 7 returning stamp
                                    """).param(tenant.value()).query(Long.class).single())
                    .isEqualTo(7);
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> jdbc.sql(WRITE + " returning key")
                            .params(tenant.value(), "asked")
                            .query(String.class)
                            .single());
        });
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void aTransactionWithinAnotherWritesForItself() {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> together(() -> {
                    write("outer");
                    apart.executeWithoutResult(_ -> write("inner"));
                    write("outer");
                }));
        assertThat(inOne(this::stored)).as("the inner one was committed").isEqualTo(1);
    }

    @Test
    void whatIsRolledBackWritesNothing() {
        TenantContext.runAs(
                tenant,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    WritesTogether.untilCommit(Set.of(), Set.of());
                    write("first");
                    status.setRollbackOnly();
                }));
        assertThat(inOne(this::stored)).isZero();
        together(() -> write("second"));
        assertThat(inOne(this::stored)).isEqualTo(1);
    }

    private void together(Runnable action) {
        inOne(() -> {
            WritesTogether.untilCommit(Set.of("api.idempotency_key"), Set.of());
            action.run();
            return true;
        });
    }

    /** The same, rolled back. */
    private void inVain(Runnable action) {
        TenantContext.runAs(
                tenant,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    WritesTogether.untilCommit(Set.of(), Set.of("tenants.setup_stamp"));
                    action.run();
                }));
    }

    private <T> T inOne(Supplier<T> action) {
        return TenantContext.callAs(tenant, () -> new TransactionTemplate(transactions).execute(_ -> action.get()));
    }

    private int write(String key) {
        return jdbc.sql(WRITE).params(tenant.value(), key).update();
    }

    private void answer(String key, String answer) {
        jdbc.sql("update api.idempotency_key set answer = ? where tenant_id = ? and key = ?")
                .params(answer, tenant.value(), key)
                .update();
    }

    private int stored() {
        return jdbc.sql("select count(*) from api.idempotency_key where tenant_id = ?")
                .param(tenant.value())
                .query(Integer.class)
                .single();
    }
}
