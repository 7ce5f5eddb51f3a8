package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class CurrencyConversionTests {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");

    @Test
    void oneCurrencyNeedsNoRate() {
        var same = new CurrencyConversion(EUR, EUR, null);
        assertThat(same.toOrder(shop("4.90", "EUR"))).contains(Money.of("4.90", "EUR"));
        assertThat(same.toShop(Money.of("4.90", "EUR"))).contains(shop("4.90", "EUR"));
        assertThat(new CurrencyConversion(EUR, EUR, new BigDecimal("2"))).isEqualTo(same);
    }

    @Test
    void anotherCurrencyWithoutARateIsNeverMet() {
        var unknown = new CurrencyConversion(USD, EUR, null);
        assertThat(unknown.toOrder(shop("4.90", "EUR"))).isEmpty();
        assertThat(unknown.toShop(Money.of("4.90", "USD"))).isEmpty();
    }

    @Test
    void aRateIsUnitsOfTheShopsCurrencyForOneOfTheOrders() {
        var told = new CurrencyConversion(USD, EUR, new BigDecimal("0.92"));
        assertThat(told.toOrder(shop("4.90", "EUR"))).contains(Money.of("5.33", "USD"));
        assertThat(told.toShop(Money.of("100.00", "USD"))).contains(shop("92.00", "EUR"));
    }

    @Test
    void halvesOfTheMinorUnitGoUpOnce() {
        var two = new CurrencyConversion(USD, EUR, new BigDecimal("2"));
        assertThat(two.toOrder(shop("0.01", "EUR"))).contains(Money.of("0.01", "USD"));
        assertThat(new CurrencyConversion(JPY, EUR, new BigDecimal("0.0061")).toOrder(shop("4.90", "EUR")))
                .contains(Money.of("803", "JPY"));
        assertThat(new CurrencyConversion(USD, JPY, new BigDecimal("149.5")).toShop(Money.of("1.01", "USD")))
                .contains(shop("151", "JPY"));
    }

    @Test
    void whatIsInNeitherCurrencyIsAMistake() {
        var told = new CurrencyConversion(USD, EUR, new BigDecimal("0.92"));
        assertThatIllegalArgumentException().isThrownBy(() -> told.toOrder(shop("1", "JPY")));
        assertThatIllegalArgumentException().isThrownBy(() -> told.toShop(Money.of("1", "EUR")));
        assertThatIllegalArgumentException().isThrownBy(() -> new CurrencyConversion(USD, EUR, BigDecimal.ZERO));
    }

    private static ShopAmount shop(String amount, String currency) {
        return new ShopAmount(Money.of(amount, currency));
    }
}
