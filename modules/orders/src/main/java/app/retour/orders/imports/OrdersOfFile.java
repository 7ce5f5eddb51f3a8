package app.retour.orders.imports;

import app.retour.orders.OrderUpsert;
import app.retour.orders.csv.Told;
import app.retour.orders.rows.OrderNumber;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which orders a file is about, so that its report is about them and not about all that were known before. */
final class OrdersOfFile {
    /** Of a file with more, the report is about all orders. */
    static final int MOST = 100_000;

    private final Set<String> keys = new HashSet<>();

    void add(Told<?> told) {
        var number = told.subject();
        if (number != null && told.value() instanceof OrderUpsert && keys.size() <= MOST) {
            keys.add(OrderNumber.of(number).key());
        }
    }

    /** How their numbers are compared; empty for a file of other things, or of too many orders. */
    Optional<String[]> keys() {
        return keys.isEmpty() || keys.size() > MOST ? Optional.empty() : Optional.of(keys.toArray(String[]::new));
    }
}
