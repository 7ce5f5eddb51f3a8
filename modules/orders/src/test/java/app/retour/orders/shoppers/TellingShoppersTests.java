package app.retour.orders.shoppers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.MailAddress;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.orders.Changed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no shopper may be told as, and what is known of what somebody bought. */
class TellingShoppersTests {
    private static final ShopperUpsert ADA = new ShopperUpsert(
            "ada@example.com", "Ada", null, "en-GB", List.of("VIP"), false, 3, Money.of("120.00", "EUR"), null);

    private static void refuses(ShopperUpsert told, ErrorCode code, String path) {
        assertThatThrownBy(() -> ShopperCheck.addresses(List.of(ADA, told)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(String.join(".", refusal.field())).isEqualTo(path);
                });
    }

    @Test
    void theyAreFoundByTheirAddressesInTheOrderTold() {
        assertThat(ShopperCheck.addresses(List.of(Changed.with(ADA, "email", " Bob@BÜCHER.example "), ADA)))
                .extracting(MailAddress::text)
                .containsExactly("bob@bücher.example", "ada@example.com");
        assertThat(ShopperCheck.addresses(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@", "noreply@shop.example", "ada@shop.invalid", "na@na.na", "n/a"})
    void aShopperWithoutAnAddressOfTheirOwnIsNobody(String email) {
        refuses(Changed.with(ADA, "email", email), ErrorCode.INVALID, "1.email");
    }

    static List<Arguments> wrong() {
        return List.of(
                Arguments.of("name", "x".repeat(501), ErrorCode.TOO_LARGE, "1.name"),
                Arguments.of("phone", "x".repeat(501), ErrorCode.TOO_LARGE, "1.phone"),
                Arguments.of("locale", "x".repeat(36), ErrorCode.TOO_LARGE, "1.locale"),
                Arguments.of("tags", List.of("x".repeat(501)), ErrorCode.TOO_LARGE, "1.tags.0"),
                Arguments.of("lifetimeOrders", -1, ErrorCode.INVALID, "1.lifetimeOrders"),
                Arguments.of("lifetimeSpend", Money.of("-1.00", "EUR"), ErrorCode.INVALID, "1.lifetimeSpend"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatCannotBeIsNamedWithItsPlace(String field, Object value, ErrorCode code, String path) {
        refuses(Changed.with(ADA, field, value), code, path);
    }

    @Test
    void aFingerprintIsAddedAndNothingElseChanged() {
        assertThat(ADA.withFingerprint("f")).isEqualTo(Changed.with(ADA, "fingerprint", "f"));
    }

    private static ShopperHistory history(@Nullable Integer orders, @Nullable String spend, @Nullable Integer units) {
        return new ShopperHistory(Instant.EPOCH, orders, spend == null ? null : Money.of(spend, "EUR"), units);
    }

    /** What a source told may be of before, and what is counted may be of since. */
    @Test
    void ofWhatIsCountedAndWhatWasToldTheGreaterHolds() {
        assertThat(history(2, "50.00", 4).orMore(history(5, "40.00", null))).isEqualTo(history(5, "50.00", 4));
        assertThat(history(7, "50.00", 4).orMore(history(5, "90.00", null))).isEqualTo(history(7, "90.00", 4));
        assertThat(history(2, "50.00", 4).orMore(ShopperHistory.UNKNOWN)).isEqualTo(history(2, "50.00", 4));
    }

    @Test
    void whatCannotBeCountedOrComparedIsNotMadeUp() {
        assertThat(history(2, null, 4).orMore(history(5, "90.00", null)).lifetimeSpend())
                .as("orders of several currencies")
                .isNull();
        var dollars = Changed.with(history(1, null, null), "lifetimeSpend", Money.of("900.00", "USD"));
        assertThat(history(2, "50.00", 4).orMore(dollars).lifetimeSpend()).isEqualTo(Money.of("50.00", "EUR"));
    }
}
