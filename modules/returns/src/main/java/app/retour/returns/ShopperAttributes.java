package app.retour.returns;

import app.retour.kernel.Refusal;
import app.retour.orders.Attributes;
import app.retour.orders.shoppers.ShopperId;
import app.retour.returns.record.OrderLocks;
import app.retour.returns.record.ReturnAuthorizations;
import app.retour.rules.PersonalFacts;
import app.retour.tenants.audit.Audit;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases what integrators pushed of a shopper: the attributes of them and their orders, and every personal fact that decisions
 * about their returns kept of them. A part of erasing a shopper; their name, mails and photos are not its business.
 */
@Service
@Transactional
public class ShopperAttributes {
    private final Attributes attributes;
    private final PersonalFacts facts;
    private final ReturnAuthorizations authorizations;
    private final OrderLocks locks;
    private final Audit audit;

    ShopperAttributes(
            Attributes attributes,
            PersonalFacts facts,
            ReturnAuthorizations authorizations,
            OrderLocks locks,
            Audit audit) {
        this.attributes = attributes;
        this.facts = facts;
        this.authorizations = authorizations;
        this.locks = locks;
        this.audit = audit;
    }

    /** How many there were of each; the same again finds none. */
    public record Erased(int attributes, int facts) {}

    /** @throws Refusal NOT_FOUND */
    public Erased erase(UUID shopper) {
        // A return that is being judged now would store them again.
        locks.hold(shopper);
        var erased = new Erased(
                attributes.erase(new ShopperId(shopper)),
                facts.blank(ItemDecisions.SUBJECT, authorizations.idsOfShopper(shopper)));
        audit.record(
                "shopper.attributes-erased",
                "Shopper",
                shopper.toString(),
                Map.of("attributes", erased.attributes(), "facts", erased.facts()));
        return erased;
    }
}
