package app.retour.returns.view;

import app.retour.kernel.Money;
import app.retour.returns.events.RefundId;
import app.retour.returns.events.RefundState;
import app.retour.returns.events.ReturnId;
import app.retour.returns.waterfall.Waterfall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money given back.
 *
 * @param advance paid before the goods were received
 * @param needsPersonBecause why a person must look before it is paid; null when nothing stands against it
 * @param held it waits for a person, or lowers the bill instead of being paid: nobody promises it to the shopper
 * @param outcomeUnknown ISSUING, and nobody knows whether it was paid; a person finds out and says so
 * @param reference of the payment, as the person who paid it noted
 */
public record Refund(
        RefundId refundId,
        ReturnId returnId,
        long version,
        RefundState state,
        Money amount,
        Waterfall waterfall,
        boolean advance,
        @Nullable Instant dueAt,
        @Nullable Instant issuedAt,
        @Nullable String reference,
        @Nullable String failure,
        @Nullable String needsPersonBecause,
        boolean held,
        boolean outcomeUnknown) {}
