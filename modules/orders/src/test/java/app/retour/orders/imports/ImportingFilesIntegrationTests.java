package app.retour.orders.imports;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.files.FileKind;
import app.retour.files.FileUpload;
import app.retour.kernel.Money;
import app.retour.orders.OrderLine;
import app.retour.orders.amounts.TaxMode;
import app.retour.orders.amounts.Tender;
import app.retour.orders.products.Product;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.ScrollPosition;

/** The job is run by hand here, as the scheduler would, so that a test sees its end. */
class ImportingFilesIntegrationTests extends ImportingFiles {
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
        assertThat(as(() -> Objects.requireNonNull(
                                orders.buyer(order, order.placedAt()).history()))
                        .lifetimeOrders())
                .isEqualTo(4);
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
}
