package app.retour.returns.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** What is written into a column is read as it was, whatever people are told of money in the meantime. */
class JsonColumnsTests {
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD", "USD", "CLF");

    record Kept(@Nullable UUID item, Money amount, @Nullable BigDecimal rate) {}

    @Property
    void moneyComesBackExactlyInEveryCurrency(@ForAll long units, @ForAll @IntRange(max = 4) int which) {
        var money = Money.ofMinorUnits(units, Currency.getInstance(CURRENCIES.get(which)));
        var kept = new Kept(new UUID(7, units), money, BigDecimal.valueOf(units, 3));
        assertThat(JsonColumns.read(JsonColumns.write(kept), Kept.class)).isEqualTo(kept);
        assertThat(JsonColumns.list(JsonColumns.write(List.of(kept, kept)), Kept.class))
                .containsExactly(kept, kept);
    }

    @Test
    void moneyIsWrittenPlainWhereverTheMachineStands() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(JsonColumns.write(new Kept(null, Money.of("-1234.50", "EUR"), null)))
                    .isEqualTo("{\"item\":null,\"amount\":\"-1234.50 EUR\",\"rate\":null}");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void textsAreInTheOrderOfTheirLanguages() {
        assertThat(JsonColumns.texts("{\"pt-BR\":\"c\",\"de\":\"a\",\"en\":\"b\"}"))
                .hasToString("{de=a, en=b, pt-BR=c}");
        assertThat(JsonColumns.texts("{}")).isEmpty();
    }

    @Test
    void whatIsNoMoneyIsNotGuessed() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> JsonColumns.read("{\"amount\":\"12.345 EUR\"}", Kept.class));
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> JsonColumns.read("{", Kept.class));
    }
}
