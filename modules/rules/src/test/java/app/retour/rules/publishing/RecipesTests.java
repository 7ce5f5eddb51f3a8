package app.retour.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.rules.vocabulary.FactValue;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 100 is a good deal of euros, next to nothing of yen or forints, and a fortune of dinars. */
class RecipesTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR | 100.00 | €100",
                "JPY | 10000 | ¥10,000",
                "KWD | 30.000 | KWD 30",
                "INR | 8000.00 | ₹8,000",
                "HUF | 40000.00 | HUF 40,000",
                "KRW | 100000 | ₩100,000"
            })
    void theirAmountsAreOfTheShopsCurrencysSize(String code, String amount, String said) {
        var recipes = Recipes.in(Currency.getInstance(code));
        assertThat(recipes.stream()
                        .flatMap(recipe -> recipe.rule().when().tests())
                        .flatMap(test -> test.operands().stream())
                        .filter(FactValue.Amount.class::isInstance)
                        .distinct())
                .containsExactly(new FactValue.Amount(Money.of(amount, code)));
        assertThat(recipes.stream().map(Recipe::explanation).map(text -> text.replace('\u00a0', ' ')))
                .filteredOn(text -> text.contains("of exactly"))
                .hasSize(2)
                .allMatch(text -> text.contains(said));
    }
}
