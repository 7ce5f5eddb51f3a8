package app.retour.returns;

import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.orders.Attributes;
import app.retour.orders.OrderId;
import app.retour.returns.status.Headline;
import app.retour.rules.customfacts.CustomFacts;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.FactType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

@RetourTest
class MerchantsOwnFactTests {
    private static final Map<String, Object> GOLD_IS_APPROVED = Map.of(
            "name",
            "Gold",
            "when",
            Map.of(
                    "all",
                    List.of(Map.of(
                            "test", Map.of("fact", "custom.tier", "operator", "EQUALS", "values", List.of("gold"))))),
            "then",
            Map.of("decision", Map.of("outcome", "APPROVE")));

    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    CustomFacts customFacts;

    @Autowired
    Attributes attributes;

    @Test
    void whatIntegratorsPushedOfAShopperDecidesTheirReturn() {
        as(merchant.opens(), () -> {
            customFacts.define(new CustomFacts.Definition(
                    "tier", FactType.TEXT, "the loyalty tier", null, CustomFact.Source.SHOPPER, "loyalty_tier", false));
            merchant.publishes(GOLD_IS_APPROVED);
            var order = merchant.sold(2, 10);
            assertThat(returns.request(wants(order, 1, "too_small"), SHOPPER).headline())
                    .isEqualTo(Headline.PENDING_REVIEW);

            var shopper = Objects.requireNonNull(order.shopper());
            attributes.push(shopper, List.of(new Attributes.Pushed("loyalty_tier", List.of("Gold"))));
            assertThat(returns.request(wants(order, 1, "too_small"), SHOPPER).headline())
                    .isEqualTo(Headline.APPROVED);
            return order;
        });
    }

    @Test
    void pushingAgainReplacesAndNoValueTakesAway() {
        as(merchant.opens(), () -> {
            var order = merchant.sold(1, 10).id();
            attributes.push(order, List.of(pushed("store", "Berlin"), pushed("till", "4")));
            assertThat(attributes.push(order, List.of(pushed("store", "Kiel"), pushed("till"))))
                    .containsExactly(Map.entry("store", List.of("Kiel")));
            return order;
        });
    }

    @Test
    void attributesOfNobodyAndAbsurdOnesAreRefused() {
        as(merchant.opens(), () -> {
            var order = merchant.sold(1, 10).id();
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> attributes.push(new OrderId(UUID.randomUUID()), List.of(pushed("a", "b"))))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> attributes.push(order, List.of(pushed("a", "x".repeat(201)))))
                    .satisfies(refused -> assertThat(refused.field()).containsExactly("attributes", "0", "values"));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> attributes.push(order, List.of(pushed(" ", "x"))))
                    .satisfies(refused -> assertThat(refused.field()).containsExactly("attributes", "0", "name"));
            return order;
        });
    }

    private static Attributes.Pushed pushed(String name, String... values) {
        return new Attributes.Pushed(name, List.of(values));
    }
}
