package app.retour.tracking;

import org.jspecify.annotations.Nullable;

/**
 * What one event says of a parcel, in words that all carriers share. The order of the constants is their rank: of two
 * events at the same instant the later constant counts.
 */
public enum ParcelStatus {
    /** Says nothing about where the parcel is; kept, but moves nothing. */
    UNKNOWN(null),
    /** The label exists, the carrier has not seen the parcel. */
    PRE_TRANSIT(ParcelState.LABEL_READY),
    /** The label was canceled. */
    CANCELED(ParcelState.AWAITING_LABEL),
    IN_TRANSIT(ParcelState.IN_TRANSIT),
    OUT_FOR_DELIVERY(ParcelState.IN_TRANSIT),
    AVAILABLE_FOR_PICKUP(ParcelState.IN_TRANSIT),
    DELIVERED(ParcelState.DELIVERED),
    /** An attempt failed, the parcel is held or damaged. */
    FAILURE(ParcelState.EXCEPTION),
    RETURN_TO_SENDER(ParcelState.EXCEPTION),
    LOST(ParcelState.LOST);

    private final @Nullable ParcelState state;

    ParcelStatus(@Nullable ParcelState state) {
        this.state = state;
    }

    /** A carrier has, or had, the parcel. */
    boolean isMovement() {
        return state != null && state != ParcelState.LABEL_READY && state != ParcelState.AWAITING_LABEL;
    }

    /** Where the parcel is when this was said last; null when it says nothing. */
    public @Nullable ParcelState state() {
        return state;
    }
}
