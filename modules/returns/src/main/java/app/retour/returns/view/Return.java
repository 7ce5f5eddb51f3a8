package app.retour.returns.view;

import app.retour.returns.events.ReturnId;
import app.retour.returns.status.Headline;
import app.retour.returns.status.ReturnDecision;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return as it was when read: its four facts and what is derived from them. Holds no name, address or e-mail.
 *
 * @param rmaNumber what people say, {@code R-1001}; never a credential
 * @param orderId of the order the goods were bought with
 * @param shopperId null when the order has none
 * @param version rises with every change; a decision must name it
 * @param because plain words why a person is needed; empty when none is
 * @param approvedWaitUntil approved items wait until then for the rest; null when nothing waits
 */
public record Return(
        ReturnId returnId,
        String rmaNumber,
        UUID orderId,
        String orderNumber,
        @Nullable UUID shopperId,
        long version,
        Currency currency,
        Instant requestedAt,
        @Nullable Instant closedAt,
        ReturnDecision decision,
        Headline headline,
        List<ReturnItem> items,
        List<ReturnParcel> parcels,
        List<Refund> refunds,
        List<EvidenceRequest> evidenceRequests,
        List<String> because,
        List<String> tags,
        @Nullable String team,
        @Nullable String assignee,
        int priority,
        @Nullable Instant approvedWaitUntil) {}
