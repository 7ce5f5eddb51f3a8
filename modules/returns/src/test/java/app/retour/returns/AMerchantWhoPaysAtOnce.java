package app.retour.returns;

import static app.retour.returns.AMerchant.as;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.Ids;
import app.retour.kernel.Money;
import app.retour.kernel.TenantId;
import app.retour.returns.events.RefundId;
import app.retour.returns.refunds.Bank;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.view.Refund;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A merchant whose refunds are due as soon as they are asked for, and what an agent says of them over the API. */
public abstract class AMerchantWhoPaysAtOnce {
    @Autowired
    AMerchant merchant;

    @Autowired
    public TheApi api;

    @Autowired
    public Refunds refunds;

    @Autowired
    public Bank bank;

    public TenantId tenant = new TenantId(Ids.next());
    Caller shop = TheApi.agent(tenant);

    @BeforeEach
    void aMerchantWhoPaysAtApproval() {
        tenant = merchant.opens();
        shop = TheApi.agent(tenant);
        as(tenant, () -> {
            merchant.publishes(Map.of(
                    "name",
                    "at once",
                    "when",
                    Map.of("all", List.of()),
                    "then",
                    Map.of("decision", Map.of("outcome", "APPROVE"), "keepItem", true)));
            return true;
        });
    }

    protected final TheApi.Answer says(String word, Map<String, ?> input) {
        return api.asks(shop, word, input, TheApi.REFUND);
    }

    protected final Map<String, Object> gift(String refund, String amount) {
        return Map.of(
                "returnId",
                GlobalId.of("Return", found(refund).returnId().value()),
                "kind",
                "GOODWILL",
                "amount",
                amount,
                "reason",
                "It came late");
    }

    protected static Map<String, Object> keyed(Map<String, ?> input, String key) {
        var all = new HashMap<String, Object>(input);
        all.put("idempotencyKey", key);
        return all;
    }

    /** A refund of so many of an order's shirts at 30.00; one more shirt stays with the shopper. */
    protected final String due(int units) {
        return first(api.returns(tenant, api.tells(tenant, TheApi.order(id(), "EUR", units + 1, Map.of())), units));
    }

    protected static String first(TheApi.Answer made) {
        return made.text("return.refunds.0.id");
    }

    protected static String id() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    protected final Refund found(String refund) {
        var id = GlobalId.parse(refund, "Refund");
        return as(tenant, () -> refunds.find(new RefundId(id)).orElseThrow());
    }

    protected static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
