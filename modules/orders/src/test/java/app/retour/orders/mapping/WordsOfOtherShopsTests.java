package app.retour.orders.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.amounts.Payment;
import app.retour.orders.csv.CsvRow;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** States and countries in the words of whichever shop. */
class WordsOfOtherShopsTests {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // status, of the payment, paid?, canceled?, shipped?
                "completed,        -,              PAID,        false, true",
                "wc-completed,     -,              PAID,        false, true",
                "Processing,       -,              PAID,        false, false",
                "On hold,          -,              UNPAID,      false, false",
                "on-hold,          -,              UNPAID,      false, false",
                "pending_payment,  -,              UNPAID,      false, false",
                "Cancelled,        -,              UNKNOWN,     true,  false",
                "storniert,        -,              UNKNOWN,     true,  false",
                "refunded,         -,              PAID,        false, true",
                "shipped,          pending,        UNPAID,      false, true",
                "shipped,          Partially paid, PARTLY_PAID, false, true",
                "canceled,         paid,           PAID,        true,  false",
                "' ZUGESTELLT ',   -,              PAID,        false, true",
                "Expédié,          -,              PAID,        false, true",
                "verzonden,        betaald,        PAID,        false, true",
                "what we call it,  -,              UNKNOWN,     false, false",
                "-,                paid,           PAID,        false, false",
                "-,                -,              UNKNOWN,     false, false",
            })
    void aStatusSaysWhetherItWasPaidCanceledOrShipped(
            @Nullable String status, @Nullable String payment, Payment paid, boolean canceled, boolean shipped) {
        assertThat(OrderStatus.of(status, payment)).isEqualTo(new OrderStatus(paid, canceled, shipped));
    }

    /** A word that means two things would make two facts of one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "completed",
                "processing",
                "cancelled",
                "pending",
                "on hold",
                "partially paid",
                "new",
                "closed",
                "failed"
            })
    void noWordSaysCanceledAndShipped(String word) {
        var status = OrderStatus.of(word, null);
        assertThat(status.canceled() && status.shipped()).isFalse();
        assertThat(status).isEqualTo(OrderStatus.of(word.toUpperCase(Locale.ROOT), null));
    }

    @ParameterizedTest
    @CsvSource({
        "DE, DE",
        "de, DE",
        "Germany, DE",
        "Deutschland, DE",
        "Allemagne, DE",
        "Germania, DE",
        "Alemania, DE",
        "Duitsland, DE",
        "UK, GB",
        "uk, GB",
        "England, GB",
        "United Kingdom, GB",
        "USA, US",
        "United States, US",
        "the Netherlands, NL",
        "Holland, NL",
        "Czech Republic, CZ",
        "Czechia, CZ",
        "' österreich ', AT",
        "Türkiye, TR",
        "Atlantis, Atlantis",
    })
    void aCountryIsKnownByItsNameInSixLanguages(String told, String code) {
        assertThat(Countries.code(told)).isEqualTo(code);
    }

    @Test
    void noCountryIsNone() {
        assertThat(Countries.code(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "order shipping (eur), SHIPPING, shipping, true",
        "order total (inc tax), TOTAL, total, true",
        "cart discount amount, DISCOUNT, discount, true",
        "line item price, UNIT_PRICE, price, true",
        "ship to city, SHIP_CITY, city, true",
        // "order" says whose it is of sums, never of a product.
        "order price, UNIT_PRICE, price, false",
        "product total, TOTAL, total, false",
        "order number, NUMBER, number, true",
        "order value, NUMBER, order, false",
        "shipping, SHIPPING, shipping, true",
        "shipping method, SHIPPING, shipping, false",
    })
    void wordsThatOnlySayWhoseItIsAreLeftOut(String column, OrderField field, String known, boolean meant) {
        assertThat(ColumnWords.mean(CsvRow.key(column), field, List.of(known))).isEqualTo(meant);
    }
}
