package app.retour.returns.record;

import app.retour.returns.eligibility.ItemDescription;
import app.retour.returns.eligibility.WantedItem;
import app.retour.returns.waterfall.AnnouncedPrice;
import app.retour.rules.policy.Resolution;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for an item, and of what. It never changes; a part that is decided apart was asked for the same.
 *
 * @param price what the order line cost when this was announced; null for what was announced before that was kept
 */
@Embeddable
record ItemRequest(
        UUID orderLineId,
        @Embedded ItemDescription described,
        UUID reasonId,
        @Enumerated(EnumType.STRING) Resolution resolution,
        @Embedded @Nullable ItemExchange exchange,
        @Embedded @Nullable AnnouncedPrice price) {
    static ItemRequest of(WantedItem wanted) {
        return new ItemRequest(
                wanted.orderLineId(),
                wanted.described(),
                wanted.reason().reasonId().value(),
                wanted.resolution(),
                ItemExchange.of(wanted.exchangeFor()),
                wanted.price());
    }
}
