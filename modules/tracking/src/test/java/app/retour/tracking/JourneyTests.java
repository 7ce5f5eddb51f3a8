package app.retour.tracking;

import static app.retour.tracking.ParcelState.AWAITING_LABEL;
import static app.retour.tracking.ParcelState.DELIVERED;
import static app.retour.tracking.ParcelState.EXCEPTION;
import static app.retour.tracking.ParcelState.IN_TRANSIT;
import static app.retour.tracking.ParcelState.LABEL_READY;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

class JourneyTests {
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
        var journey = Journey.of(
                LABEL_READY, List.of(said(ParcelStatus.IN_TRANSIT, 2), said(ParcelStatus.OUT_FOR_DELIVERY, 7)));
        assertThat(journey.since()).isEqualTo(START.plusSeconds(2));
    }

    @Property
    void theOrderInWhichEventsCameMakesNoDifference(@ForAll("stories") List<Said> story, @ForAll long seed) {
        var shuffled = new ArrayList<>(story);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Journey.of(LABEL_READY, shuffled)).isEqualTo(Journey.of(LABEL_READY, story));
    }

    @Provide
    Arbitrary<List<Said>> stories() {
        return Combinators.combine(
                        Arbitraries.of(ParcelStatus.class),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 99))
                .as((status, second, key) -> new Said(status, START.plusSeconds(second), "k" + key))
                .list()
                .ofMaxSize(12)
                .uniqueElements();
    }

    private static ParcelState state(Said... events) {
        return Journey.of(LABEL_READY, List.of(events)).state();
    }

    private static Said said(ParcelStatus status, int second) {
        return new Said(status, START.plusSeconds(second), status + " " + second);
    }
}
