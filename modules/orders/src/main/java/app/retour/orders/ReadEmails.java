package app.retour.orders;

import app.retour.kernel.MailAddress;
import app.retour.orders.shoppers.Proofs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The e-mails of several orders that are told together, each understood once. */
final class ReadEmails {
    private final Map<String, Optional<MailAddress>> read = new HashMap<>();

    Optional<MailAddress> of(OrderUpsert told) {
        return told.email() == null ? Optional.empty() : read.computeIfAbsent(told.email(), Proofs::email);
    }
}
