package app.retour.orders;

import static app.retour.orders.OrderFixtures.aLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForeseenOrderTests {
    private static OrderUpsert told(
            @Nullable String email, @Nullable String postcode, @Nullable String phone, String total) {
        return ToldOrder.of("e1", "#1", aLine("S", 1, "10.00"))
                .email(email)
                .phone(phone)
                .sentToPostcode(postcode)
                .billedToPostcode("n/a")
                .total(new java.math.BigDecimal(total))
                .told();
    }

    @Test
    void aPlaceholderIsShownAsNoProof() {
        var placeholder = ForeseenOrder.of(told("noreply@shop.example", "00000", null, "10.00"));
        assertThat(placeholder.email()).isNull();
        assertThat(placeholder.postcode()).isNull();
        assertThat(placeholder.phone()).isFalse();
        assertThat(ForeseenOrder.of(told(null, "-", "+49 171 1234568", "10.00")).phone())
                .isTrue();
        var proof = ForeseenOrder.of(told("ada@example.com", "48226-1906", "+49 171 1234568", "10.00"));
        assertThat(proof.email()).isEqualTo("ada@example.com");
        assertThat(proof.postcode()).isEqualTo("48226-1906");
        assertThat(proof.phone()).as("nothing better is missing").isFalse();
    }

    @Test
    void whatTheTotalHoldsMoreThanItsPartsIsShown() {
        assertThat(ForeseenOrder.of(told(null, "10115", null, "10.00")).reconciles())
                .isTrue();
        var shippingUnseen = ForeseenOrder.of(told(null, "10115", null, "14.90"));
        assertThat(shippingUnseen.reconciles()).isFalse();
        assertThat(shippingUnseen.difference()).isEqualTo(Money.of("4.90", "EUR"));
        assertThat(ForeseenOrder.of(told(null, "10115", null, "8.00")).difference())
                .isEqualTo(Money.of("-2.00", "EUR"));
    }

    @Test
    void whatWouldBeRefusedIsRefusedBefore() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ForeseenOrder.of(told("no address", null, null, "10.00")))
                .satisfies(refused -> assertThat(refused.field()).last().isEqualTo("email"));
    }
}
