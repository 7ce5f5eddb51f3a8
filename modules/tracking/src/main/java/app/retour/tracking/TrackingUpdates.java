package app.retour.tracking;

import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings carriers' messages to parcels, and says when one moved. Part of a transaction that others began. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TrackingUpdates {
    private static final Set<CarrierMessageState> TO_CATCH_UP =
            Set.of(CarrierMessageState.WAITING, CarrierMessageState.UNMATCHED, CarrierMessageState.APPLIED);
    private final Parcels parcels;
    private final RawEvents messages;
    private final TrackingEventLog journal;
    private final Map<String, CarrierEvents> carriers;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    TrackingUpdates(
            Parcels parcels,
            RawEvents messages,
            TrackingEventLog journal,
            List<CarrierEvents> carriers,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.parcels = parcels;
        this.messages = messages;
        this.journal = journal;
        this.carriers = carriers.stream().collect(Collectors.toMap(CarrierEvents::source, Function.identity()));
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Moves every parcel that a message speaks of; without one the message waits to be matched. */
    void bring(UUID message) {
        var sent = messages.findById(message).orElse(null);
        if (sent == null || sent.state() != CarrierMessageState.WAITING || sent.numberKey() == null) {
            return;
        }
        journal.lockNumber(sent.numberKey());
        var spokenOf = parcels.lockByNumberKey(sent.numberKey());
        sent.became(spokenOf.isEmpty() ? CarrierMessageState.UNMATCHED : CarrierMessageState.APPLIED);
        for (var parcel : spokenOf) {
            takeDown(parcel, sent);
            redraw(parcel);
        }
    }

    /** Tells a parcel what was said of its number before it had it. Lock the number first. */
    void catchUp(Parcel parcel) {
        var number = parcel.numberKey();
        if (number != null) {
            for (var sent : messages.findByNumberKeyAndStateInOrderById(number, TO_CATCH_UP)) {
                takeDown(parcel, sent);
                sent.became(CarrierMessageState.APPLIED);
            }
        }
    }

    /** Draws the state of a parcel anew and announces it when it is another. */
    void redraw(Parcel parcel) {
        var before = parcel.state();
        if (parcel.travel(journal.said(parcel.id(), parcel.numberKey()), clock.instant())) {
            var since = parcel.movedAt();
            announcements.publishEvent(new ParcelMoved(
                    TenantContext.current(),
                    new ReverseShipmentId(parcel.id()),
                    parcel.subject(),
                    before,
                    parcel.state(),
                    since == null ? clock.instant() : since));
        }
    }

    private void takeDown(Parcel parcel, RawEvent sent) {
        var carrier = carriers.get(sent.source());
        if (carrier == null) {
            return;
        }
        try {
            var news = carrier.read(sent.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            parcel.nameCarrier(news.carrier());
            for (var told : news.events()) {
                journal.add(parcel.id(), sent.numberKey(), sent.source(), told, sent.receivedAt());
            }
        } catch (CarrierEvents.UnreadableMessage unreadable) {
            sent.became(CarrierMessageState.UNREADABLE);
        }
    }
}
