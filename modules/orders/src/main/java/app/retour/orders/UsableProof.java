package app.retour.orders;

import org.jspecify.annotations.Nullable;

/** Whether a shopper has something to prove an order with. */
final class UsableProof {
    private UsableProof() {}

    /** An e-mail, or the postcode of either address. */
    static boolean has(OrderUpsert order) {
        return order.email() != null || isUsable(order.shipTo()) || isUsable(order.billTo());
    }

    private static boolean isUsable(@Nullable PostalAddress address) {
        var postcode = address == null ? null : address.postcode();
        return postcode != null && postcode.matches("(?s).*[\\p{L}1-9].*");
    }
}
