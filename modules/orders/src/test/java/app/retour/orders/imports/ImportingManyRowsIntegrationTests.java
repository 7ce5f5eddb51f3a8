package app.retour.orders.imports;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.ImportId;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

/** Ten thousand rows: with progress, in bounded memory, and none lost or doubled when the reading is cut off. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class ImportingManyRowsIntegrationTests {
    private static final int ROWS = 10_000;
    private static final int ORDERS = ROWS / 2;

    @Autowired
    Imports imports;

    @Autowired
    ImportRun reading;

    @Autowired
    Files files;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void openShop() {
        tenant = aTenant(tenants);
    }

    @Test
    void tenThousandRowsAreReadWithProgressAndInBoundedMemory() {
        var id = started(ORDERS);
        var percents = new TreeSet<Integer>();
        var heap = new ArrayList<>(List.of(usedHeap()));
        var begin = System.nanoTime();
        var run = CompletableFuture.runAsync(() -> run(id), Thread::startVirtualThread);
        while (!isDoneSoon(run)) {
            if (percents.add(now(id).percent())) {
                heap.add(usedHeap());
            }
        }
        run.join();
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var done = now(id);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.rows()).isEqualTo(ROWS);
        assertThat(done.created()).isEqualTo(ORDERS);
        assertThat(counted("select count(distinct xmin::text) from orders.customer_order"))
                .as("transactions, after each of which one sees its progress")
                .isEqualTo(ORDERS / Batches.OF_SETS.things());
        var spread = Collections.max(heap) - Collections.min(heap);
        System.err.printf(
                "MEASURED import: %d rows in %d ms = %d rows/s, live heap spread %d KiB%n",
                ROWS, took.toMillis(), ROWS * 1000L / Math.max(1, took.toMillis()), spread / 1024);
        assertThat(spread).as("bytes of live heap, from before to the end").isLessThan(48L << 20);
    }

    /** The third batch waits for an order that somebody else holds, and its connection dies while it waits. */
    @Test
    void aReadingThatIsCutOffInTheMiddleGoesOnWithoutLossOrDoubles() {
        var batch = Batches.OF_SETS.things();
        var held = 2 * batch + batch / 2;
        run(started(held, 1));
        var id = started(ORDERS);
        var run = as(() -> new TransactionTemplate(transactions).execute(_ -> {
            jdbc.sql("select id from orders.customer_order for update")
                    .query(UUID.class)
                    .list();
            var reading = CompletableFuture.runAsync(() -> run(id), Thread::startVirtualThread);
            await().pollInSameThread().atMost(Duration.ofMinutes(5)).until(() -> cutOffWhoWaits() > 0);
            return reading;
        }));
        assertThatThrownBy(Objects.requireNonNull(run)::join)
                .as("the job failed, so the queue tries it again")
                .isNotNull();
        var halfway = now(id);
        assertThat(halfway.state()).isEqualTo(ImportState.RUNNING);
        assertThat(halfway.created()).isEqualTo(2 * batch);
        assertThat(stored("customer_order"))
                .as("what is counted is there, and nothing else but the one of before")
                .isEqualTo(halfway.created() + 1);

        run(id);
        var done = now(id);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.rows()).isEqualTo(ROWS);
        assertThat(done.created()).isEqualTo(ORDERS - 1);
        assertThat(done.unchanged()).isEqualTo(1);
        assertThat(done.updated() + done.failed()).isZero();
        assertThat(stored("customer_order")).isEqualTo(ORDERS);
        assertThat(stored("order_line")).isEqualTo(ROWS);
    }

    /** Ends the connection of whoever waits in the middle of a transaction, as a dying process or server would. */
    private long cutOffWhoWaits() {
        return jdbc.sql("select count(pg_terminate_backend(pid)) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }

    /** Asked at once, the asking would take the processor from the reading. */
    private static boolean isDoneSoon(CompletableFuture<Void> run) {
        try {
            run.get(20, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (InterruptedException | ExecutionException ended) {
            return true;
        }
    }

    private void run(ImportId id) {
        TenantContext.runAs(tenant, () -> reading.run(new ImportRun.Wanted(id.value())));
    }

    private Import now(ImportId id) {
        return as(() -> imports.find(id)).orElseThrow();
    }

    private int stored(String table) {
        return counted("select count(*) from orders." + table);
    }

    private int counted(String sql) {
        return as(() -> new TransactionTemplate(transactions)
                .execute(_ -> jdbc.sql(sql).query(Integer.class).single()));
    }

    private ImportId started(int orders) {
        return started(0, orders);
    }

    private ImportId started(int from, int orders) {
        var csv = new StringBuilder("Name,Email,Financial Status,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,"
                + "Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Id,Duties\n");
        for (var i = from; i < from + orders; i++) {
            csv.append(
                    "#%d,p%d@example.com,paid,fulfilled,EUR,30.00,5.00,0,37.00,2026-10-01 10:00:00 +0200,1,Shirt,10.00,S-%d,%d,2.00\n"
                            .formatted(10_000 + i, i % 900, i % 50, 700_000 + i));
            csv.append("#%d,p%d@example.com,,,,,,,,2026-10-01 10:00:00 +0200,2,Socks,10.00,K-%d,,\n"
                    .formatted(10_000 + i, i % 900, i % 50));
        }
        var bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        return as(() -> imports.start(
                        ImportKind.SHOPIFY_ORDERS,
                        files.store(
                                new FileUpload(FileKind.IMPORT, new ByteArrayInputStream(bytes), "many.csv", null))))
                .id();
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(tenant, action);
    }

    /** What is still needed, after the rest was thrown away. */
    private static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
