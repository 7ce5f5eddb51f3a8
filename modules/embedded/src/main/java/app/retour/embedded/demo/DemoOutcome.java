package app.retour.embedded.demo;

import java.util.List;

/** How far a demo return has come by today. */
enum DemoOutcome {
    REFUNDED(41),
    EXCHANGED(8),
    REFUND_DUE(7),
    REPLACEMENT_DUE(3),
    RECEIVED(5),
    DELIVERED(5),
    ON_ITS_WAY(9),
    APPROVED(9),
    IN_REVIEW(10),
    APPROVED_BY_HAND(6),
    REJECTED(8),
    EVIDENCE_WANTED(5),
    CANCELED(4);

    private final int count;

    DemoOutcome(int count) {
        this.count = count;
    }

    /** One fate for each of the 120 returns, oldest first: what is finished lies further back. */
    static List<DemoOutcome> all() {
        return List.of(values()).stream()
                .flatMap(fate -> java.util.Collections.nCopies(fate.count, fate).stream())
                .toList();
    }

    boolean isSmallAndWrongSize() {
        return switch (this) {
            case REFUNDED, REFUND_DUE, RECEIVED, DELIVERED, ON_ITS_WAY, APPROVED, CANCELED -> true;
            case EXCHANGED, REPLACEMENT_DUE, IN_REVIEW, APPROVED_BY_HAND, REJECTED, EVIDENCE_WANTED -> false;
        };
    }

    boolean isExchange() {
        return this == EXCHANGED || this == REPLACEMENT_DUE;
    }

    boolean isShipped() {
        return switch (this) {
            case REFUNDED, REFUND_DUE, REPLACEMENT_DUE, RECEIVED, DELIVERED, ON_ITS_WAY, EXCHANGED -> true;
            case APPROVED, CANCELED, IN_REVIEW, APPROVED_BY_HAND, REJECTED, EVIDENCE_WANTED -> false;
        };
    }
}
