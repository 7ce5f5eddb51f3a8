package app.retour.orders;

import static app.retour.orders.OrderFixtures.NOON;
import static app.retour.orders.OrderFixtures.aLine;
import static app.retour.orders.OrderFixtures.aTenant;
import static app.retour.orders.OrderFixtures.anOrder;
import static app.retour.orders.OrderFixtures.anOrderDelivered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.amounts.Tender;
import app.retour.orders.products.ProductOption;
import app.retour.orders.products.ProductUpsert;
import app.retour.orders.products.Products;
import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperHistory;
import app.retour.orders.shoppers.ShopperUpsert;
import app.retour.orders.shoppers.Shoppers;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

@RetourTest
class OrdersIntegrationTests {
    @Autowired
    Orders orders;

    @Autowired
    Products products;

    @Autowired
    Shoppers shoppers;

    @Autowired
    Tenants tenants;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    TenantId tenant = new TenantId(new java.util.UUID(0, 0));

    @BeforeEach
    void openShop() {
        tenant = aTenant(tenants);
    }

    private <T> T as(Supplier<T> action) {
        return TenantContext.callAs(tenant, action);
    }

    @Test
    void anOrderIsFoundByItsNumberHoweverItIsWritten() {
        var told = as(() -> orders.upsert(anOrder("1", "#AB-1001", "Ada@Example.com ", aLine("S", 2, "10.00"))));
        assertThat(as(() -> orders.byNumber("ab-1001"))).contains(told);
        assertThat(as(() -> orders.byNumber(" #AB-1001 "))).contains(told);
        assertThat(told.reconciles()).isTrue();
        assertThat(told.subtotal()).isEqualTo(Money.of("20.00", "EUR"));
        assertThat(told.tags()).as("nobody told them").isNull();
        assertThat(told.tenders()).extracting(Tender::kind).containsExactly(Tender.Kind.CARD);
        assertThat(as(() -> orders.shopper(java.util.Objects.requireNonNull(told.shopper()))))
                .get()
                .extracting(Shopper::email)
                .isEqualTo("ada@example.com");
    }

    @Test
    void whatASourceDoesNotKnowStays() {
        var first = as(() -> orders.upsert(anOrderDelivered("1", "#1", "a@b.de", NOON, aLine("S", 1, "10.00"))));
        var second = as(() -> orders.upsert(anOrder("1", "#1", "a@b.de", aLine("S", 1, "10.00"))));
        assertThat(second).isEqualTo(first);
        assertThat(second.deliveredAt()).isEqualTo(NOON);
    }

    @Test
    void theLastParcelCountsAndWhatIsHeardLaterOfAnEarlierOneMovesNothingBack() {
        var hour = java.time.Duration.ofHours(1);
        as(() -> orders.upsert(anOrderDelivered("1", "#1", "a@b.de", NOON, aLine("S", 1, "10.00"))));
        var last =
                as(() -> orders.upsert(anOrderDelivered("1", "#1", "a@b.de", NOON.plus(hour), aLine("S", 1, "10.00"))));
        assertThat(last.deliveredAt()).isEqualTo(NOON.plus(hour));
        var late = as(
                () -> orders.upsert(anOrderDelivered("1", "#1", "a@b.de", NOON.minus(hour), aLine("S", 1, "10.00"))));
        assertThat(late.deliveredAt()).isEqualTo(NOON.plus(hour));
    }

    @Test
    void aLineThatIsTakenOffStaysFindableWithNothingLeft() {
        var before =
                as(() -> orders.upsert(anOrder("1", "#1", "a@b.de", aLine("S", 1, "10.00"), aLine("T", 2, "5.00"))));
        var after = as(() -> orders.upsert(anOrder("1", "#1", "a@b.de", aLine("T", 2, "5.00"))));
        assertThat(after.line(before.lines().get(0).id()))
                .get()
                .extracting(OrderLine::quantity)
                .isEqualTo(0);
        assertThat(after.line(before.lines().get(1).id()))
                .get()
                .extracting(OrderLine::quantity)
                .isEqualTo(2);
        assertThat(after.reconciles()).isTrue();
    }

