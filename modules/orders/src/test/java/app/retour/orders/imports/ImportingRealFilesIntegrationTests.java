package app.retour.orders.imports;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.Order;
import app.retour.orders.Orders;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.mapping.ColumnMapping;
import app.retour.orders.mapping.DateStyle;
import app.retour.orders.mapping.OrderField;
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

/** Files as shops and spreadsheets leave them, read to the end. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class ImportingRealFilesIntegrationTests {
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
    void twoOrdersOfOneRoundedIdAreTwoOrders() {
        var done = imported("""
                #1,a@b.de,5.93214E+12,EUR,2026-10-01 10:00:00 +0200,5.00,0,0,5.00,1,Tee,5.00,true,true,10115
                #2,c@d.de,5.93214E+12,EUR,2026-10-01 10:00:00 +0200,7.00,0,0,7.00,1,Cup,7.00,true,true,10115
                """);
        assertThat(done.created()).isEqualTo(2);
        assertThat(done.failed()).isZero();
        assertThat(order("1").total()).isEqualTo(Money.of("5.00", "EUR"));
        assertThat(order("2").total()).isEqualTo(Money.of("7.00", "EUR"));
        assertThat(as(() -> imports.problems(done.id(), 10))).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.taken()).isTrue();
            assertThat(problem.column()).isEqualTo("Id");
            assertThat(problem.message()).contains("5.93214E+12").contains("rounded by a spreadsheet");
        });
    }

    @Test
    void aTipIsPartOfTheTotalAndOfNothingElse() {
        imported("""
                #1,a@b.de,1,USD,2026-10-01 10:00:00 +0200,120.00,0,9.60,135.60,1,Jacket,120.00,true,true,10115
                #1,,,,,,,,,1,Tip,6.00,false,false,
                """);
        var order = order("1");
        assertThat(order.reconciles()).isTrue();
        assertThat(order.taxMode()).isEqualTo(TaxMode.EXCLUDED);
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.paid()).isEqualTo(Money.of("120.00", "USD"));
            assertThat(line.tax()).as("120.00 and 9.60 come back").isEqualTo(Money.of("9.60", "USD"));
        });
    }

    @Test
    void whatWasRefundedBeforeIsKnownAndUnexplained() {
        imported(ImportKind.SHOPIFY_ORDERS, """
                Name,Currency,Created at,Total,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount
                #1,EUR,2026-10-01 10:00:00 +0200,50.00,1,Tee,50.00,20.00
                """, null);
        assertThat(order("1").refundedOutside()).isEqualTo(Money.of("20.00", "EUR"));
        assertThat(order("1").outsideRefunds()).isEmpty();
    }

    @Test
    void oneBadQuoteInAHundredRowsLeavesNinetyNineOrders() {
        var rows = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> "#%d,p%d@b.de,%d,EUR,2026-10-01 10:00:00 +0200,5.00,0,0,5.00,1,%s,5.00,true,true,10115\n"
                        .formatted(i, i, i, i == 2 ? "\"Tee \"Blue\"\"" : "\"Tee \"\"Blue\"\"\""))
                .collect(Collectors.joining());
        var done = imported(rows);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.created()).isEqualTo(99);
        assertThat(done.failed()).isEqualTo(1);
        assertThat(done.rows()).isEqualTo(100);
        assertThat(as(() -> imports.problems(done.id(), 10))).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.subject()).isEqualTo("#2");
            assertThat(problem.column()).isEqualTo("Lineitem name");
            assertThat(problem.message()).contains("quote");
        });
        assertThat(order("3").lines().getFirst().title()).isEqualTo("Tee \"Blue\"");
    }

    @Test
    void ordersThatTheirShopperCannotOpenAreCounted() {
        var done = imported("""
                #1,a@b.de,1,EUR,2026-10-01 10:00:00 +0200,5.00,0,0,5.00,1,Tee,5.00,true,true,
                #2,,2,EUR,2026-10-01 10:00:00 +0200,5.00,0,0,5.00,1,Tee,5.00,true,true,48226-1906
                #3,,3,EUR,2026-10-01 10:00:00 +0200,5.00,0,0,5.00,1,Tee,5.00,true,true,00000
                #4,,4,EUR,2026-10-01 10:00:00 +0200,5.00,0,0,5.00,1,Tee,5.00,true,true,-
                ,,,,,,,,,,,,,,
                #5,,5,EUR,2026-10-01 10:00:00 +0200,5.00,0,0,5.00,1,Tee,5.00,true,true,
                """);
        assertThat(done.created()).isEqualTo(5);
        assertThat(done.failed()).as("a blank row is no failed one").isZero();
        assertThat(done.rows()).isEqualTo(5);
        assertThat(done.withoutProof()).isEqualTo(3);
    }

    @Test
    void aMappingIsKeptForTheNextFileOfTheSameColumns() {
        var first = "Auftrag,Tag,Was,Wieviel,Preis\nA-1,03.04.2026,Kanne,2,\"10,00\"\n";
        var file = uploaded(first);
        var proposed = as(() -> imports.propose(file, null));
        assertThat(proposed.saved()).isFalse();
        assertThat(proposed.problems()).isNotEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> imports.start(ImportKind.MAPPED_ORDERS, file, proposed.mapping())))
                .satisfies(refused -> assertThat(refused.field()).first().isEqualTo("mapping"));
        var chosen = new ColumnMapping(
                java.util.Map.of(
                        OrderField.NUMBER, "Auftrag",
                        OrderField.PLACED_AT, "Tag",
                        OrderField.TITLE, "Was",
                        OrderField.QUANTITY, "Wieviel",
                        OrderField.UNIT_PRICE, "Preis"),
                ColumnMapping.Rows.LINE_PER_ROW,
                DateStyle.DAY_FIRST,
                app.retour.orders.csv.DecimalSign.COMMA,
                java.util.Currency.getInstance("EUR"),
                TaxMode.UNKNOWN);
        var done = imported(ImportKind.MAPPED_ORDERS, first, chosen);
        assertThat(done.failure()).isNull();
        assertThat(done.created()).isEqualTo(1);
        assertThat(order("A-1").total()).isEqualTo(Money.of("20.00", "EUR"));
        assertThat(order("A-1").reconciles()).isTrue();

        var next = uploaded("Preis,Auftrag,Tag,Was,Wieviel\n\"12,00\",A-2,01.05.2026,Tasse,1\n");
        var again = as(() -> imports.propose(next, null));
        assertThat(again.saved()).as("in whatever order the columns stand").isTrue();
        assertThat(again.mapping()).isEqualTo(chosen);
        assertThat(again.problems()).isEmpty();
        assertThat(again.preview().getFirst().number()).isEqualTo("A-2");

        tenant = aTenant(tenants);
        var elsewhere = uploaded(first);
        assertThat(as(() -> imports.propose(elsewhere, null)).saved())
                .as("another merchant's")
                .isFalse();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> imports.propose(next, null)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void aFileThatCannotBeReadFailsInWordsAndNeverWithout() {
        for (var csv :
                new String[] {SHOPIFY, "a,b\n1,2\n", "sep=;\n", "order,\"it\"em\n1,2\n", "x".repeat(1_100_000)}) {
            var done = imported(ImportKind.SHOPIFY_ORDERS, csv, null);
            assertThat(done.state()).isEqualTo(ImportState.FAILED);
            assertThat(Objects.requireNonNull(done.failure()))
                    .doesNotContain("ours broke")
                    .isNotBlank();
            var file = uploaded(csv);
            assertThat(TenantContext.callAs(tenant, () -> {
                        try {
                            return imports.propose(file, null).problems().toString();
                        } catch (Refusal refused) {
                            return String.valueOf(refused.getMessage());
                        }
                    }))
                    .hasSizeGreaterThan(10);
        }
    }

    @Test
    void aMappingIsForOrdersOfAnyShopOnlyAndTheyNeedOne() {
        var file = uploaded("Order,Date\n1,2026-10-01\n");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> imports.start(ImportKind.MAPPED_ORDERS, file, null)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.REQUIRED));
        var mapping = as(() -> imports.propose(file, null)).mapping();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> imports.start(ImportKind.SHOPIFY_ORDERS, file, mapping)));
    }
}
