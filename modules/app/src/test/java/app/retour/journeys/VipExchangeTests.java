package app.retour.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.StartedApplication;
import app.retour.journeys.OrderFile.Line;
import app.retour.journeys.portal.Shopper;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A VIP gets another size at once, by the product's own recipes; from three imported files to the last mail. */
@StartedApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VipExchangeTests {
    private static final Line SHIRT = new Line("SHIRT-M", "Linen shirt - M", "59.90");
    /** Too late for everybody else: the recipe for wrong sizes ends with day 30. */
    private static final int DAYS_AGO = 45;

    @LocalServerPort
    int port;

    private Shop shop;

    @BeforeAll
    void aMerchantWhoImportedThreeFiles() {
        shop = Shop.live(port);
        shop.importFile("SHOPIFY_PRODUCTS", """
                Handle,Title,Vendor,Type,Tags,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Price
                linen-shirt,Linen shirt,Lumen,Shirts,linen,Size,M,SHIRT-M,240,59.90
                linen-shirt,,,,,,L,SHIRT-L,250,59.90
                linen-shirt,,,,,,XXL,SHIRT-XXL,280,64.90
                """);
        shop.importFile("SHOPIFY_CUSTOMERS", """
                First Name,Last Name,Email,Total Spent,Total Orders,Tags
                Vera,Iverson,%s,1840.00,23,"VIP, newsletter"
                Nora,Normal,%s,59.90,1,newsletter
                """.formatted(shop.email("vip"), shop.email("normal")));
        shop.importFile(
                "SHOPIFY_ORDERS",
                new OrderFile()
                        .order("3001", shop.email("vip"), DAYS_AGO, LocalTime.NOON, SHIRT)
                        .order("3002", shop.email("normal"), DAYS_AGO, LocalTime.NOON, SHIRT)
                        .csv());
        shop.publishRecipes();
    }

    @Test
    void aVipIsApprovedAtOnceAndTheReplacementEndsTheReturn() {
        var box = shop.box("vip");
        var decision = exchange("3001", box.address());
        assertThat(decision.document().select(".hero.is-approved")).isNotEmpty();
        var id = decision.path().split("/")[2];
        var seen = shop.found(
                id,
                "rmaNumber headline items { exchangeFor { sku } decisions { because } } refunds { id } tasks { id }");
        var rma = seen.at("/rmaNumber").asString();
        assertThat(seen.at("/headline").asString()).isEqualTo("APPROVED");
        assertThat(seen.at("/items/0/decisions/0/because").asString()).contains("VIPs exchange a size at once");
        assertThat(seen.at("/items/0/exchangeFor/sku").asString()).isEqualTo("SHIRT-L");
        box.awaitMail("approved");

        Clerk.of(shop).receivesOneOfEach(rma);
        box.awaitMail("received");
        var tasks = shop.found(id, "headline tasks { id kind text } refunds { id }");
        assertThat(tasks.at("/tasks").size()).as(tasks.toString()).isEqualTo(1);
        assertThat(tasks.at("/tasks/0/kind").asString()).isEqualTo("SEND_REPLACEMENT");
        assertThat(tasks.at("/tasks/0/text").asString()).contains("Linen shirt, L");
        assertThat(tasks.at("/headline").asString()).isNotEqualTo("EXCHANGED");
        var agent = shop.as("AGENT");
        assertThat(agent.ask("{ staffTasks(first: 10) { edges { node { id } } } }", Map.of())
                        .toString())
                .contains(tasks.at("/tasks/0/id").asString());
        agent.mutate(
                "completeTask",
                Map.of("taskId", tasks.at("/tasks/0/id").asString(), "reference", "DHL 00340434161094042557"),
                "task { doneAt reference }");

        var done = shop.found(id, "headline refunds { id } tasks { doneAt }");
        assertThat(done.at("/headline").asString()).isEqualTo("EXCHANGED");
        assertThat(done.at("/refunds").size()).isZero();
        shop.settled();
        assertThat(box.subjects())
                .containsExactly(
                        "Return %s approved: how to send it back".formatted(rma),
                        "Return %s: we have received your items".formatted(rma));
        assertThat(shop.teamMailAbout(rma)).isEmpty();
        var status = Shopper.of(port, shop.merchant().slug());
        status.find("3001", box.address());
        assertThat(status.open("/returns/" + id).document().select(".milestones .done"))
                .hasSize(4);
    }

    @Test
    void whoIsNoVipWaitsForAPerson() {
        var box = shop.box("normal");
        var decision = exchange("3002", box.address());
        var id = decision.path().split("/")[2];
        var seen = shop.found(id, "rmaNumber headline");
        var rma = seen.at("/rmaNumber").asString();
        assertThat(seen.at("/headline").asString()).isEqualTo("PENDING_REVIEW");
        shop.team().awaitMail(rma);
        box.awaitMail(rma);
        shop.settled();
        assertThat(box.subjects()).containsExactly("Return %s: we have your request".formatted(rma));
        assertThat(shop.teamMailAbout(rma)).hasSize(1);
    }

    /** On the pages: the shirt is too small, and the next size is asked for. */
    private Shopper.Page exchange(String number, String email) {
        var resolution = Shopper.of(port, shop.merchant().slug())
                .find(number, email)
                .pick("Linen shirt")
                .because("too_small", "");
        var offered = resolution.document().select("select[name=variant] option[value]:not([value=''])");
        assertThat(offered.eachText()).as("only at the same price").containsExactly("Linen shirt, L");
        var check = resolution.submit(Map.of("resolution", "EXCHANGE", "variant", offered.attr("value")));
        assertThat(check.text()).contains("Linen shirt, L");
        return check.submit(Map.of());
    }
}
