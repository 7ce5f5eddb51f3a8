package app.retour.orders.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.orders.HeardEvents;
import app.retour.orders.ImportId;
import app.retour.orders.OrdersImported;
import app.retour.orders.shoppers.Shopper;
import app.retour.tenants.tenancy.TenantContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A file is read to its end: what is refused holds up no other, and what was done is not done twice. */
class RunningAnImportIntegrationTests extends ImportingFiles {
    private static final String HEADER = "First Name,Last Name,Email\n";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    private final HeardEvents heard;

    @Autowired
    RunningAnImportIntegrationTests(ConfigurableApplicationContext context) {
        heard = HeardEvents.in(context);
    }

    @BeforeEach
    void forget() {
        heard.all().clear();
    }

    @AfterEach
    void leave() {
        heard.close();
    }

    private record Asked(ImportId id, FileId file) {}

    private Asked asked(ImportKind kind, String csv) {
        return as(() -> {
            var file = files.store(new FileUpload(
                    FileKind.IMPORT, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "a.csv", null));
            return new Asked(imports.start(kind, file).id(), file);
        });
    }

    private Asked askedOf(int customers) {
        return asked(
                ImportKind.SHOPIFY_CUSTOMERS,
                HEADER
                        + IntStream.range(0, customers)
                                .mapToObj("A,%1$d,a%1$d@example.com\n"::formatted)
                                .collect(Collectors.joining()));
    }

    private Import run(Asked asked) {
        TenantContext.runAs(tenant, () -> reading.run(new ImportRun.Wanted(asked.id.value())));
        return as(() -> imports.find(asked.id)).orElseThrow();
    }

    private void set(Asked asked, String what) {
        as(() -> transactions.execute(_ -> jdbc.sql("update orders.import_job set " + what + " where id = ?")
                .param(asked.id.value())
                .update()));
    }

    private boolean isThere(FileId file) {
        return as(() -> files.open(file)).isPresent();
    }

    private List<String> known() {
        return as(() -> shoppers.list(null, ScrollPosition.keyset(), 1_000)).getContent().stream()
                .map(Shopper::email)
                .toList();
    }

