package app.retour.orders.shoppers;

import app.retour.kernel.MailAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** E-mails that are told together, of several orders, each understood once. */
public final class ReadEmails {
    private final Map<String, Optional<MailAddress>> read = new HashMap<>();

    /** @param told null where none was told */
    public Optional<MailAddress> of(@Nullable String told) {
        return told == null ? Optional.empty() : read.computeIfAbsent(told, Proofs::email);
    }
}
