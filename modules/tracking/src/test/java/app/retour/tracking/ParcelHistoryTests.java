package app.retour.tracking;

import static app.retour.tracking.ParcelState.AWAITING_LABEL;
import static app.retour.tracking.ParcelState.DELIVERED;
import static app.retour.tracking.ParcelState.EXCEPTION;
import static app.retour.tracking.ParcelState.IN_TRANSIT;
import static app.retour.tracking.ParcelState.LABEL_READY;
import static app.retour.tracking.ParcelState.LOST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParcelHistoryTests {
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    @Test
    void whatHappenedLastCountsWhateverCameLast() {
        assertThat(state(said(ParcelStatus.DELIVERED, 9), said(ParcelStatus.IN_TRANSIT, 3)))
                .isEqualTo(DELIVERED);
    }

    @Test
    void aScanAfterDeliveryDoesNotUndoIt() {
        assertThat(state(said(ParcelStatus.DELIVERED, 3), said(ParcelStatus.IN_TRANSIT, 9)))
                .isEqualTo(DELIVERED);
        assertThat(state(said(ParcelStatus.DELIVERED, 3), said(ParcelStatus.CANCELED, 9)))
                .isEqualTo(DELIVERED);
        assertThat(state(said(ParcelStatus.DELIVERED, 3), said(ParcelStatus.LOST, 9)))
                .isEqualTo(DELIVERED);
    }

    @Test
    void onlyAReturnToTheSenderOrAFailureLeavesDelivered() {
        for (var status : List.of(ParcelStatus.RETURN_TO_SENDER, ParcelStatus.FAILURE)) {
            assertThat(state(said(ParcelStatus.DELIVERED, 3), said(status, 9))).isEqualTo(EXCEPTION);
        }
    }

    /** Where it turned round, what is delivered is delivered to its sender. */
    @Test
    void whatWentBackToItsSenderIsNotDeliveredToUs() {
        for (var status : List.of(ParcelStatus.DELIVERED, ParcelStatus.IN_TRANSIT, ParcelStatus.OUT_FOR_DELIVERY)) {
            assertThat(state(
                            said(ParcelStatus.IN_TRANSIT, 1),
                            said(ParcelStatus.RETURN_TO_SENDER, 2),
                            said(status, 3),
                            said(ParcelStatus.DELIVERED, 9)))
                    .isEqualTo(EXCEPTION);
        }
        assertThat(state(said(ParcelStatus.DELIVERED, 2), said(ParcelStatus.RETURN_TO_SENDER, 2)))
                .isEqualTo(EXCEPTION);
        assertThat(state(said(ParcelStatus.RETURN_TO_SENDER, 2), said(ParcelStatus.LOST, 4)))
                .isEqualTo(LOST);
        assertThat(state(said(ParcelStatus.FAILURE, 2), said(ParcelStatus.DELIVERED, 4)))
                .as("an attempt failed, the next did not")
                .isEqualTo(DELIVERED);
    }

    @Test
    void aNumberThatWasOnItsWayBeforeIsAnothers() {
        var asked = START.plus(Duration.ofDays(9));
        var brought = List.of(said(ParcelStatus.PRE_TRANSIT, 1), said(ParcelStatus.IN_TRANSIT, 2));
        var later = new StatusReport(ParcelStatus.DELIVERED, asked.plusSeconds(60), "later");
        assertThat(ParcelHistory.of(LABEL_READY, List.of(brought.get(0), brought.get(1), later), asked))
                .isEqualTo(new ParcelHistory(LABEL_READY, null, true));
        assertThat(ParcelHistory.of(LABEL_READY, List.of(brought.get(0), later), asked)
                        .state())
                .as("a label may well be made before")
                .isEqualTo(DELIVERED);
        assertThat(ParcelHistory.of(LABEL_READY, brought, START.plus(Duration.ofHours(20)))
                        .state())
                .as("carriers tell local times, or only dates")
                .isEqualTo(IN_TRANSIT);
        var hoursAgo = new StatusReport(ParcelStatus.DELIVERED, asked.minus(Duration.ofHours(2)), "hours ago");
        assertThat(ParcelHistory.of(LABEL_READY, List.of(hoursAgo), asked))
                .as("what was delivered before is what brought the goods, though it was today")
                .isEqualTo(new ParcelHistory(LABEL_READY, null, true));
        var seen = new StatusReport(ParcelStatus.DELIVERED, asked.plusSeconds(90), "seen", false);
        assertThat(ParcelHistory.of(LABEL_READY, List.of(brought.get(1), later, seen), asked))
                .as("a person saw it")
                .isEqualTo(new ParcelHistory(DELIVERED, seen.at(), true));
    }

    @Test
    void aCanceledLabelIsAwaitedAgain() {
        assertThat(state(said(ParcelStatus.PRE_TRANSIT, 1), said(ParcelStatus.CANCELED, 2)))
                .isEqualTo(AWAITING_LABEL);
    }

    @Test
    void atTheSameInstantTheHigherRankCounts() {
        assertThat(state(said(ParcelStatus.DELIVERED, 5), said(ParcelStatus.OUT_FOR_DELIVERY, 5)))
                .isEqualTo(DELIVERED);
        assertThat(state(said(ParcelStatus.IN_TRANSIT, 5), said(ParcelStatus.PRE_TRANSIT, 5)))
                .isEqualTo(IN_TRANSIT);
    }

    @Test
    void whatSaysNothingMovesNothing() {
        assertThat(state()).isEqualTo(LABEL_READY);
        assertThat(state(said(ParcelStatus.IN_TRANSIT, 1), said(ParcelStatus.UNKNOWN, 2)))
                .isEqualTo(IN_TRANSIT);
    }

    @Test
    void aStateBeganWithTheFirstEventOfIt() {
        var journey = ParcelHistory.of(
                LABEL_READY, List.of(said(ParcelStatus.IN_TRANSIT, 2), said(ParcelStatus.OUT_FOR_DELIVERY, 7)));
        assertThat(journey.since()).isEqualTo(START.plusSeconds(2));
    }

    @Property
    void theOrderInWhichEventsCameMakesNoDifference(@ForAll("stories") List<StatusReport> story, @ForAll long seed) {
        var random = new Random(seed);
        var shuffled = new ArrayList<>(story);
        for (var again = random.nextInt(5); again > 0 && !story.isEmpty(); again--) {
            shuffled.add(story.get(random.nextInt(story.size())));
        }
        Collections.shuffle(shuffled, random);
        for (var possibleFrom : new @Nullable Instant[] {
            null, START, START.plus(Duration.ofDays(1)).plusSeconds(3)
        }) {
            assertThat(ParcelHistory.of(LABEL_READY, shuffled, possibleFrom))
                    .isEqualTo(ParcelHistory.of(LABEL_READY, story, possibleFrom));
        }
    }

    @Provide
    Arbitrary<List<StatusReport>> stories() {
        return Combinators.combine(
                        Arbitraries.of(ParcelStatus.class),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 99))
                .as((status, second, key) ->
                        new StatusReport(status, START.plusSeconds(second), "k" + key, key % 5 > 0))
                .list()
                .ofMaxSize(12)
                .uniqueElements();
    }

    private static ParcelState state(StatusReport... events) {
        return ParcelHistory.of(LABEL_READY, List.of(events)).state();
    }

    private static StatusReport said(ParcelStatus status, int second) {
        return new StatusReport(status, START.plusSeconds(second), status + " " + second);
    }
}
