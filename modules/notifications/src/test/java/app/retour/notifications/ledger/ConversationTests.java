package app.retour.notifications.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.notifications.ledger.Conversation.Told;
import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.NotificationTrigger;
import app.retour.notifications.moments.NotificationTrigger.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTests {
    private final UUID whole = Ids.next();
    private final UUID parcel = Ids.next();
    private final UUID otherParcel = Ids.next();

    @Test
    void knowsWhatItWasToldOfTheSameSubjectToTheSameReader() {
        var conversation = new Conversation(List.of(new Told(Moment.ON_ITS_WAY, "SHIPMENT", parcel, "ada", 4, true)));
        assertThat(conversation.knows(shipment(Moment.ON_ITS_WAY, parcel, 4), "ada"))
                .isTrue();
        assertThat(conversation.knows(shipment(Moment.ON_ITS_WAY, parcel, 9), "ada"))
                .as("however late it is heard again")
                .isTrue();
        assertThat(conversation.knows(shipment(Moment.ON_ITS_WAY, otherParcel, 4), "ada"))
                .isFalse();
        assertThat(conversation.knows(shipment(Moment.DELIVERED_TO_US, parcel, 4), "ada"))
                .isFalse();
        assertThat(conversation.knows(shipment(Moment.ON_ITS_WAY, parcel, 4), "team"))
                .isFalse();
    }

    @Test
    void aLaterMomentOvertakesAnEarlierOneAndTheFirstOfThemIsNamed() {
        var conversation = new Conversation(List.of(
                new Told(Moment.CANCELED, "RETURN", whole, "ada", 7, false),
                new Told(Moment.APPROVED, "RETURN", whole, "ada", 5, true)));
        var both = Set.of(Moment.APPROVED, Moment.CANCELED);
        assertThat(conversation.overtaking(about(Moment.REQUEST_RECEIVED, 1), both))
                .contains(Moment.APPROVED);
        assertThat(conversation.overtaking(about(Moment.REQUEST_RECEIVED, 5), both))
                .contains(Moment.CANCELED);
        assertThat(conversation.overtaking(about(Moment.REQUEST_RECEIVED, 7), both))
                .isEmpty();
        assertThat(conversation.overtaking(about(Moment.REQUEST_RECEIVED, 1), Set.of(Moment.REJECTED)))
                .isEmpty();
    }

    @Test
    void oneParcelsNewsNeverOvertakesAnothers() {
        var conversation =
                new Conversation(List.of(new Told(Moment.DELIVERED_TO_US, "SHIPMENT", otherParcel, "ada", 8, true)));
        var later = Set.of(Moment.DELIVERED_TO_US);
        assertThat(conversation.overtaking(shipment(Moment.ON_ITS_WAY, parcel, 4), later))
                .isEmpty();
        assertThat(conversation.overtaking(shipment(Moment.ON_ITS_WAY, otherParcel, 4), later))
                .contains(Moment.DELIVERED_TO_US);
        assertThat(conversation.overtaking(about(Moment.APPROVED, 3), later))
                .as("of the whole return every parcel counts")
                .contains(Moment.DELIVERED_TO_US);
    }

    @Test
    void onlyWhatMayStillBeToldIsAwaited() {
        var earlier = Set.of(Moment.REQUEST_RECEIVED);
        var waiting = new Conversation(List.of(new Told(Moment.REQUEST_RECEIVED, "RETURN", whole, "ada", 1, false)));
        var over = new Conversation(List.of(new Told(Moment.REQUEST_RECEIVED, "RETURN", whole, "ada", 1, true)));
        assertThat(waiting.isAwaited(about(Moment.APPROVED, 3), earlier)).isTrue();
        assertThat(waiting.isAwaited(about(Moment.APPROVED, 1), earlier))
                .as("not earlier")
                .isFalse();
        assertThat(waiting.isAwaited(about(Moment.APPROVED, 3), Set.of())).isFalse();
        assertThat(over.isAwaited(about(Moment.APPROVED, 3), earlier)).isFalse();
    }

    @Test
    void whatIsAddedIsKnownAtOnce() {
        var conversation = new Conversation(List.of());
        conversation.add(about(Moment.APPROVED, 3), "ada", NotificationState.QUEUED);
        conversation.add(about(Moment.REQUEST_RECEIVED, 1), "ada", NotificationState.SKIPPED);
        assertThat(conversation.knows(about(Moment.APPROVED, 3), "ada")).isTrue();
        assertThat(conversation.isAwaited(about(Moment.CANCELED, 5), Set.of(Moment.APPROVED)))
                .isTrue();
        assertThat(conversation.isAwaited(about(Moment.CANCELED, 5), Set.of(Moment.REQUEST_RECEIVED)))
                .as("it was skipped")
                .isFalse();
    }

    private NotificationTrigger about(Moment moment, long sequence) {
        return new NotificationTrigger(moment, new Subject("RETURN", whole), whole, "R-1001", sequence, Instant.EPOCH);
    }

    private NotificationTrigger shipment(Moment moment, UUID shipment, long sequence) {
        return new NotificationTrigger(
                moment, new Subject("SHIPMENT", shipment), whole, "R-1001", sequence, Instant.EPOCH);
    }
}
