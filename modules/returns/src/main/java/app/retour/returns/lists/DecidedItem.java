package app.retour.returns.lists;

import app.retour.returns.events.ReturnId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a decision of the rules was about, in short: for lists of decisions. */
public record DecidedItem(
        UUID itemId,
        ReturnId returnId,
        String rmaNumber,
        String orderNumber,
        String title,
        @Nullable String variantTitle,
        @Nullable String sku,
        int quantity) {}
