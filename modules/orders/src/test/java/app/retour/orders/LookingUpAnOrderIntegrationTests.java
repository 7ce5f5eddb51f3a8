package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.tenants.shoppers.ShopperSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who proves their order is let in; who guesses learns nothing and is counted. */
class LookingUpAnOrderIntegrationTests extends OrdersInTheApi {
    @Test
    void everyWrongGuessHasTheSameAnswer() {
        known("1001", "ada@example.com");
        var anonymous = Caller.anonymous(tenant);
        var answers = new ArrayList<Object>();
        for (var guess : List.of(
                Map.of("orderNumber", "1001", "email", "eve@example.com"),
                Map.of("orderNumber", "1002", "email", "ada@example.com"),
                Map.of("orderNumber", "1001", "postcode", "99999"),
                Map.of("orderNumber", "1002", "postcode", "01067"))) {
            answers.add(ask(anonymous, SESSION, Map.of("input", guess)).getData());
        }
        assertThat(answers).hasSize(4).containsOnly(answers.getFirst());
        assertThat(answers.getFirst().toString()).contains("NOT_FOUND").contains("token=null");
    }

    @Test
    void guessingIsThrottledWhetherOrNotTheOrderExists() {
        known("1001", "ada@example.com");
        for (var number : List.of("1001", "7777")) {
            var last = "";
            for (var i = 0; i < 12; i++) {
                last = String.valueOf(ask(
                                Caller.anonymous(tenant),
                                SESSION,
                                Map.of("input", Map.of("orderNumber", number, "postcode", "9999" + i)))
                        .<Object>getData());
            }
            assertThat(last).contains("THROTTLED");
        }
    }

    @Test
    void whatOneAddressIsRefusedTakesNothingFromTheOrderOrTheShop() {
        for (var number : List.of("1001", "1002")) {
            known(number, "ada@example.com");
        }
        for (var i = 0; i < 15; i++) {
            lookUp("192.0.2.1", "1001", "wrong@example.com");
        }
        assertThat(lookUp("192.0.2.1", "1001", "ada@example.com")).contains("THROTTLED");
        assertThat(lookUp("192.0.2.2", "1001", "ada@example.com"))
                .as("no address alone shuts an order")
                .doesNotContain("THROTTLED")
                .contains("token=" + ShopperSessions.PREFIX);

        for (var i = 0; i < 40; i++) {
            lookUp("192.0.2.3", "no-" + i, "wrong@example.com");
        }
        for (var i = 0; i < 30; i++) {
            assertThat(lookUp("192.0.2.3", "1002", "wrong@example.com")).contains("THROTTLED");
        }
        assertThat(lookUp("192.0.2.4", "1002", "ada@example.com")).contains("token=" + ShopperSessions.PREFIX);
    }

    @Test
    void whoProvesTheirOrderIsNotCounted() {
        known("1001", "ada@example.com");
        for (var i = 0; i < 50; i++) {
            assertThat(lookUp("192.0.2.5", "1001", "ada@example.com")).contains("token=" + ShopperSessions.PREFIX);
        }
    }

    @Test
    void aPostcodeShowsNoNameAddressOrEmail() {
        var order = known("1001", "ada@example.com");
        var other = known("1002", "bob@example.com");
        var document = """
                query($other: ID!, $shopper: ID!) { order { number shopper { email name } shipTo { postcode } coveredEmail
                  lines { title } } other: order(id: $other) { number } node(id: $other) { ... on Order { number } }
                  buyer: node(id: $shopper) { ... on Shopper { email } } }
                """;
        var variables = Map.<String, Object>of(
                "other", GlobalId.of("Order", other.id().value()),
                "shopper",
                        GlobalId.of(
                                "Shopper",
                                java.util.Objects.requireNonNull(order.shopper())
                                        .value()));
        for (var guess : List.of(
                Map.of("orderNumber", "#1001", "postcode", "01067"),
                Map.of("orderNumber", "1001", "email", "ADA@example.com"))) {
            var token = ask(Caller.anonymous(tenant), SESSION, Map.of("input", guess))
                    .field("startShopperSession.token")
                    .toEntity(String.class);
            var session = sessions.verify(String.valueOf(token)).orElseThrow();
            assertThat(session.order()).isEqualTo(order.id().value());
            var proofs = session.byEmail() ? Set.of(ShopperSessions.BY_EMAIL) : Set.<String>of();
            var seen = ask(Caller.shopper(tenant, session.order(), proofs), document, variables);
            assertThat(seen.getErrors()).isEmpty();
            assertThat(seen.field("order.number").toEntity(String.class)).isEqualTo("#1001");
            assertThat(seen.field("order.coveredEmail").toEntity(String.class)).isEqualTo("a•••@e•••.com");
            assertThat(seen.field("other").<Object>getValue())
                    .as("not their order")
                    .isNull();
            assertThat(seen.field("node").<Object>getValue()).isNull();
            assertThat(seen.field("order.shopper").<Object>getValue() == null).isEqualTo(!session.byEmail());
            assertThat(seen.field("order.shipTo").<Object>getValue() == null).isEqualTo(!session.byEmail());
            assertThat(seen.field("buyer").<Object>getValue() == null).isEqualTo(!session.byEmail());
        }
    }
}
