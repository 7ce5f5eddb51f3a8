package app.retour.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.TenantId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

@RetourTest
class TenantBindingTests {
    private final TenantId one = new TenantId(UUID.randomUUID());
    private final TenantId other = new TenantId(UUID.randomUUID());

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void aRowIsSeenByItsTenantOnly() {
        write(one, "mine");
        assertThat(count(one)).isOne();
        assertThat(count(other)).isZero();
    }

    @Test
    void withoutATenantNothingIsSeenOrWritten() {
        write(one, "mine");
        assertThat(all()).isZero();
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> insert(one, "sneaked in")))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aTenantCannotWriteForAnother() {
        assertThatThrownBy(() -> TenantContext.runAs(
                        one, () -> transactions.executeWithoutResult(_ -> insert(other, "sneaked in"))))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aPooledConnectionKeepsNoTenant() {
        IntStream.range(0, 50).forEach(i -> write(one, "row " + i));
        IntStream.range(0, 50).forEach(_ -> assertThat(all()).isZero());
    }

    @Test
    void aRunningTransactionCannotChangeItsTenant() {
        TenantContext.runAs(
                one,
                () -> transactions.executeWithoutResult(_ -> assertThatIllegalStateException()
                        .isThrownBy(() -> TenantContext.runAs(other, () -> {}))
                        .withMessageContaining("cannot change its tenant")));
    }

    @Test
    void unboundIsAnError() {
        assertThatIllegalStateException().isThrownBy(TenantContext::current);
    }

    private void write(TenantId tenant, String key) {
        TenantContext.runAs(tenant, () -> transactions.executeWithoutResult(_ -> insert(tenant, key)));
    }

    private void insert(TenantId tenant, String key) {
        jdbc.sql("insert into api.idempotency_key (tenant_id, caller, mutation, key, input_hash) values (?,?,?,?,?)")
                .params(tenant.value(), "test", "test", key, new byte[] {1})
                .update();
    }

    private long count(TenantId tenant) {
        return TenantContext.callAs(tenant, this::all);
    }

    private long all() {
        var found = transactions.execute(_ -> jdbc.sql("select count(*) from api.idempotency_key where caller = 'test'")
                .query(Long.class)
                .single());
        return found;
    }
}
