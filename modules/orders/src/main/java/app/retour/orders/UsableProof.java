package app.retour.orders;

import org.jspecify.annotations.Nullable;

/** Whether a shopper has something to prove an order with. */
final class UsableProof {
    private UsableProof() {}

    /** An e-mail, or the postcode of either address. */
    static boolean has(OrderUpsert order) {
        return Proofs.email(order.email()).isPresent() || isUsable(order.shipTo()) || isUsable(order.billTo());
    }

    private static boolean isUsable(@Nullable PostalAddress address) {
        return address != null && Proofs.postcode(address.postcode()) != null;
    }
}