    @Test
    void anotherOrderCannotTakeANumber() {
        as(() -> orders.upsert(anOrder("1", "#1", "a@b.de", aLine("S", 1, "10.00"))));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> orders.upsert(anOrder("2", "1", "a@b.de", aLine("S", 1, "10.00")))))
                .satisfies(refused -> assertThat(refused.field()).containsExactly("0", "number"));
    }

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
    void anOrderIsProvenByEmailOrPostcodeAndNothingElse() {
        var order = as(() -> orders.upsert(anOrder("1", "#1001", "ada@example.com", aLine("S", 1, "10.00"))));
        assertThat(as(() -> orders.prove("1001", "ADA@example.com", null, null)))
                .contains(order.id());
        assertThat(as(() -> orders.prove("#1001", null, "01 067", null))).contains(order.id());
        assertThat(as(() -> orders.prove("1001", "eve@example.com", null, null)))
                .isEmpty();
        assertThat(as(() -> orders.prove("1001", "eve@example.com", "01067", null)))
                .isEmpty();
        assertThat(as(() -> orders.prove("1002", "ada@example.com", null, null)))
                .isEmpty();
        assertThat(as(() -> orders.prove("1001", null, null, null))).isEmpty();
        assertThat(as(() -> orders.prove("1001", "", "", null))).isEmpty();
        assertThat(as(() -> orders.prove("1001", null, "-", null))).isEmpty();
    }

    @Test
    void bothSpellingsOfADomainAreOneShopper() {
        var first = as(() -> orders.upsert(anOrder("1", "#1", "Ida@BÜCHER-müller.example", aLine("S", 1, "10.00"))));
        var second =
                as(() -> orders.upsert(anOrder("2", "#2", "ida@xn--bcher-mller-thbg.example", aLine("S", 1, "10.00"))));
        assertThat(second.shopper()).isEqualTo(first.shopper());
        assertThat(as(() -> orders.prove("1", "ida@xn--bcher-mller-thbg.example", null, null)))
                .contains(first.id());
        assertThat(as(() -> orders.prove("2", "ida@bücher-müller.example", null, null)))
                .contains(second.id());
    }

    /** Before both spellings counted as one, an address was kept as it was told. */
    @Test
    void whoIsKeptInAsciiIsFoundInEitherSpelling() {
        var first = as(() -> orders.upsert(anOrder("1", "#1", "ida@bücher.example", aLine("S", 1, "10.00"))));
        as(() -> new TransactionTemplate(transactions)
                .execute(_ -> jdbc.sql("update orders.shopper set email = 'ida@xn--bcher-kva.example'")
                        .update()));
        var second = as(() -> orders.upsert(anOrder("2", "#2", "ida@bücher.example", aLine("S", 1, "10.00"))));
        assertThat(second.shopper()).isEqualTo(first.shopper());
        assertThat(as(() -> orders.prove("1", "ida@bücher.example", null, null)))
                .contains(first.id());
        assertThat(as(() -> shoppers.upsert(List.of(
                        new ShopperUpsert("ida@bücher.example", "Ida", null, null, null, null, null, null, null)))))
                .containsExactly(first.shopper());
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

    @Test
    void historyIsUnknownUntilItIsSaidToBeComplete() {
        var order = as(() -> orders.upsert(anOrder("1", "#1", "a@b.de", aLine("S", 2, "10.00"))));
        var shopper = java.util.Objects.requireNonNull(order.shopper());
        assertThat(as(() -> orders.historyOf(shopper, NOON))).isEqualTo(ShopperHistory.UNKNOWN);
        as(() -> orders.change(new OrderSettings(LocalDate.parse("2026-01-01"), null)));
        var counted = as(() -> orders.historyOf(shopper, NOON));
        assertThat(counted.lifetimeOrders()).isEqualTo(1);
        assertThat(counted.unitsBought()).isEqualTo(2);
        assertThat(counted.lifetimeSpend()).isEqualTo(Money.of("20.00", "EUR"));
        assertThat(as(() -> orders.historyOf(shopper, NOON.minus(Duration.ofDays(1))))
                        .lifetimeOrders())
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
