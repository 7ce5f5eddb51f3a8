package app.retour.returns.record;

import app.retour.kernel.CurrencyConversion;
import app.retour.returns.events.ReturnId;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.view.Goods;
import app.retour.returns.view.Return;
import app.retour.returns.view.ReturnItem;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;

/** A return as it is shown, made of its aggregate. */
public final class ReturnSnapshot {
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
                        .map(item -> of(item, reasonOf(item, reasons), unconverted))
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

    /** @param conversion of the order; a flat fee that no rate brings into the order's currency is shown in the shop's */
    public static ReturnItem of(RequestedItem item, ReturnReason reason, CurrencyConversion conversion) {
        var value = item.value(conversion.order());
        var price = item.price();
        var exchange = item.exchange();
        var terms = item.terms();
        var goods = item.goods();
        return new ReturnItem(
                item.itemId(),
                new ReturnId(item.returnId()),
                item.orderLineId(),
                item.described().sku(),
                item.title(),
                item.described().variantTitle(),
                item.described().imageFile(),
                item.quantity(),
                value,
                reason,
                item.evidence().shopperComment(),
                item.evidence().photoFiles(),
                item.resolution(),
                exchange == null ? null : exchange.variant(),
                item.decision(),
                item.decisionRecord().told(),
                item.decisionRecord().because(),
                terms.keepItem(),
                terms.feeOn(price == null ? value : price.worth(value, item.quantity()), item.quantity(), conversion),
                terms.returnShipping(),
                terms.refundMoment(),
                new Goods(item.expected(), goods.received(), goods.accepted(), goods.refused(), goods.missing()));
    }
}
