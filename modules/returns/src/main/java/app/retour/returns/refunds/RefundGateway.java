package app.retour.returns.refunds;

import app.retour.api.OutboundPort;
import app.retour.kernel.Money;
import app.retour.returns.events.RefundId;
import app.retour.returns.waterfall.Waterfall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives money back. A payment's key is its idempotency key: asked twice, it pays once and answers the same. A refund that
 * was refused, or whose amount or means changed since, is another payment when it is tried again, with another key. Called outside any transaction; an
 * exception says that no answer came, so the call is made again.
 */
@OutboundPort
public interface RefundGateway {
    /** @param reference of a payment that a person made already; null to make it now */
    record Payment(
            RefundId id,
            String key,
            Money amount,
            List<Waterfall.TenderShare> tenders,
            @Nullable String reference) {}

    /** How it went; an unknown outcome stays ISSUING until it is reconciled. */
    sealed interface Answer {
        record Paid(String reference) implements Answer {}

        record Failed(String why) implements Answer {}

        record Unknown() implements Answer {}
    }

    Answer pay(Payment payment);
}
