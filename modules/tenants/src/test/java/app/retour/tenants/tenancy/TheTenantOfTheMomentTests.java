package app.retour.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whose rows a thread sees. */
class TheTenantOfTheMomentTests {
    private final TenantId one = new TenantId(Ids.next());
    private final TenantId other = new TenantId(Ids.next());

    @AfterEach
    void unbind() {
        TenantContext.bind(null);
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    @Test
    void isBoundForAnActionAndThenTheOneBefore() {
        var seen = new ArrayList<TenantId>();
        TenantContext.runAs(one, () -> {
            seen.add(TenantContext.current());
            TenantContext.runAs(other, () -> seen.add(TenantContext.current()));
            seen.add(TenantContext.current());
        });
        assertThat(seen).containsExactly(one, other, one);
        assertThat(TenantContext.find()).isEmpty();
    }

    @Test
    void isUnboundHoweverTheActionEnds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TenantContext.callAs(one, () -> {
                    throw new IllegalArgumentException();
                }));
        assertThat(TenantContext.find()).isEmpty();
        assertThatIllegalStateException().isThrownBy(TenantContext::current);
    }

    @Test
    void aRunningTransactionKeepsItsTenant() {
        TenantContext.runAs(one, () -> {
            TransactionSynchronizationManager.setActualTransactionActive(true);
            assertThatIllegalStateException().isThrownBy(() -> TenantContext.runAs(other, () -> {}));
            assertThat(TenantContext.<TenantId>callAs(one, TenantContext::current))
                    .as("the same is no change")
                    .isEqualTo(one);
            assertThat(TenantContext.current()).isEqualTo(one);
        });
        assertThatIllegalStateException()
                .as("nor does one begin it without")
                .isThrownBy(() -> TenantContext.runAs(one, () -> {}));
    }

    @Test
    void isOfThisThreadAlone() throws InterruptedException {
        var seen = new ArrayList<Optional<TenantId>>();
        TenantContext.bind(one);
        var thread = Thread.ofVirtual().start(() -> seen.add(TenantContext.find()));
        thread.join();
        assertThat(seen).containsExactly(Optional.empty());
    }

    @Test
    void isCarriedOntoAnotherThreadByWhoAsks() {
        var accessor = new TenantContextAccessor();
        assertThat(accessor.getValue()).isNull();
        accessor.setValue(one);
        assertThat(TenantContext.current()).isEqualTo(one);
        assertThat(accessor.getValue()).isEqualTo(one);
        accessor.setValue();
        assertThat(TenantContext.find()).isEmpty();
    }
}
