package app.retour.orders.imports;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.orders.Order;
import app.retour.orders.Orders;
import app.retour.orders.mapping.ColumnMapping;
import app.retour.orders.mapping.DateStyle;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

/** What a file lacks, holds twice or tells in another shape than the last one, read to the end. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class ImportingWholeFilesIntegrationTests {
    private static final String SHOPIFY = "Name,Email,Id,Currency,Created at,Subtotal,Shipping,Taxes,Total,"
            + "Lineitem quantity,Lineitem name,Lineitem price,Lineitem requires shipping,Lineitem taxable,Shipping Zip\n";

    @Autowired
    Imports imports;

    @Autowired
    ImportRun reading;

    @Autowired
    Orders orders;

    @Autowired
    Files files;

    @Autowired
    Tenants tenants;

    TenantId tenant = new TenantId(Ids.next());

    @BeforeEach
    void openShop() {
        tenant = aTenant(tenants);
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(tenant, action);
    }

    private FileId uploaded(String csv) {
        var content = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        return as(() -> files.store(new FileUpload(FileKind.IMPORT, content, "a.csv", null)));
    }

    private Import imported(ImportKind kind, String csv, @Nullable ColumnMapping mapping) {
        var file = uploaded(csv);
        return as(() -> {
            var started = imports.start(kind, file, mapping);
            reading.run(new ImportRun.Wanted(started.id().value()));
            return imports.find(started.id()).orElseThrow();
        });
    }

    private Import imported(String rows) {
        return imported(ImportKind.SHOPIFY_ORDERS, SHOPIFY + rows, null);
    }

    private Order order(String number) {
        return as(() -> orders.byNumber(number)).orElseThrow();
    }

    @Test
    void theReportIsAboutTheOrdersOfTheFileAndNotAboutThoseOfBefore() {
        imported("""
                #1,a@b.de,1,EUR,2026-10-01 10:00:00 +0200,5.00,0,0,9.90,1,Tee,5.00,true,true,10115
                #2,c@d.de,2,EUR,2026-10-01 10:00:00 +0200,7.00,0,0,9.90,1,Cup,7.00,true,true,10115
                """);
        var done = imported("#3,a@b.de,3,EUR,2026-10-01 10:00:00 +0200,5.00,0,0,5.00,1,Tee,5.00,true,true,10115\n");
        var report = Objects.requireNonNull(done.report());
        assertThat(report.ofFile()).isTrue();
        assertThat(report.orders()).isEqualTo(1);
        assertThat(report.notReconciled()).isZero();
        assertThat(report.unknownFacts())
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.orders()).isEqualTo(1));
        var products = Objects.requireNonNull(
                imported(ImportKind.SHOPIFY_PRODUCTS, "Handle,Title,Variant SKU\ntee,Tee,T\n", null)
                        .report());
        assertThat(products.ofFile()).isFalse();
        assertThat(products.orders()).isEqualTo(3);
        assertThat(products.notReconciled()).isEqualTo(2);
    }

    @Test
    void aReportThatWasKeptBeforeIsAboutAll() {
        assertThat(tools.jackson.databind.json.JsonMapper.shared()
                        .readValue("{\"orders\":3,\"notReconciled\":1,\"unknownFacts\":[]}", ImportReport.class)
                        .ofFile())
                .isFalse();
    }

    @Test
    void aFileWhoseFirstLineIsCutOffFailsAndTakesNothing() {
        var row = "#%1$d,p%1$d@b.de,%1$d,EUR,2026-10-01 10:00:00 +0200,5.00,0,0,5.00,1,Tee,5.00,true,true,10115\n";
        var rows = IntStream.rangeClosed(1, 5).mapToObj(row::formatted).collect(Collectors.joining());
        var header = "Name,Email,Id,Currency,Created at,Subtotal,Shipping,Taxes,Total,Lineitem quantity,Lineitem name,";
        for (var cut : new String[] {header + "Lineitem pri\n", header + "\n", "Name,Ema\n", "Name,\"Ema\n"}) {
            var done = imported(ImportKind.SHOPIFY_ORDERS, cut + rows, null);
            assertThat(done.state()).as(cut).isEqualTo(ImportState.FAILED);
            assertThat(Objects.requireNonNull(done.failure())).doesNotContain("ours broke");
            assertThat(done.created()).isZero();
        }
    }

    @Test
    void anOpenQuoteAtTheEndSwallowsNoOrder() {
        var rows = new StringBuilder();
        for (var i = 1; i <= 10; i++) {
            rows.append(
                    "#%1$d,p%1$d@b.de,%1$d,EUR,2026-10-01 10:00:00 +0200,5.00,0,0,5.00,1,%2$s,5.00,true,true,10115\n"
                            .formatted(i, i == 5 ? "\"Tee" : i == 10 ? "Screen 24\"" : "Tee"));
        }
        var done = imported(rows.toString());
        assertThat(done.rows()).isEqualTo(10);
        assertThat(done.created()).isEqualTo(9);
        assertThat(done.failed()).isEqualTo(1);
        assertThat(as(() -> imports.problems(done.id(), 10))).singleElement().satisfies(problem -> {
            assertThat(problem.subject()).isEqualTo("#5");
            assertThat(problem.column()).isEqualTo("Lineitem name");
        });
    }

    @Test
    void theSameOrderInAnotherShapeIsTheSameOrder() {
        imported("""
                #1,a@b.de,1,EUR,2026-10-01 10:00:00 +0200,25.00,4.90,0,29.90,2,Tee,10.00,true,true,10115
                #1,,,,,,,,,1,Cup,5.00,true,true,
                """);
        var before = order("1");
        var csv = "Order;Date;E-mail;Product;Qty;Price;Shipping;Total\n"
                + "1;01.10.2026;A@B.de;Cup;1;5,00;4,90;29,90\n1;01.10.2026;A@B.de;Tee;2;10,00;4,90;29,90\n";
        var file = uploaded(csv);
        var mapping = as(() -> imports.propose(file, null)).mapping();
        var chosen = new ColumnMapping(
                mapping.columns(),
                mapping.rows(),
                DateStyle.DAY_FIRST,
                mapping.decimalSign(),
                mapping.currency(),
                mapping.prices());
        var done = imported(ImportKind.MAPPED_ORDERS, csv, chosen);
        assertThat(done.created()).isZero();
        assertThat(done.updated()).isEqualTo(1);
        var after = order("1");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.externalId()).isEqualTo(before.externalId());
        assertThat(after.lines())
                .extracting(line -> line.id(), line -> line.title(), line -> line.paid())
                .containsExactlyInAnyOrderElementsOf(before.lines().stream()
                        .map(line -> org.assertj.core.groups.Tuple.tuple(line.id(), line.title(), line.paid()))
                        .toList());
    }
}
