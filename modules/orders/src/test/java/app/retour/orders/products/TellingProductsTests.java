package app.retour.orders.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.orders.Changed;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no product may say, and what tells one variant from another. */
class TellingProductsTests {
    private static final ProductUpsert SHIRT = new ProductUpsert(
            "shirt",
            "S-M",
            "Shirt",
            List.of(new ProductOption("Size", "M")),
            0,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    private static void refuses(String field, @Nullable Object value, ErrorCode code, String path) {
        assertThatThrownBy(() -> ProductCheck.check(Changed.with(SHIRT, field, value), 2))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(String.join(".", refusal.field())).isEqualTo(path);
                });
    }

    static List<Arguments> wrong() {
        return List.of(
                Arguments.of("productKey", " ", ErrorCode.REQUIRED, "2.productKey"),
                Arguments.of("productKey", "1.2E+12", ErrorCode.INVALID, "2.productKey"),
                Arguments.of("productKey", "x".repeat(501), ErrorCode.TOO_LARGE, "2.productKey"),
                Arguments.of("sku", "4.00638E+12", ErrorCode.INVALID, "2.sku"),
                Arguments.of("sku", "x".repeat(201), ErrorCode.TOO_LARGE, "2.sku"),
                Arguments.of("title", "", ErrorCode.REQUIRED, "2.title"),
                Arguments.of(
                        "options",
                        Collections.nCopies(11, new ProductOption("a", "b")),
                        ErrorCode.TOO_LARGE,
                        "2.options"),
                Arguments.of(
                        "options",
                        List.of(new ProductOption("a", "b"), new ProductOption("x".repeat(501), "b")),
                        ErrorCode.TOO_LARGE,
                        "2.options.1.name"),
                Arguments.of("options", List.of(new ProductOption("a", "\0")), ErrorCode.INVALID, "2.options.0.value"),
                Arguments.of("vendor", "x".repeat(501), ErrorCode.TOO_LARGE, "2.vendor"),
                Arguments.of("productType", "x".repeat(501), ErrorCode.TOO_LARGE, "2.productType"),
                Arguments.of("tags", List.of("a", "x".repeat(501)), ErrorCode.TOO_LARGE, "2.tags.1"),
                Arguments.of("weightGrams", -1, ErrorCode.INVALID, "2.weightGrams"),
                Arguments.of("weightGrams", 100_000_001, ErrorCode.INVALID, "2.weightGrams"),
                Arguments.of("price", Money.of("-0.01", "EUR"), ErrorCode.INVALID, "2.price"),
                Arguments.of("imageUrl", "http://example.com/a.jpg", ErrorCode.INVALID, "2.imageUrl"),
                Arguments.of(
                        "imageUrl", "https://example.com/" + "x".repeat(2_000), ErrorCode.TOO_LARGE, "2.imageUrl"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatCannotBeIsNamedWithItsPlace(String field, Object value, ErrorCode code, String path) {
        refuses(field, value, code, path);
    }

    @Test
    void whatNobodyKnowsNeedNotBeTold() {
        assertThatCode(() -> ProductCheck.check(SHIRT, 0)).doesNotThrowAnyException();
        assertThatCode(() ->
                        ProductCheck.check(Changed.with(Changed.with(SHIRT, "sku", null), "options", List.of()), 0))
                .doesNotThrowAnyException();
    }

    @Test
    void aVariantIsKnownByItsOptionsAndOneWithoutByItsSku() {
        assertThat(Variant.of(SHIRT))
                .isEqualTo(Variant.of(Changed.with(SHIRT, "sku", "another SKU for the same size")));
        assertThat(Variant.of(SHIRT))
                .isNotEqualTo(Variant.of(Changed.with(SHIRT, "options", List.of(new ProductOption("Size", "L")))));
        assertThat(Variant.of(SHIRT)).isNotEqualTo(Variant.of(Changed.with(SHIRT, "productKey", "blouse")));
        var plain = Changed.with(SHIRT, "options", List.of());
        assertThat(Variant.of(plain)).isNotEqualTo(Variant.of(Changed.with(plain, "sku", "S-L")));
        assertThat(Variant.of(Changed.with(plain, "sku", null)).key())
                .as("the only one of its product")
                .isEmpty();
    }

    @Test
    void theSkuOfOneWithoutOptionsIsNeverTakenForAnOption() {
        var optioned = Changed.with(SHIRT, "options", List.of(new ProductOption("Code", "S-M")));
        assertThat(Variant.of(Changed.with(SHIRT, "options", List.of()))).isNotEqualTo(Variant.of(optioned));
    }
}
