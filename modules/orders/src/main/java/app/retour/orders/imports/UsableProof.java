package app.retour.orders.imports;

import app.retour.orders.OrderUpsert;
import app.retour.orders.csv.Told;
import app.retour.orders.shoppers.PostalAddress;
import app.retour.orders.shoppers.Proofs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a shopper has something to prove an order with. */
final class UsableProof {
    private UsableProof() {}

    /** An e-mail, or the postcode of either address. */
    static boolean has(OrderUpsert order) {
        return Proofs.email(order.email()).isPresent() || isUsable(order.shipTo()) || isUsable(order.billTo());
    }

    /** Of what a file tells, how many orders their shoppers cannot open. */
    static int missingIn(List<? extends Told<?>> batch) {
        return (int) batch.stream()
                .filter(told -> told.value() instanceof OrderUpsert order && !has(order))
                .count();
    }

    private static boolean isUsable(@Nullable PostalAddress address) {
        return address != null && Proofs.postcode(address.postcode()) != null;
    }
}
