package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.orders.OrderUpsert.LineUpsert;
import app.retour.orders.amounts.OrderCharges;
import app.retour.orders.amounts.UnitPrice;
import app.retour.orders.products.Product;
import app.retour.orders.products.ProductId;
import app.retour.orders.products.ProductOption;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an order does not say of its goods is filled from the product with the same SKU. */
class LinesAndProductsTests {
    private static final Product TEE = new Product(
            new ProductId(Ids.next()),
            "tee",
            "T-M",
            "Tee",
            "M",
            List.of(new ProductOption("Size", "M")),
            "Acme",
            "Shirts",
            List.of("summer"),
            250,
            Money.of("20.00", "EUR"),
            "https://example.com/tee.jpg",
            null,
            true,
            true);

    private static OrderLine line(LineUpsert told, @Nullable Product product) {
        var merged = ToldOrders.first(ToldOrders.order(told));
        return merged.lines().getFirst().snapshot(merged.order(), product);
    }

    @Test
    void whatTheOrderDoesNotSayTheProductSays() {
        var line = line(ToldOrders.SHIRT, TEE);
        assertThat(line.productKey()).isEqualTo("tee");
        assertThat(line.vendor()).isEqualTo("Acme");
        assertThat(line.productType()).isEqualTo("Shirts");
        assertThat(line.tags()).containsExactly("summer");
        assertThat(line.weightGrams()).isEqualTo(250);
        assertThat(line.giftCard()).isTrue();
        assertThat(line.finalSale()).isTrue();
        assertThat(line.imageUrl()).isEqualTo("https://example.com/tee.jpg");
    }

    static List<Arguments> saidByTheOrder() {
        return List.of(
                Arguments.of("vendor", "Other"),
                Arguments.of("productType", "Other"),
                Arguments.of("tags", List.of()),
                Arguments.of("weightGrams", 1),
                Arguments.of("giftCard", false),
                Arguments.of("finalSale", false),
                Arguments.of("variantTitle", "Blue"));
    }

    @ParameterizedTest
    @MethodSource("saidByTheOrder")
    void whatTheOrderSaysHolds(String field, Object value) throws ReflectiveOperationException {
        var line = line(Changed.with(ToldOrders.SHIRT, field, value), TEE);
        assertThat(OrderLine.class.getMethod(field).invoke(line)).isEqualTo(value);
    }

    @Test
    void withoutAProductNothingIsMadeUp() {
        var line = line(ToldOrders.SHIRT, null);
        assertThat(line.productKey()).isNull();
        assertThat(line.giftCard()).isFalse();
        assertThat(line.finalSale()).as("not known").isNull();
        assertThat(line.tags()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Tee - M,        -,    Tee,            M",
                "Tee - M - Blue, -,    Tee,            M - Blue",
                "Tee - M,        Blue, Tee - M,        Blue",
                "Teeshirt - M,   -,    Teeshirt - M,   -",
                "Tee,            -,    Tee,            -",
            })
    void theNameOfTheProductIsToldFromThatOfTheVariant(
            String title, @Nullable String variant, String own, @Nullable String ownVariant) {
        var line = line(Changed.with(Changed.with(ToldOrders.SHIRT, "title", title), "variantTitle", variant), TEE);
        assertThat(line.title()).isEqualTo(own);
        assertThat(line.variantTitle()).isEqualTo(ownVariant);
    }

    @Test
    void aPriceMayBeFinerThanACentAndIsShownToTheCent() {
        var price = new UnitPrice(new BigDecimal("8.2645000"), OrderFixtures.EUR);
        assertThat(price.amount()).isEqualTo(new BigDecimal("8.2645"));
        assertThat(price.rounded()).isEqualTo(Money.of("8.26", "EUR"));
        assertThat(price.times(1_000)).isEqualByComparingTo("8264.5");
        assertThat(UnitPrice.of(Money.of("8", "EUR")).amount()).isEqualTo(new BigDecimal("8.00"));
        assertThat(new UnitPrice(new BigDecimal("1E+2"), OrderFixtures.EUR).amount())
                .isEqualTo(new BigDecimal("100.00"));
    }

    @Test
    void whatIsPaidBesideTheGoodsIsNoPartOfShipping() {
        var charges = new OrderCharges(
                Money.of("4.90", "EUR"),
                Money.of("0.78", "EUR"),
                Money.of("1.00", "EUR"),
                Money.of("2.00", "EUR"),
                Money.of("3.00", "EUR"),
                Money.of("-0.02", "EUR"));
        assertThat(charges.extras()).isEqualTo(Money.of("5.98", "EUR"));
        assertThat(OrderCharges.none(OrderFixtures.EUR).extras().isZero()).isTrue();
        assertThat(OrderCharges.ofShipping(charges.shipping(), charges.shippingTax())
                        .extras()
                        .isZero())
                .isTrue();
    }
}
