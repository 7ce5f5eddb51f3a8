package app.retour.returns.view;

import app.retour.returns.events.EvidenceRequestId;
import app.retour.returns.events.ReturnId;
import app.retour.returns.events.ReturnItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shopper was asked for photos or words.
 *
 * @param by after that the items expire
 * @param message what the merchant says to it; null for one that a rule asked
 */
public record EvidenceRequest(
        EvidenceRequestId requestId,
        ReturnId returnId,
        List<ReturnItemId> items,
        int photosWanted,
        boolean commentWanted,
        @Nullable String message,
        Instant askedAt,
        Instant by,
        EvidenceState state) {}
