package app.retour.orders.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.products.ProductOption;
import app.retour.orders.products.ProductUpsert;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shopify's export of products, of either generation. */
class VariantsOfAProductTests {
    private static final String OLD =
            "Handle,Title,Vendor,Type,Tags,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price,Gift Card\n";

    private static List<ProductUpsert> product(String csv) {
        return Objects.requireNonNull(
                ShopifyFiles.products(csv, "EUR").getFirst().value());
    }

    @Test
    void eachVariantIsOneWithWhatItsProductIs() {
        var variants = product(OLD + """
                tee,Tee,Acme,Shirts,"summer, sale",Size,M,Colour,Blue,T-M,10.00,false
                tee,,,,,,L,,Blue,T-L,12.00,
                """);
        assertThat(variants).extracting(ProductUpsert::sku).containsExactly("T-M", "T-L");
        assertThat(variants).extracting(ProductUpsert::position).containsExactly(0, 1);
        assertThat(variants).hasSize(2).allSatisfy(variant -> {
            assertThat(variant.title()).isEqualTo("Tee");
            assertThat(variant.vendor()).isEqualTo("Acme");
            assertThat(variant.productType()).isEqualTo("Shirts");
            assertThat(variant.tags()).containsExactly("summer", "sale");
            assertThat(variant.giftCard()).isFalse();
        });
        assertThat(variants.getLast().options())
                .containsExactly(new ProductOption("Size", "L"), new ProductOption("Colour", "Blue"));
        assertThat(variants.getLast().price()).isEqualTo(Money.of("12.00", "EUR"));
    }

    @Test
    void theOnlyVariantHasNoOptionsAndARowWithAPictureIsNone() {
        var variants = product(OLD + "cup,Cup,,,,Title,Default Title,,,C,5.00,\ncup,,,,,,,,,,,\n");
        assertThat(variants)
                .singleElement()
                .satisfies(cup -> assertThat(cup.options()).isEmpty());
    }

    @Test
    void theNewerGenerationCallsItsColumnsOtherwise() {
        var variants = product(
                "URL handle,Title,SKU,Price,Product type,Gift card,Weight value (grams)\ntee,Tee,T-1,10.00,Shirts,true,250\n");
        assertThat(variants).singleElement().satisfies(tee -> {
            assertThat(tee.productKey()).isEqualTo("tee");
            assertThat(tee.sku()).isEqualTo("T-1");
            assertThat(tee.productType()).isEqualTo("Shirts");
            assertThat(tee.giftCard()).isTrue();
            assertThat(tee.weightGrams()).isEqualTo(250);
        });
    }

    @Test
    void aVariantAboveTheRowWithTheTitleIsOfItToo() {
        var variants = product(OLD + "tee,,,,,,L,,,T-L,12.00,\ntee,Tee,Acme,,,Size,M,,,T-M,10.00,\n");
        assertThat(variants)
                .hasSize(2)
                .allSatisfy(variant -> assertThat(variant.title()).isEqualTo("Tee"));
        assertThat(variants.getFirst().options()).containsExactly(new ProductOption("Size", "L"));
    }

    @ParameterizedTest
    @CsvSource({
        "'tee,,,,,Size,M,,,T-M,10.00,',           “Title” is empty",
        "'tee,Tee,,,,Size,M,,,T-M,ten,',          “Variant Price” is not an amount like 49.90",
        "'tee,Tee,,,,Size,M,,,T-M,10.00005,',     “Variant Price” has more decimals than EUR knows",
        "'tee,Tee,,,,Size,M,,,T-M,10.00,perhaps', “Gift Card” is neither true nor false",
    })
    void whatCannotBeIsRefusedByItsColumn(String row, String message) {
        assertThat(ShopifyFiles.products(OLD + row + "\n", "EUR").getFirst().problem())
                .hasMessage(message);
    }

    @Test
    void eachVariantHasItsOwnFingerprint() {
        var variants = product(OLD + "tee,Tee,,,,Size,M,,,T-M,10.00,\ntee,,,,,,L,,,T-L,10.00,\n");
        assertThat(variants)
                .extracting(ProductUpsert::fingerprint)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }
}
