package app.retour.returns.record;

import app.retour.kernel.CurrencyConversion;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.view.Return;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;

/** A return as it is shown, made of its aggregate. */
final class ReturnSnapshot {
    private ReturnSnapshot() {}

    /** @param shop the currency of amounts that rules set */
    static Return of(ReturnAggregate aggregate, Map<UUID, ReturnReason> reasons, Currency shop) {
        var authorization = aggregate.authorization();
        var currency = authorization.currency();
        var unconverted = new CurrencyConversion(currency, shop, null);
        return new Return(
                authorization.returnId(),
                authorization.rmaNumber(),
                authorization.orderId(),
                authorization.orderNumber(),
                authorization.shopperId(),
                authorization.version(),
                currency,
                authorization.requestedAt(),
                authorization.closedAt(),
                aggregate.decision(),
                aggregate.headline(),
                aggregate.items().stream()
                        .map(item -> item.snapshot(reasonOf(item, reasons), unconverted))
                        .toList(),
                aggregate.parcels().stream().map(TrackedParcel::snapshot).toList(),
                aggregate.refunds().stream().map(Reimbursement::snapshot).toList(),
                aggregate.evidenceRequests().stream()
                        .map(StoredEvidenceRequest::snapshot)
                        .toList(),
                aggregate.because(),
                authorization.tags(),
                authorization.team(),
                authorization.assignee(),
                authorization.priority(),
                authorization.waitUntil());
    }

    private static ReturnReason reasonOf(RequestedItem item, Map<UUID, ReturnReason> reasons) {
        var reason = reasons.get(item.reasonId());
        if (reason == null) {
            throw new IllegalStateException("Item %s names a reason that is gone".formatted(item.id()));
        }
        return reason;
    }
}