    @Test
    void aFileIsReadThenItIsGoneAndItsEndIsTold() {
        var asked = askedOf(250);
        var done = run(asked);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.created()).isEqualTo(250);
        assertThat(done.errorFile()).isNull();
        assertThat(known()).hasSize(250);
        assertThat(isThere(asked.file)).isFalse();
        assertThat(heard.all())
                .singleElement()
                .isInstanceOfSatisfying(
                        OrdersImported.class,
                        told -> assertThat(told.importId()).isEqualTo(asked.id));
    }

    @Test
    void whatWasDoneBeforeItWasCutOffIsNotTakenAgain() {
        var asked = askedOf(250);
        set(asked, "state = 'RUNNING', subjects_done = 100, rows_read = 100, created_count = 100");
        var done = run(asked);
        assertThat(done.created()).isEqualTo(250);
        assertThat(done.rows()).isEqualTo(250);
        assertThat(known()).hasSize(150).contains("a100@example.com").doesNotContain("a99@example.com");
    }

    @Test
    void oneThatIsRefusedIsToldAndTheOthersAreTaken() {
        var done = run(asked(
                ImportKind.SHOPIFY_CUSTOMERS, HEADER + "A,1,a1@example.com\nA,2,a2 at example\nA,3,a3@example.com\n"));
        assertThat(done.created()).isEqualTo(2);
        assertThat(done.failed()).isEqualTo(1);
        assertThat(done.rows()).isEqualTo(3);
        assertThat(known()).containsExactlyInAnyOrder("a1@example.com", "a3@example.com");
        assertThat(as(() -> imports.problems(done.id(), 10))).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo("email");
            assertThat(problem.taken()).isFalse();
        });
        assertThat(done.errorFile()).isNotNull();
    }

    /** Both wait for a shopper whom somebody else holds, so that neither is done before the other began. */
    @Test
    void whatSomebodyElseRunsIsLeftToThem() {
        run(askedOf(1));
        heard.all().clear();
        var asked = askedOf(120);
        var done = bothAtOnce(asked, "select id from orders.shopper for update");
        assertThat(done.created()).isEqualTo(119);
        assertThat(done.rows()).isEqualTo(120);
        assertThat(known()).hasSize(120);
        assertThat(heard.all()).hasSize(1);
    }

    @Test
    void whoeverFinishedItFirstToldIt() {
        var asked = asked(ImportKind.SHOPIFY_CUSTOMERS, HEADER);
        var done = bothAtOnce(asked, "select id from orders.import_job for update");
        assertThat(done.state()).isEqualTo(ImportState.FAILED);
        assertThat(heard.all()).hasSize(1);
    }

    private Import bothAtOnce(Asked asked, String held) {
        var both = as(() -> transactions.execute(_ -> {
            jdbc.sql(held).query(UUID.class).list();
            var runs = List.of(
                    CompletableFuture.runAsync(() -> run(asked), Thread::startVirtualThread),
                    CompletableFuture.runAsync(() -> run(asked), Thread::startVirtualThread));
            await().pollInSameThread()
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> jdbc.sql("select count(distinct pid) from pg_locks where not granted")
                                    .query(Long.class)
                                    .single()
                            == 2);
            return runs;
        }));
        Objects.requireNonNull(both).forEach(CompletableFuture::join);
        return as(() -> imports.find(asked.id)).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = ImportState.class,
            names = {"DONE", "FAILED"})
    void whatIsAtItsEndIsNotRunAgain(ImportState state) {
        var asked = askedOf(3);
        set(asked, "state = '%s'".formatted(state));
        run(asked);
        assertThat(known()).isEmpty();
        assertThat(isThere(asked.file)).isTrue();
        assertThat(heard.all()).isEmpty();
    }

    @Test
    void aFileThatIsGoneOrNotUnderstoodFailsInWords() {
        assertThat(run(askedOf(0)).failure()).isEqualTo("The file has names of columns and no rows below them");
        var gone = askedOf(3);
        as(() -> transactions.execute(_ -> {
            files.remove(List.of(gone.file));
            return true;
        }));
        assertThat(run(gone).failure()).isEqualTo("The file is no longer there; upload it again");
    }

    /** What a broken database did not take is tried again by the queue of jobs; a fault of ours never is. */
    @Test
    void aFaultOfOursEndsItInWords() {
        var csv = "Order,Date,Product,Qty,Price,Total\n1,2026-10-01,Tee,1,5.00,5.00\n";
        var file = as(() -> files.store(new FileUpload(
                FileKind.IMPORT, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "a.csv", null)));
        var mapping = as(() -> imports.propose(file, null)).mapping();
        var asked = new Asked(
                as(() -> imports.start(ImportKind.MAPPED_ORDERS, file, mapping)).id(), file);
        set(asked, "mapping = jsonb_set(mapping, '{columns,NUMBER}', 'null')");
        var done = run(asked);
        assertThat(done.state()).isEqualTo(ImportState.FAILED);
        assertThat(done.failure()).startsWith("Something of ours broke");
    }

    @Test
    void theFileOfProblemsCanBeOpenedInASpreadsheetWithoutHarm() throws IOException {
        var done = run(asked(ImportKind.SHOPIFY_ORDERS, """
                Name,Email,Currency,Created at,Subtotal,Shipping,Taxes,Total,Lineitem quantity,Lineitem name,Lineitem price,Id
                "=HYPERLINK(""http://evil.example"")",a@b.de,EUR,2026-10-01 10:00:00 +0200,5.00,0,0,5.00,many,Tee,5.00,1
                """));
        var path = Objects.requireNonNull(done.errorFile());
        var stored = as(() -> files.open(new FileId(UUID.fromString(path.substring("/files/".length())))))
                .orElseThrow();
        try (var content = stored.content().open()) {
            var csv = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(csv.lines()).hasSize(2);
            assertThat(csv).contains("HYPERLINK", "\"no\"").doesNotContain(",=HYPERLINK", "\"=HYPERLINK");
        }
        assertThat(stored.kind()).isEqualTo(FileKind.IMPORT);
    }
}
