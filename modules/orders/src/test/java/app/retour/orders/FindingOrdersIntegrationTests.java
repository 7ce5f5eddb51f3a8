package app.retour.orders;

import static app.retour.orders.OrderFixtures.NOON;
import static app.retour.orders.OrderFixtures.aLine;
import static app.retour.orders.OrderFixtures.aTenant;
import static app.retour.orders.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.products.ProductOption;
import app.retour.orders.products.ProductUpsert;
import app.retour.orders.settings.OrderSettings;
import app.retour.orders.shoppers.ShopperHistory;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.ScrollPosition;

/** Orders are found by their own shop, with what products and history add to them. */
class FindingOrdersIntegrationTests extends StoredOrders {
    @Test
    void anotherTenantSeesNothing() {
        var order = as(() -> orders.upsert(anOrder("1", "#1", "a@b.de", aLine("S", 1, "10.00"))));
        var other = aTenant(tenants);
        TenantContext.runAs(other, () -> {
            assertThat(orders.find(order.id())).isEmpty();
            assertThat(orders.byNumber("1")).isEmpty();
            assertThat(orders.shopper(java.util.Objects.requireNonNull(order.shopper())))
                    .isEmpty();
            assertThat(orders.shipTo(order.id())).isEmpty();
            assertThat(orders.prove("1", "a@b.de", null, null)).isEmpty();
            assertThat(orders.search("a@b.de", 10)).isEmpty();
            assertThat(orders.upsert(anOrder("1", "#1", "a@b.de", aLine("S", 1, "10.00")))
                            .id())
                    .isNotEqualTo(order.id());
        });
    }

    @Test
    void aProductWithTheSameSkuFillsWhatTheOrderDoesNotSay() {
        as(() -> products.upsert(List.of(new ProductUpsert(
                "shirt",
                "S-M",
                "Shirt",
                List.of(new ProductOption("Size", "M")),
                0,
                "Weaver",
                "Tops",
                List.of("Final Sale"),
                250,
                Money.of("10.00", "EUR"),
                null,
                null,
                null,
                null))));
        as(() -> orders.change(new OrderSettings(null, "final sale")));
        var line = as(() -> orders.upsert(anOrder("1", "#1", "a@b.de", aLine("S-M", 1, "10.00"))))
                .lines()
                .getFirst();
        assertThat(line.productKey()).isEqualTo("shirt");
        assertThat(line.vendor()).isEqualTo("Weaver");
        assertThat(line.weightGrams()).isEqualTo(250);
        assertThat(line.finalSale()).isTrue();
        assertThat(as(() -> orders.variantsOf("shirt"))).hasSize(1);
        assertThat(as(() -> products.list("SHIRT", ScrollPosition.keyset(), 10)).getContent())
                .hasSize(1);
    }

    private ShopperHistory history(Order order, Instant at) {
        return java.util.Objects.requireNonNull(orders.buyer(order, at).history());
    }

    @Test
    void historyIsUnknownUntilItIsSaidToBeComplete() {
        var order = as(() -> orders.upsert(anOrder("1", "#1", "a@b.de", aLine("S", 2, "10.00"))));
        assertThat(as(() -> history(order, NOON))).isEqualTo(ShopperHistory.UNKNOWN);
        as(() -> orders.change(new OrderSettings(LocalDate.parse("2026-01-01"), null)));
        var counted = as(() -> history(order, NOON));
        assertThat(counted.lifetimeOrders()).isEqualTo(1);
        assertThat(counted.unitsBought()).isEqualTo(2);
        assertThat(counted.lifetimeSpend()).isEqualTo(Money.of("20.00", "EUR"));
        assertThat(as(() -> history(order, NOON.minus(Duration.ofDays(1)))).lifetimeOrders())
                .as("not yet bought")
                .isEqualTo(0);
    }

    @Test
    void listsPageByKeyset() {
        for (var i = 1; i <= 5; i++) {
            var number = String.valueOf(i);
            as(() -> orders.upsert(anOrder(number, "#" + number, "a" + number + "@b.de", aLine("S", 1, "10.00"))));
        }
        var first = as(() -> orders.list(null, ScrollPosition.keyset(), 3));
        var second = as(() -> orders.list(null, first.positionAt(2), 3));
        assertThat(first.getContent()).hasSize(3);
        assertThat(first.hasNext()).isTrue();
        assertThat(second.getContent()).hasSize(2).doesNotContainAnyElementsOf(first.getContent());
        assertThat(second.hasNext()).isFalse();
        assertThat(as(() -> orders.search("a3@", 10))).hasSize(1);
        assertThat(as(() -> orders.search("lovelace", 10))).hasSize(5);
        var people = as(() -> shoppers.list(null, ScrollPosition.keyset(), 2));
        assertThat(as(() -> shoppers.list(null, people.positionAt(1), 10)).getContent())
                .hasSize(3);
    }
}
