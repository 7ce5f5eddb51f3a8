package app.retour.orders.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.orders.csv.Told;
import app.retour.orders.shoppers.ShopperUpsert;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shopify's export of customers: whoever has no e-mail is nobody to Retour. */
class ReadingShopifyCustomersTests {
    private static final String HEADER = "First Name,Last Name,Email,Phone,Total Spent,Total Orders,Tags\n";

    private static ShopperUpsert shopper(String row) {
        return Objects.requireNonNull(
                ShopifyFiles.customers(HEADER + row, "EUR").getFirst().value());
    }

    @Test
    void aRowIsAShopper() {
        var told = shopper("Ada,Lovelace,ada@example.com,'+4912345678,\"1,049.90\",12,\"VIP, new\"\n");
        assertThat(told.email()).isEqualTo("ada@example.com");
        assertThat(told.name()).isEqualTo("Ada Lovelace");
        assertThat(told.phone()).isEqualTo("+4912345678");
        assertThat(told.lifetimeSpend()).isEqualTo(Money.of("1049.90", "EUR"));
        assertThat(told.lifetimeOrders()).isEqualTo(12);
        assertThat(told.tags()).containsExactly("VIP", "new");
        assertThat(told.blocked()).as("the file does not say").isNull();
    }

    @Test
    void whatIsBlankIsNotKnownButForTagsOfWhichThereAreNone() {
        var told = shopper(",,ada@example.com,,,,\n");
        assertThat(told.name()).isNull();
        assertThat(told.lifetimeSpend()).isNull();
        assertThat(told.lifetimeOrders()).isNull();
        assertThat(told.tags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'Ada,Lovelace,,,,,',                           “Email” is empty, Email",
        "'Ada,Lovelace,ada@example.com,,1.234,,',       '', ''",
        "'Ada,Lovelace,ada@example.com,,much,,',        “Total Spent” is not an amount like 49.90, Total Spent",
        "'Ada,Lovelace,ada@example.com,,1.00005,,',     “Total Spent” has more decimals than KWD knows, Total Spent",
        "'Ada,Lovelace,ada@example.com,,,many,',        “Total Orders” is not a whole number, Total Orders",
        "'Ada,Lovelace,ada@example.com,,,1.5,',         “Total Orders” is not a whole number, Total Orders",
    })
    void whatCannotBeIsRefusedByItsColumnAndNamesNobody(String row, String message, String column) {
        var told = ShopifyFiles.customers(HEADER + row + "\n", "KWD").getFirst();
        assertThat(told.subject()).as("personal data is no name for a problem").isNull();
        if (message.isEmpty()) {
            assertThat(Objects.requireNonNull(told.value()).lifetimeSpend()).isEqualTo(Money.of("1.234", "KWD"));
        } else {
            assertThat(told.problem()).hasMessage(message);
            assertThat(Objects.requireNonNull(told.problem()).column()).isEqualTo(column);
            assertThat(told.problem().getMessage()).doesNotContain("ada@");
        }
    }

    @Test
    void oneBadRowHoldsUpNobody() {
        var told = ShopifyFiles.customers(HEADER + "A,B,a@example.com,,,,\nC,D,,,,,\nE,F,e@example.com,,,,\n", "EUR");
        assertThat(told).extracting(each -> each.problem() == null).containsExactly(true, false, true);
        assertThat(told).extracting(Told::line).containsExactly(2L, 3L, 4L);
    }

    @Test
    void theSameRowTellsTheSame() {
        assertThat(shopper("A,B,a@example.com,,,,\n").fingerprint())
                .isEqualTo(shopper("A,B,a@example.com,,,,\n").fingerprint());
        assertThat(shopper("A,C,a@example.com,,,,\n").fingerprint())
                .isNotEqualTo(shopper("A,B,a@example.com,,,,\n").fingerprint());
    }
}
