package app.retour.orders.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All products of an order in one cell. */
class ProductsInOneCellTests {
    private static List<Map<OrderField, String>> products(String cell) {
        return ItemsCell.read(cell).orElseThrow(() -> new AssertionError(cell));
    }

    @Test
    void bigCommerceWritesNamesThatHoldItsOwnSigns() {
        var cell =
                "Product ID: 93, Product Qty: 2, Product SKU: T-1, Product Name: Tee, red | soft, Product Variation Details: Size: M,"
                        + " Product Unit Price: 10.00, Product Total Price: 20.00"
                        + "|Product ID: 94, Product Qty: 1, Product SKU: , Product Name: Cup, Product Unit Price: 5.00, Product Total Price: 5.00";
        assertThat(products(cell))
                .hasSize(2)
                .first()
                .satisfies(tee -> assertThat(tee)
                        .containsEntry(OrderField.TITLE, "Tee, red | soft")
                        .containsEntry(OrderField.VARIANT, "Size: M")
                        .containsEntry(OrderField.QUANTITY, "2")
                        .containsEntry(OrderField.LINE_TOTAL, "20.00")
                        .doesNotContainKey(OrderField.LINE_ID));
        assertThat(products(cell).getLast()).doesNotContainKey(OrderField.SKU);
    }

    @Test
    void wooCommerceWritesPairs() {
        var products = products("id:7|name:Tee: soft|sku:T-1|quantity:2|total:20.00|total_tax:3.80|meta:Size=M;"
                + "id:8|name:Cup|quantity:1|total:5.00;");
        assertThat(products).hasSize(2);
        assertThat(products.getFirst())
                .containsEntry(OrderField.LINE_ID, "7")
                .containsEntry(OrderField.TITLE, "Tee: soft")
                .containsEntry(OrderField.LINE_TAX, "3.80")
                .containsEntry(OrderField.VARIANT, "Size=M");
    }

    @Test
    void someWriteOneProductALine() {
        assertThat(products("name:Tee|qty:1|price:10\nname:Cup|qty:2|price:5"))
                .extracting(each -> each.get(OrderField.TITLE))
                .containsExactly("Tee", "Cup");
    }

    @Test
    void othersWriteJson() {
        var products = products(
                "[{\"title\":\"Tee\",\"qty\":2,\"unit_price\":10.5,\"sku\":null,\"options\":{\"size\":\"M\"}}]");
        assertThat(products)
                .singleElement()
                .satisfies(tee -> assertThat(tee)
                        .containsOnly(
                                Map.entry(OrderField.TITLE, "Tee"),
                                Map.entry(OrderField.QUANTITY, "2"),
                                Map.entry(OrderField.UNIT_PRICE, "10.5")));
    }

    @Test
    void ofTwoNamesForOneThingTheFirstCounts() {
        assertThat(products("name:Tee|title:Other|qty:1|price:10"))
                .singleElement()
                .satisfies(tee -> assertThat(tee).containsEntry(OrderField.TITLE, "Tee"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tee",
                "Tee x 2, Cup x 1",
                "name:Tee|quantity:2",
                "quantity:2|total:20.00",
                "name:Tee|total:20.00",
                "name:Tee|quantity:1|total:5;name:Cup|total:1",
                "[",
                "[{]",
                "[]",
                "[1,2]",
                "{\"name\":\"Tee\"}",
                "[{\"name\":\" \",\"qty\":1,\"price\":1}]",
            })
    void whatDoesNotTellNameQuantityAndPriceOfEachIsNotReadInPart(String cell) {
        assertThat(ItemsCell.read(cell)).isEmpty();
    }

    @Test
    void noOrderHasMoreThanTwoThousandProducts() {
        var one = "name:Tee|quantity:1|total:5";
        assertThat(ItemsCell.read(String.join(";", Collections.nCopies(2_000, one))))
                .isPresent();
        assertThat(ItemsCell.read(String.join(";", Collections.nCopies(2_001, one))))
                .isEmpty();
    }

    @Property
    void whateverStandsInTheCellItIsReadWholeOrNotAtAll(@ForAll("cells") String cell) {
        for (var item : ItemsCell.read(cell).orElse(List.of())) {
            assertThat(item).containsKeys(OrderField.TITLE, OrderField.QUANTITY).doesNotContainValue("");
        }
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.of(
                        "name:",
                        "qty:",
                        "total:",
                        "|",
                        ";",
                        "Tee",
                        "2",
                        "[",
                        "]",
                        "{",
                        "}",
                        "\"",
                        ",",
                        ":",
                        "Product Name: ",
                        "Product Qty: ",
                        "\n",
                        " ",
                        "Product ID: ",
                        "\\",
                        "null")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }
}
