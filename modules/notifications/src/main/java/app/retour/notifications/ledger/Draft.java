package app.retour.notifications.ledger;

import app.retour.kernel.Refusal;
import app.retour.notifications.letters.RenderedMessage;
import app.retour.notifications.moments.Recipient;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message that could be written.
 *
 * @param recipientKey known even where there is no address to write to
 * @param whyNot what stands against it, in plain words for the ledger
 */
public record Draft(
        String recipientKey,
        @Nullable Recipient addressee,
        @Nullable String whyNot,
        Supplier<RenderedMessage> writing) {

    public static Draft impossible(String recipientKey, String whyNot) {
        return new Draft(recipientKey, null, whyNot, () -> {
            throw new IllegalStateException(whyNot);
        });
    }

    public Optional<Recipient> recipient() {
        return Optional.ofNullable(addressee);
    }

    public Optional<String> obstacle() {
        return Optional.ofNullable(whyNot);
    }

    /** @throws Refusal when even our own words cannot be filled */
    public RenderedMessage write() {
        return writing.get();
    }
}
