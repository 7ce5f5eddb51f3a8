package app.retour.notifications.ledger;

import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.NotificationTrigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What is recorded of one return so far, while it is held: until the transaction ends nobody else adds to it. */
public final class Conversation {
    /** @param isOver nothing takes it back any more, since it was told or never will be */
    record Told(Moment moment, String kind, UUID subject, String recipientKey, long sequence, boolean isOver) {}

    private final List<Told> told;

    Conversation(List<Told> told) {
        this.told = new ArrayList<>(told);
    }

    /** Recorded already, told or not: hearing of it again changes nothing. */
    public boolean knows(NotificationTrigger occasion, String recipientKey) {
        return told.stream()
                .anyMatch(each -> each.moment() == occasion.moment()
                        && each.subject().equals(occasion.subject().id())
                        && each.recipientKey().equals(recipientKey));
    }

    /** Which of these later moments of the return was recorded already, told or not. */
    public Optional<Moment> overtaking(NotificationTrigger occasion, Collection<Moment> moments) {
        return among(occasion, moments)
                .filter(each -> each.sequence() > occasion.sequence())
                .min(Comparator.comparingLong(Told::sequence))
                .map(Told::moment);
    }

    /** Whether one of these earlier moments may still be told. */
    boolean isAwaited(NotificationTrigger occasion, Collection<Moment> moments) {
        return among(occasion, moments).anyMatch(each -> each.sequence() < occasion.sequence() && !each.isOver());
    }

    /** One parcel's news never overtakes another's. */
    private Stream<Told> among(NotificationTrigger occasion, Collection<Moment> moments) {
        var subject = occasion.subject();
        return told.stream()
                .filter(each -> moments.contains(each.moment()))
                .filter(each -> !each.kind().equals("SHIPMENT")
                        || !subject.kind().equals("SHIPMENT")
                        || each.subject().equals(subject.id()));
    }

    void add(NotificationTrigger occasion, String recipientKey, NotificationState state) {
        told.add(new Told(
                occasion.moment(),
                occasion.subject().kind(),
                occasion.subject().id(),
                recipientKey,
                occasion.sequence(),
                state == NotificationState.SKIPPED));
    }
}
