package app.retour.notifications;

import app.retour.kernel.Refusal;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message that could be written.
 *
 * @param recipientKey known even where there is no address to write to
 * @param whyNot what stands against it, in plain words for the ledger
 */
record Draft(
        String recipientKey,
        @Nullable Recipient addressee,
        @Nullable String whyNot,
        Supplier<Written> writing) {

    static Draft impossible(String recipientKey, String whyNot) {
        return new Draft(recipientKey, null, whyNot, () -> {
            throw new IllegalStateException(whyNot);
        });
    }

    Optional<Recipient> recipient() {
        return Optional.ofNullable(addressee);
    }

    Optional<String> obstacle() {
        return Optional.ofNullable(whyNot);
    }

    /** @throws Refusal when even our own words cannot be filled */
    Written write() {
        return writing.get();
    }
}
