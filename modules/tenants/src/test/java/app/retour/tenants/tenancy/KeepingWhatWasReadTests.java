package app.retour.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.transaction.support.TransactionSynchronizationManager.clear;
import static org.springframework.transaction.support.TransactionSynchronizationManager.getSynchronizations;
import static org.springframework.transaction.support.TransactionSynchronizationManager.initSynchronization;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isSynchronizationActive;
import static org.springframework.transaction.support.TransactionSynchronizationManager.setActualTransactionActive;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;

/** What was read of a set-up is read again exactly when the set-up may be another. */
class KeepingWhatWasReadTests {
    private final TenantId shop = new TenantId(Ids.next());
    private final AtomicInteger read = new AtomicInteger();
    private long stamp = 7;
    private int stampsAsked;
    private final SetupStamps stamps = new SetupStamps(() -> {
        stampsAsked++;
        return stamp;
    });
    private final TenantCache<Integer> cache = new TenantCache<>(stamps);

    @BeforeEach
    void bind() {
        TenantContext.bind(shop);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        if (isSynchronizationActive()) {
            end();
        }
        TenantContext.bind(null);
    }

    private static void begin() {
        initSynchronization();
        setActualTransactionActive(true);
    }

    private static void end() {
        getSynchronizations().forEach(each -> each.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
        clear();
    }

    private <T> T inTransaction(Supplier<T> asking) {
        begin();
        try {
            return asking.get();
        } finally {
            end();
        }
    }

    private int asked() {
        return cache.get(read::incrementAndGet);
    }

    @Test
    void withoutATransactionItIsReadEachTime() {
        assertThat(asked()).isEqualTo(1);
        assertThat(asked()).isEqualTo(2);
        assertThat(stampsAsked).isZero();
    }

    @Test
    void itIsReadOnceForManyTransactionsAndEachAsksForTheStampOnce() {
        assertThat(inTransaction(this::asked)).isEqualTo(1);
        stampsAsked = 0;
        assertThat(inTransaction(() -> asked() + asked())).isEqualTo(2);
        assertThat(stampsAsked).isOne();
    }

    @Test
    void underAnotherStampItIsReadAnew() {
        inTransaction(this::asked);
        stamp = 8;
        assertThat(inTransaction(this::asked)).isEqualTo(2);
        stamp = 7;
        assertThat(inTransaction(this::asked)).as("never mind which is newer").isEqualTo(3);
    }

    @Test
    void aTransactionGoesOnSeeingWhatItSaw() {
        begin();
        assertThat(asked()).isEqualTo(1);
        stamp = 8;
        assertThat(asked()).isEqualTo(1);
        stamps.changed();
        assertThat(asked()).as("its own change").isEqualTo(2);
    }

    @Test
    void whatWasReadWhileItChangedIsNotKept() {
        assertThat(inTransaction(() -> cache.get(() -> {
                    stamp = 8;
                    return read.incrementAndGet();
                })))
                .isEqualTo(1);
        stamp = 7;
        assertThat(inTransaction(this::asked)).isEqualTo(2);
    }

    @Test
    void tenantsKeysAndCachesAreApart() {
        var other = new TenantCache<Integer>(stamps);
        assertThat(inTransaction(() -> cache.get("de", read::incrementAndGet))).isEqualTo(1);
        assertThat(inTransaction(() -> cache.get("en", read::incrementAndGet))).isEqualTo(2);
        assertThat(inTransaction(() -> other.get("de", read::incrementAndGet))).isEqualTo(3);
        TenantContext.bind(new TenantId(Ids.next()));
        assertThat(inTransaction(() -> cache.get("de", read::incrementAndGet))).isEqualTo(4);
        TenantContext.bind(shop);
        assertThat(inTransaction(() -> cache.get("de", read::incrementAndGet))).isEqualTo(1);
    }

    @Test
    void aTransactionWithinAnotherAsksForItselfAndLeavesTheOuterAnswerAsItWas() {
        begin();
        assertThat(asked()).isEqualTo(1);
        var outer = getSynchronizations();
        outer.forEach(TransactionSynchronization::suspend);
        clear();
        stamp = 8;
        begin();
        assertThat(asked()).as("the inner one").isEqualTo(2);
        end();
        begin();
        outer.forEach(TransactionSynchronization::resume);
        assertThat(asked()).as("the outer one again").isEqualTo(1);
        outer.forEach(each -> each.afterCompletion(TransactionSynchronization.STATUS_ROLLED_BACK));
    }
}
