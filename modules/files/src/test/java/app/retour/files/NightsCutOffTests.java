package app.retour.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.privacy.Retention;
import app.retour.privacy.RetentionNight;
import app.retour.tenants.NewTenant;
import app.retour.tenants.Tenants;
import app.retour.tenants.jobs.RecurringJob;
import app.retour.tenants.tenancy.TenantContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/**
 * A night ends wherever its process is killed: before each of its transactions, and after each is committed but before the
 * contents of its files are removed. The next night finishes it, and the report neither forgets nor invents anything.
 */
@RetourTest
class NightsCutOffTests {
    private static final byte[] PNG = SamplePictures.of("png", 30, 20);

    @Autowired
    Files files;

    @Autowired
    FileStore store;

    @Autowired
    Tenants tenants;

    @Autowired
    Retention retention;

    @Autowired
    List<RecurringJob> jobs;

    @Autowired
    AbstractPlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    private TenantId tenant = new TenantId(UUID.randomUUID());
    private int transactionsLeft = Integer.MAX_VALUE;

    enum Cut {
        BEFORE_A_TRANSACTION,
        AFTER_ITS_COMMIT
    }

    private static final class Killed extends Error {}

    @BeforeEach
    void aShopInTheMiddleOfTheNight() {
        clock.setTo(Instant.parse("2026-03-01T03:00:00Z"));
        tenant = tenants.open(NewTenant.of("Shop", "s-" + Ids.next(), "EUR", "Etc/UTC", "en"));
    }

    @AfterEach
    void realTime() {
        clock.run();
    }

    @ParameterizedTest
    @EnumSource
    void theNextOneFinishesIt(Cut cut) throws IOException {
        transactions.addListener(new Killing(cut));
        var points = 0;
        do {
            var since = clock.instant();
            for (var file = 0; file < 2; file++) {
                as(() -> files.store(new FileUpload(FileKind.PHOTO, new ByteArrayInputStream(PNG), "a.png", null)));
            }
            clock.advance(Duration.ofDays(8));
            transactionsLeft = points++;
            try {
                night();
            } catch (Killed asWanted) {
                // The next one is in a process of its own.
            }
            var wasCut = transactionsLeft < 0;
            transactionsLeft = Integer.MAX_VALUE;
            clock.advance(Duration.ofDays(1));
            night();
            var nights = as(retention::nights);
            assertThat(nights.getFirst().endedAt()).as("cut off at %d", points).isNotNull();
            assertThat(nights.stream()
                            .filter(night -> night.startedAt().isAfter(since))
                            .mapToInt(NightsCutOffTests::unwanted)
                            .sum())
                    .as("told in all, cut off at %d", points)
                    .isEqualTo(2);
            assertNoRowIsLeft();
            if (!wasCut) {
                break;
            }
        } while (true);
        assertThat(points).as("places where it was cut off").isGreaterThan(4);
    }

    private void assertNoRowIsLeft() throws IOException {
        for (var kept : store.keptBefore(Instant.MAX)) {
            if (kept.tenant().equals(tenant)) {
                // Contents without a row are what the sweep takes.
                assertThat(as(() -> files.open(kept.file()))).isEmpty();
                store.delete(tenant, kept.file());
            }
        }
    }

    private static int unwanted(RetentionNight night) {
        return night.counts().getOrDefault("unwanted files", 0);
    }

    private void night() {
        jobs.stream()
                .filter(job -> job.name().equals("privacy.retention"))
                .findFirst()
                .orElseThrow()
                .run();
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(tenant, action);
    }

    private final class Killing implements TransactionExecutionListener {
        private final Cut cut;

        private Killing(Cut cut) {
            this.cut = cut;
        }

        @Override
        public void beforeBegin(TransactionExecution transaction) {
            if (cut == Cut.BEFORE_A_TRANSACTION && isTheOne()) {
                throw new Killed();
            }
        }

        @Override
        public void afterBegin(TransactionExecution transaction, @Nullable Throwable failed) {
            if (cut == Cut.AFTER_ITS_COMMIT && isTheOne()) {
                TransactionSynchronizationManager.registerSynchronization(new AtOnce());
            }
        }

        private boolean isTheOne() {
            return TenantContext.find().filter(tenant::equals).isPresent()
                    && transactionsLeft != Integer.MAX_VALUE
                    && transactionsLeft-- == 0;
        }
    }

    private static final class AtOnce implements TransactionSynchronization, Ordered {
        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            throw new Killed();
        }
    }
}
