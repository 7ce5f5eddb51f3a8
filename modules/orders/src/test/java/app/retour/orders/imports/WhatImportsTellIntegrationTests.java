package app.retour.orders.imports;

import static app.retour.orders.OrderFixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.files.FileId;
import app.retour.kernel.Refusal;
import app.retour.orders.settings.OrderSettings;
import app.retour.tenants.tenancy.TenantContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a merchant hears of a file that was read: its problems, what is unknown now, why it could not be read. */
class WhatImportsTellIntegrationTests extends ImportingFiles {
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
