package app.retour.orders.imports;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.TreeMap;
import java.util.TreeSet;
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
        var heap = new TreeMap<Integer, Long>();
        var begin = System.nanoTime();
        var run = CompletableFuture.runAsync(() -> run(id));
        while (!isDoneSoon(run)) {
            var percent = now(id).percent();
            percents.add(percent);
            if (percent % 25 < 5 && percent > 0 && percent < 100) {
                heap.computeIfAbsent(percent / 25, _ -> usedHeap());
            }
        }
        run.join();
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var done = now(id);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.rows()).isEqualTo(ROWS);
        assertThat(done.created()).isEqualTo(ORDERS);
        assertThat(percents).as("progress that one can watch").hasSizeGreaterThan(10);
        var spread = heap.values().stream().mapToLong(Long::longValue).max().orElseThrow()
                - heap.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        System.err.printf(
                "MEASURED import: %d rows in %d ms = %d rows/s, live heap spread %d KiB%n",
                ROWS, took.toMillis(), ROWS * 1000L / Math.max(1, took.toMillis()), spread / 1024);
        assertThat(spread).as("bytes of live heap, first quarter to last").isLessThan(48L << 20);
    }

    @Test
    void aReadingThatIsCutOffInTheMiddleGoesOnWithoutLossOrDoubles() {
        var orders = ORDERS / 2;
        var rows = 2 * orders;
        var id = started(orders);
        var run = CompletableFuture.runAsync(() -> run(id));
        var reads = true;
        while (reads && now(id).rows() < rows / 4) {
            reads = !isDoneSoon(run);
        }
        while (!run.isDone()) {
            cutOff();
        }
        assertThatThrownBy(run::join)
                .as("the job failed, so the queue tries it again")
                .isNotNull();
        var halfway = now(id);
        assertThat(halfway.state()).isEqualTo(ImportState.RUNNING);
        assertThat(halfway.rows()).isBetween(rows / 4, rows - 1);
        assertThat(stored("customer_order"))
                .as("what is counted is there, and nothing else")
                .isEqualTo(halfway.created());

        run(id);
        var done = now(id);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.rows()).isEqualTo(rows);
        assertThat(done.created()).isEqualTo(orders);
        assertThat(done.updated() + done.unchanged() + done.failed()).isZero();
        assertThat(stored("customer_order")).isEqualTo(orders);
        assertThat(stored("order_line")).isEqualTo(rows);
    }

    /** Ends the connection of whoever is in the middle of a transaction, as a dying process or server would. */
    private void cutOff() {
        jdbc.sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where usename = current_user and pid <> pg_backend_pid() and xact_start is not null
                        """).query(Long.class).single();
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
        return as(() -> new TransactionTemplate(transactions)
                .execute(_ -> jdbc.sql("select count(*) from orders." + table)
                        .query(Integer.class)
                        .single()));
    }

    private ImportId started(int orders) {
        var csv = new StringBuilder("Name,Email,Financial Status,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,"
                + "Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Id,Duties\n");
        for (var i = 0; i < orders; i++) {
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
