package app.retour.orders.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingShopifyProductsTests {
    private static @Nullable Integer grams(String cell) {
        var csv = "Handle,Title,Variant SKU,Variant Grams,Variant Price\ntee,Tee,T-1,%s,10.00\n".formatted(cell);
        try (var file = ShopifyFile.ofProducts(
                () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), Currency.getInstance("USD"))) {
            return Objects.requireNonNull(file.next().value()).getFirst().weightGrams();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "113.3980925|113",
                "453.59237|454",
                "28.349523125|28",
                "0.3|1",
                "226.79618500000000|227",
                "320.0|320",
                "320|320",
                "453,59237|454"
            })
    void shopsThatWeighInOuncesOrPoundsHaveFractionsOfGrams(String cell, int grams) {
        assertThat(grams(cell.contains(",") ? '"' + cell + '"' : cell)).isEqualTo(grams);
    }

    @Test
    void nothingWeighsNothing() {
        assertThat(grams("0.0")).isNull();
        assertThat(grams("")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://cdn.example/v.png, https://cdn.example/p.png, https://cdn.example/v.png",
        "http://cdn.example/v.png, https://cdn.example/p.png, https://cdn.example/p.png",
        "http://cdn.example/v.png, javascript:x, "
    })
    void aPictureThatNoPageShowsIsLeftOutAndTheProductIsNot(String ofVariant, String ofProduct, @Nullable String link) {
        var csv = "Handle,Title,Variant SKU,Variant Price,Image Src,Variant Image\ntee,Tee,T-1,10.00,%s,%s\n"
                .formatted(ofProduct, ofVariant);
        try (var file = ShopifyFile.ofProducts(
                () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), Currency.getInstance("USD"))) {
            assertThat(Objects.requireNonNull(file.next().value()))
                    .singleElement()
                    .satisfies(variant -> assertThat(variant.imageUrl()).isEqualTo(link));
        }
    }

    @Test
    void variantsThatOthersPartBelongToTheirProduct() {
        var csv = """
                Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price
                tee,,,S,T-S,10.00
                cup,Cup,Title,Default Title,C-1,5.00
                tee,Tee,Size,M,T-M,10.00
                """;
        try (var file = ShopifyFile.ofProducts(
                () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), Currency.getInstance("USD"))) {
            assertThat(Objects.requireNonNull(file.next().value()))
                    .isNotEmpty()
                    .allSatisfy(variant -> assertThat(variant.title()).isEqualTo("Tee"))
                    .extracting(variant -> variant.sku())
                    .containsExactly("T-S", "T-M");
        }
    }
}
