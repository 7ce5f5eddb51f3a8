package app.retour.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.tenancy.TenantContext;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

@RetourTest
class ReservedNumbersTests {
    @Autowired
    RmaNumbers numbers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final TenantId tenant = new TenantId(Ids.next());

    @Test
    void oneThatIsReservedIsGivenOnceAndTheNextIsCounted() {
        assertThat(reserving(() -> inOne(() -> numbers.next() + " " + numbers.next())))
                .isEqualTo("R-1001 R-1002");
        assertThat(inOne(numbers::next)).isEqualTo("R-1003");
    }

    @Test
    void whatComesToNothingLeavesAGapAndNobodyGetsTheNumberAgain() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> reserving(() -> inOne(() -> {
                    throw new IllegalStateException("refused after " + numbers.next());
                })))
                .withMessage("refused after R-1001");
        assertThat(reserving(() -> inOne(numbers::next))).isEqualTo("R-1002");
    }

    /** Else whoever comes next would wait here for as long as this test. */
    @Test
    void nobodyWaitsForTheTransactionOfAnother() {
        var first = reserving(() -> inOne(() -> {
            var mine = numbers.next();
            try (var others = Executors.newSingleThreadExecutor()) {
                var other = others.submit(() -> reserving(() -> inOne(numbers::next)));
                return mine + " " + other.get();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }));
        assertThat(first).isEqualTo("R-1001 R-1002");
    }

    @Test
    void whoeverReservesAtOnceGetsANumberOfTheirOwn() throws Exception {
        var given = new ConcurrentSkipListSet<String>();
        try (var many = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<Future<?>>();
            for (var i = 0; i < 200; i++) {
                all.add(many.submit(() -> given.add(reserving(() -> inOne(numbers::next)))));
            }
            for (var each : all) {
                each.get();
            }
        }
        assertThat(given).hasSize(200).contains("R-1001", "R-1200");
    }

    @Test
    void nothingOfTheTenantStaysOnTheConnection() {
        assertThat(reserving(() -> String.valueOf(
                        jdbc.sql("select coalesce(nullif(current_setting('app.tenant', true), ''), 'nobody')")
                                .query(String.class)
                                .single())))
                .isEqualTo("nobody");
        assertThat(jdbc.sql("select setting = reset_val from pg_settings where name = 'synchronous_commit'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void itIsReservedBeforeTheTransactionBegins() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> inOne(() -> numbers.withOneReserved(() -> "too late")));
    }

    private <T> T reserving(Supplier<T> action) {
        return TenantContext.callAs(tenant, () -> numbers.withOneReserved(action));
    }

    private <T> T inOne(Supplier<T> action) {
        return TenantContext.callAs(tenant, () -> new TransactionTemplate(transactions).execute(_ -> action.get()));
    }
}
