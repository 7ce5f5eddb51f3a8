package app.retour.orders.imports;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.files.FileId;
import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.files.Files;
import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.OrderLine;
import app.retour.orders.OrderSettings;
import app.retour.orders.Orders;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.amounts.Tender;
import app.retour.orders.products.Product;
import app.retour.orders.products.Products;
import app.retour.orders.shoppers.Shoppers;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.test.context.TestPropertySource;
import retour.testkit.RetourTest;

/** The job is run by hand here, as the scheduler would, so that a test sees its end. */
@RetourTest
@TestPropertySource(properties = "retour.jobs.enabled=false")
class ImportingFilesIntegrationTests {
    @Autowired
    Imports imports;

    @Autowired
    ImportRun reading;

    @Autowired
    Orders orders;

    @Autowired
    Products products;

    @Autowired
    Shoppers shoppers;

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

    private static String sample(String name) {
        try (var in = ImportingFilesIntegrationTests.class.getResourceAsStream("/csv/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Import imported(ImportKind kind, String csv) {
        return as(() -> {
            var file = files.store(new FileUpload(
                    FileKind.IMPORT, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "a.csv", null));
            var started = imports.start(kind, file);
            reading.run(new ImportRun.Wanted(started.id().value()));
            return imports.find(started.id()).orElseThrow();
        });
    }

    @Test
    void theSameFileTwiceChangesNothingAndANewerOneUpdates() {
        var first = imported(ImportKind.SHOPIFY_ORDERS, sample("orders.csv"));
        assertThat(first.state()).isEqualTo(ImportState.DONE);
        assertThat(first.failure()).isNull();
        assertThat(first.rows()).isEqualTo(5);
        assertThat(first.created()).isEqualTo(2);
        assertThat(first.failed()).isEqualTo(2);
        assertThat(first.percent()).isEqualTo(100);
        var before = as(() -> orders.byNumber("2001")).orElseThrow();

        var second = imported(ImportKind.SHOPIFY_ORDERS, sample("orders.csv"));
        assertThat(second.created() + second.updated()).isZero();
        assertThat(second.unchanged()).isEqualTo(2);
        assertThat(as(() -> orders.byNumber("2001"))).contains(before);

        var newer = imported(
                ImportKind.SHOPIFY_ORDERS,
                sample("orders.csv").replace("PayPal + Gift Card,0.00,9002", "PayPal,20.00,9002"));
        assertThat(newer.updated()).isEqualTo(1);
        assertThat(newer.unchanged()).isEqualTo(1);
        assertThat(as(() -> orders.byNumber("2002")).orElseThrow().refundedOutside())
                .isEqualTo(Money.of("20.00", "EUR"));
    }

    @Test
    void discountsAreSharedOutAndTheSumsAreChecked() {
        imported(ImportKind.SHOPIFY_ORDERS, sample("orders.csv"));
        var order = as(() -> orders.byNumber("#2001")).orElseThrow();
        assertThat(order.lines())
                .extracting(OrderLine::paid)
                .containsExactly(Money.of("53.33", "EUR"), Money.of("26.67", "EUR"));
        assertThat(order.reconciles()).isTrue();
        assertThat(order.taxMode()).isEqualTo(TaxMode.INCLUDED);
        assertThat(order.tags()).containsExactly("vip", "autumn");
        assertThat(order.lines().getFirst().fulfilledQuantity()).isEqualTo(2);
        assertThat(as(() -> orders.shipTo(order.id())).orElseThrow().postcode()).isEqualTo("01067");

        var crooked = as(() -> orders.byNumber("2002")).orElseThrow();
        assertThat(crooked.reconciles()).as("50 + 0 is not 60").isFalse();
        assertThat(crooked.taxMode()).isEqualTo(TaxMode.UNKNOWN);
        assertThat(crooked.tags()).as("blank is known to be empty").isEmpty();
        assertThat(crooked.tenders())
                .extracting(Tender::kind)
                .containsExactly(Tender.Kind.OTHER, Tender.Kind.GIFT_CARD);
        assertThat(crooked.lines().getFirst().fulfilledQuantity()).isZero();
    }

    @Test
    void problemsAreToldByLineAndColumnAndCanBeFetched() throws IOException {
        var done = imported(ImportKind.SHOPIFY_ORDERS, sample("orders.csv"));
        assertThat(as(() -> imports.problems(done.id(), 10)))
                .extracting(ImportRowError::line, ImportRowError::subject, ImportRowError::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(5, "#2003", "Subtotal"),
                        org.assertj.core.groups.Tuple.tuple(6, "#2004", "email"));
        var path = Objects.requireNonNull(done.errorFile());
        var file = as(() -> files.open(new FileId(UUID.fromString(path.substring("/files/".length())))))
                .orElseThrow();
        try (var content = file.content().open()) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"5\",\"#2003\",\"Subtotal\"")
                    .doesNotContain("not an address");
        }
    }

