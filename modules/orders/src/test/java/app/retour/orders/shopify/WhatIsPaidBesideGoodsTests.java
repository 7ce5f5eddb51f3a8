package app.retour.orders.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.OrderUpsert;
import app.retour.orders.OrderUpsert.LineUpsert;
import app.retour.orders.csv.Told;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIsPaidBesideGoodsTests {
    private static final String HEADER = "Name,Currency,Created at,Subtotal,Shipping,Taxes,Discount Amount,Total,"
            + "Lineitem quantity,Lineitem name,Lineitem price,Lineitem requires shipping,Lineitem taxable,Payment Method\n";

    static List<Told<OrderUpsert>> read(String csv) {
        var told = new ArrayList<Told<OrderUpsert>>();
        try (var file = ShopifyFile.ofOrders(() -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))) {
            file.forEachRemaining(told::add);
        }
        return told;
    }

    private static OrderUpsert order(String rows) {
        var told = read(HEADER + rows).getFirst();
        assertThat(told.problem()).isNull();
        return Objects.requireNonNull(told.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tip", "TIP", "Trinkgeld", "Pourboire", "Propina", "Mancia", "Fooi", "チップ", " Gratuity "})
    void aTipIsNoGoodsInAnyLanguage(String name) {
        var told = order("""
                #1,USD,2026-10-01 10:00:00 +0200,120.00,0,9.60,0,135.60,1,Jacket,120.00,true,true,Card
                #1,,,,,,,,1,%s,6.00,false,false,
                """.formatted(name));
        assertThat(told.lines()).extracting(LineUpsert::title).containsExactly("Jacket");
        assertThat(told.lines().getFirst().paid()).isEqualByComparingTo("120.00");
        assertThat(told.charges().tips()).isEqualByComparingTo("6.00");
        assertThat(told.subtotal()).isEqualByComparingTo("120.00");
        assertThat(told.taxes()).isEqualByComparingTo("9.60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.00", "110.00"})
    void aTipBearsNoPartOfADiscountWhetherTheSubtotalCountsItOrNot(String subtotal) {
        var told = order("""
                #1,USD,2026-10-01 10:00:00 +0200,%s,0,0,20.00,110.00,1,Jacket,120.00,true,true,Card
                #1,,,,,,,,1,Tip,10.00,false,false,
                """.formatted(subtotal));
        assertThat(told.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.paid()).isEqualByComparingTo("100.00"));
        assertThat(told.subtotal()).isEqualByComparingTo("100.00");
        assertThat(told.charges().tips()).isEqualByComparingTo("10.00");
    }

    @Test
    void whatIsCalledTipAndIsShippedOrTaxedIsGoods() {
        var told = order("""
                #1,USD,2026-10-01 10:00:00 +0200,26.00,0,0,0,26.00,1,Tip,6.00,true,true,Card
                #1,,,,,,,,1,Soldering tip,20.00,false,false,
                """);
        assertThat(told.lines()).hasSize(2);
        assertThat(told.charges().tips()).isZero();
    }

    @Test
    void paymentFeesDutiesAndRoundingInRowsAreToldApart() {
        var told = order("""
                #1,EUR,2026-10-01 10:00:00 +0200,40.00,0,0,0,50.00,1,Lamp,40.00,true,true,Cash on Delivery (COD)
                #1,,,,,,,,1,Nachnahmegebühr,2.95,false,false,
                #1,,,,,,,,1,Zoll,7.00,false,false,
                #1,,,,,,,,1,Rundung,0.05,false,false,
                """);
        assertThat(told.lines()).hasSize(1);
        assertThat(told.charges().paymentFee()).isEqualByComparingTo("2.95");
        assertThat(told.charges().duties()).isEqualByComparingTo("7.00");
        assertThat(told.charges().rounding()).isEqualByComparingTo("0.05");
    }

    @Test
    void cashIsRoundedToTheSmallestCoin() {
        var told = order("#1,CHF,2026-10-01 10:00:00 +0200,19.98,0,0,0,20.00,1,Cup,19.98,true,true,Cash\n");
        assertThat(told.charges().rounding()).isEqualByComparingTo("0.02");
        assertThat(order("#1,CHF,2026-10-01 10:00:00 +0200,19.97,0,0,0,19.95,1,Cup,19.97,true,true,Cash\n")
                        .charges()
                        .rounding())
                .isEqualByComparingTo("-0.02");
        assertThat(order("#1,CHF,2026-10-01 10:00:00 +0200,19.98,0,0,0,20.00,1,Cup,19.98,true,true,Visa\n")
                        .charges()
                        .rounding())
                .as("a card is not rounded: the sums do not agree")
                .isZero();
    }

    @Test
    void aFileThatASpreadsheetSortedIsStillTheSameOrder() {
        var told = read(HEADER + """
                #1,,,,,,,,1,Anorak,20.00,true,true,
                #2,USD,2026-10-02 10:00:00 +0200,5.00,0,0,0,5.00,1,Belt,5.00,true,true,Card
                #1,USD,2026-10-01 10:00:00 +0200,120.00,0,0,0,120.00,1,Jacket,100.00,true,true,Card
                """);
        assertThat(told).hasSize(2);
        var first = Objects.requireNonNull(told.getFirst().value());
        assertThat(first.total()).isEqualByComparingTo("120.00");
        assertThat(first.lines()).extracting(LineUpsert::title).containsExactly("Anorak", "Jacket");
    }

    @Test
    void rowsOfOneNameThatTellTwoTotalsAreNoOrder() {
        var told = read(HEADER + """
                #1,USD,2026-10-01 10:00:00 +0200,20.00,0,0,0,20.00,1,Anorak,20.00,true,true,
                #1,USD,2026-10-01 10:00:00 +0200,120.00,0,0,0,120.00,1,Jacket,100.00,true,true,Card
                """);
        assertThat(told)
                .singleElement()
                .satisfies(each -> assertThat(Objects.requireNonNull(each.problem()))
                        .hasMessageContaining("“Total” differs")
                        .hasMessageContaining("lines 2 and 3"));
    }

    @Test
    void idsAndCodesThatASpreadsheetRoundedAreLeftOutAndTold() {
        var csv = """
                Name,Id,Phone,Currency,Created at,Total,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku
                #1,5.93214E+12,4.9171E+11,EUR,2026-10-01 10:00:00 +0200,1.00,1,A,1.00,4.00638E+12
                #2,5.93214E+12,,EUR,2026-10-01 10:00:00 +0200,1.00,1,A,1.00,A-2
                """;
        var told = read(csv);
        assertThat(told).hasSize(2);
        assertThat(told).isNotEmpty().allSatisfy(each -> {
            var order = Objects.requireNonNull(each.value());
            assertThat(order.externalId()).isNull();
            assertThat(order.shopperPhone()).isNull();
        });
        assertThat(told.getFirst().remarks())
                .extracting(remark -> remark.column())
                .containsExactlyInAnyOrder("Id", "Phone", "Lineitem sku");
        assertThat(told.getFirst().remarks().toString())
                .as("a telephone number is nobody else's")
                .doesNotContain("4.9171E+11");
        assertThat(read(csv.replace("#2,", "1.0E+03,")).get(1).problem())
                .isNotNull()
                .hasMessageContaining("“Name” was rounded");
    }

    @Test
    void germanAmountsAreReadAndAmbiguousOnesRefusedByName() {
        var csv = """
                Name;Currency;Created at;Total;Lineitem quantity;Lineitem name;Lineitem price
                #1;EUR;2026-10-01 10:00:00 +0200;1.234,50;1;A;1.234,50
                #2;EUR;2026-10-01 10:00:00 +0200;1.234;1;A;1.234
                #3;KWD;2026-10-01 10:00:00 +0200;12.345;1;A;12.345
                """;
        var told = read(csv);
        assertThat(Objects.requireNonNull(told.getFirst().value()).total()).isEqualByComparingTo("1234.50");
        assertThat(told.get(1).problem())
                .isNotNull()
                .hasMessageContaining("“Total” is 1.234, which can be read as 1.234 or as 1234");
        assertThat(Objects.requireNonNull(told.get(2).value()).total()).isEqualByComparingTo("12.345");
    }
}
