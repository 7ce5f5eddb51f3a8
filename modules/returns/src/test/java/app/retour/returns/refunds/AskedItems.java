package app.retour.returns.refunds;

import app.retour.kernel.Phrase;
import app.retour.returns.eligibility.ItemDescription;
import app.retour.returns.eligibility.WantedItem;
import app.retour.returns.judging.ReturnableOrder;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.record.ReturnAuthorization;
import app.retour.returns.settings.ReasonId;
import app.retour.returns.settings.ReturnReason;
import app.retour.returns.waterfall.AnnouncedPrice;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Items of a return as a shopper asked for them, judged by nobody yet. */
final class AskedItems {
    static final Map<ReasonGroup, UUID> REASONS =
            Map.of(ReasonGroup.SIZE, UUID.randomUUID(), ReasonGroup.DEFECT, UUID.randomUUID());

    private AskedItems() {}

    static RequestedItem item(
            ReturnAuthorization of, int place, LivingOrder.Requested requested, ReturnableOrder from) {
        var line = from.order().lines().get(requested.line());
        var id = line.id().value();
        var reason = new ReturnReason(
                new ReasonId(Objects.requireNonNull(REASONS.get(requested.reason()))),
                "size",
                requested.reason(),
                1,
                false,
                Phrase.of("Too small"));
        var item = new RequestedItem(
                of,
                place,
                new WantedItem(
                        id,
                        new ItemDescription(line.sku(), line.title(), null, null),
                        requested.quantity(),
                        from.value(line, from.announced(id), requested.quantity()),
                        AnnouncedPrice.of(from.order(), line),
                        reason,
                        null,
                        List.of(),
                        requested.resolution(),
                        null));
        item.agreeOn(requested.terms());
        return item;
    }
}