    @Test
    void productsAndCustomersJoinBySkuAndEmailWhateverComesFirst() {
        imported(ImportKind.SHOPIFY_ORDERS, sample("orders.csv"));
        var catalogue = imported(ImportKind.SHOPIFY_PRODUCTS, sample("products.csv"));
        assertThat(catalogue.created()).as("products, not variants").isEqualTo(2);
        assertThat(imported(ImportKind.SHOPIFY_PRODUCTS, sample("products.csv")).unchanged())
                .isEqualTo(2);
        var people = imported(ImportKind.SHOPIFY_CUSTOMERS, sample("customers.csv"));
        assertThat(people.updated()).isEqualTo(1);
        assertThat(people.failed()).as("no e-mail").isEqualTo(1);
        assertThat(imported(ImportKind.SHOPIFY_CUSTOMERS, sample("customers.csv"))
                        .unchanged())
                .isEqualTo(1);

        var order = as(() -> orders.byNumber("2001")).orElseThrow();
        var shirt = order.lines().getFirst();
        assertThat(shirt.productKey()).isEqualTo("wool-shirt");
        assertThat(shirt.title()).isEqualTo("Wool Shirt");
        assertThat(shirt.variantTitle()).isEqualTo("M");
        assertThat(shirt.tags()).containsExactly("wool", "winter");
        assertThat(shirt.weightGrams()).isEqualTo(320);
        assertThat(as(() -> orders.variantsOf("wool-shirt")))
                .extracting(Product::sku)
                .containsExactly("SHIRT-S", "SHIRT-M");
        var ada = as(() -> orders.shopper(Objects.requireNonNull(order.shopper())))
                .orElseThrow();
        assertThat(ada.tags()).containsExactly("VIP", "newsletter");
        assertThat(ada.phone()).isEqualTo("+4930123456");
        assertThat(as(() -> orders.historyOf(ada.id(), order.placedAt())).lifetimeOrders())
                .isEqualTo(4);
    }

    @Test
    void theReportNamesWhatIsUnknownAndTheRecipesThatSuffer() {
        var report = Objects.requireNonNull(
                imported(ImportKind.SHOPIFY_ORDERS, sample("orders.csv")).report());
        assertThat(report.orders()).isEqualTo(2);
        assertThat(report.notReconciled()).isEqualTo(1);
        assertThat(report.unknownFacts())
                .filteredOn(fact -> fact.fact().equals("item.finalSale"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.orders()).isEqualTo(2);
                    assertThat(fact.recipes()).isNotEmpty();
                });
        assertThat(report.unknownFacts())
                .filteredOn(fact -> fact.fact().equals("item.daysSinceDelivery"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.orders()).isEqualTo(1));
        imported(ImportKind.SHOPIFY_PRODUCTS, sample("products.csv"));
        as(() -> orders.change(new OrderSettings(null, "final-sale")));
        var after = Objects.requireNonNull(
                imported(ImportKind.SHOPIFY_ORDERS, sample("orders.csv")).report());
        assertThat(after.unknownFacts())
                .extracting(UnknownFact::fact)
                .doesNotContain("item.finalSale", "item.tags", "item.weight", "order.tags")
                .contains("shopper.tags", "order.gift");
    }

    @Test
    void aReadingThatWasCutOffGoesOnWhereItWas() {
        var csv = new StringBuilder(sample("orders.csv").lines().findFirst().orElseThrow()).append('\n');
        for (var i = 0; i < 250; i++) {
            csv.append(
                    "#%d,p%d@b.de,paid,,fulfilled,,EUR,10.00,0,0,10.00,,0,2026-10-01 10:00:00 +0200,1,Thing,10.00,T,true,true,fulfilled,,,,,,0,%d,,web,0\n"
                            .formatted(5000 + i, i, 100_000 + i));
        }
        var id = as(() -> imports.start(
                        ImportKind.SHOPIFY_ORDERS,
                        files.store(new FileUpload(
                                FileKind.IMPORT,
                                new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
                                "a.csv",
                                null))))
                .id();
        as(() -> {
            reading.run(new ImportRun.Wanted(id.value()));
            reading.run(new ImportRun.Wanted(id.value()));
            return id;
        });
        var done = as(() -> imports.find(id)).orElseThrow();
        assertThat(done.created()).isEqualTo(250);
        assertThat(done.rows()).isEqualTo(250);
        assertThat(as(() -> orders.list(null, ScrollPosition.keyset(), 100)).hasNext())
                .isTrue();
    }

    @Test
    void aFileOfAnotherKindIsRefusedWithAClearMessage() {
        var done = imported(ImportKind.SHOPIFY_ORDERS, sample("customers.csv"));
        assertThat(done.state()).isEqualTo(ImportState.FAILED);
        assertThat(done.failure()).contains("“Name”");
        var foreign = aTenant(tenants);
        assertThat(TenantContext.callAs(foreign, () -> imports.find(done.id()))).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> imports.start(ImportKind.SHOPIFY_ORDERS, new FileId(UUID.randomUUID()))));
    }
}
