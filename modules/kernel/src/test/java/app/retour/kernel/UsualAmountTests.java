package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsualAmountTests {
    @ParameterizedTest
    @CsvSource({
        "EUR, 100.00, 5.00, 64.90",
        "USD, 100.00, 5.00, 64.90",
        "JPY, 10000, 500, 6490",
        "KWD, 30.000, 1.500, 19.470",
        "INR, 8000.00, 400.00, 5192.00",
        "HUF, 40000.00, 2000.00, 25960.00",
        "KRW, 100000, 5000, 64900",
        "CZK, 2000.00, 100.00, 1298.00",
        "IDR, 2000000.00, 100000.00, 1298000.00"
    })
    void isOfTheCurrencysOwnSize(String code, String hundred, String five, String price) {
        var currency = Currency.getInstance(code);
        assertThat(UsualAmount.hundred(currency).amount()).isEqualTo(hundred);
        assertThat(UsualAmount.like(new BigDecimal("5"), currency).amount()).isEqualTo(five);
        assertThat(UsualAmount.like(new BigDecimal("64.90"), currency).amount()).isEqualTo(price);
    }

    @Test
    void isSomethingInEveryCurrencyThatAShopMayHave() {
        assertThat(Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                        .map(UsualAmount::hundred))
                .hasSizeGreaterThan(150)
                .allMatch(Money::isPositive);
    }
}
