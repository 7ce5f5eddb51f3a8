package app.retour.orders;

import static app.retour.orders.OrderFixtures.aLine;
import static app.retour.orders.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.shoppers.ShopperUpsert;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** An order is proven by its e-mail, in either spelling of a domain, or by its postcode. */
class ProvenByEmailOrPostcodeIntegrationTests extends StoredOrders {
    @Test
    void anOrderIsProvenByEmailOrPostcodeAndNothingElse() {
        var order = as(() -> orders.upsert(anOrder("1", "#1001", "ada@example.com", aLine("S", 1, "10.00"))));
        assertThat(as(() -> orders.prove("1001", "ADA@example.com", null, null)))
                .contains(order.id());
        assertThat(as(() -> orders.prove("#1001", null, "01 067", null))).contains(order.id());
        assertThat(as(() -> orders.prove("1001", "eve@example.com", null, null)))
                .isEmpty();
        assertThat(as(() -> orders.prove("1001", "eve@example.com", "01067", null)))
                .isEmpty();
        assertThat(as(() -> orders.prove("1002", "ada@example.com", null, null)))
                .isEmpty();
        assertThat(as(() -> orders.prove("1001", null, null, null))).isEmpty();
        assertThat(as(() -> orders.prove("1001", "", "", null))).isEmpty();
        assertThat(as(() -> orders.prove("1001", null, "-", null))).isEmpty();
    }

    @Test
    void bothSpellingsOfADomainAreOneShopper() {
        var first = as(() -> orders.upsert(anOrder("1", "#1", "Ida@BÜCHER-müller.example", aLine("S", 1, "10.00"))));
        var second =
                as(() -> orders.upsert(anOrder("2", "#2", "ida@xn--bcher-mller-thbg.example", aLine("S", 1, "10.00"))));
        assertThat(second.shopper()).isEqualTo(first.shopper());
        assertThat(as(() -> orders.prove("1", "ida@xn--bcher-mller-thbg.example", null, null)))
                .contains(first.id());
        assertThat(as(() -> orders.prove("2", "ida@bücher-müller.example", null, null)))
                .contains(second.id());
    }

    /** Before both spellings counted as one, an address was kept as it was told. */
    @Test
    void whoIsKeptInAsciiIsFoundInEitherSpelling() {
        var first = as(() -> orders.upsert(anOrder("1", "#1", "ida@bücher.example", aLine("S", 1, "10.00"))));
        as(() -> new TransactionTemplate(transactions)
                .execute(_ -> jdbc.sql("update orders.shopper set email = 'ida@xn--bcher-kva.example'")
                        .update()));
        var second = as(() -> orders.upsert(anOrder("2", "#2", "ida@bücher.example", aLine("S", 1, "10.00"))));
        assertThat(second.shopper()).isEqualTo(first.shopper());
        assertThat(as(() -> orders.prove("1", "ida@bücher.example", null, null)))
                .contains(first.id());
        assertThat(as(() -> shoppers.upsert(List.of(
                        new ShopperUpsert("ida@bücher.example", "Ida", null, null, null, null, null, null, null)))))
                .containsExactly(first.shopper());
    }
}
