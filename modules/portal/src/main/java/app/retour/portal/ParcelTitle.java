package app.retour.portal;

import app.retour.portal.schema.ParcelState;

/** Where a parcel is, in the words of these pages: they know of the warehouse too. */
enum ParcelTitle {
    NOT_REQUIRED,
    AWAITING_LABEL,
    LABEL_READY,
    IN_TRANSIT,
    DELIVERED,
    EXCEPTION,
    LOST,
    RECEIVED;

    static ParcelTitle of(ParcelState state) {
        return switch (state) {
            case NOT_REQUIRED -> NOT_REQUIRED;
            case AWAITING_LABEL -> AWAITING_LABEL;
            case LABEL_READY -> LABEL_READY;
            case IN_TRANSIT -> IN_TRANSIT;
            case DELIVERED -> DELIVERED;
            case EXCEPTION -> EXCEPTION;
            case LOST -> LOST;
        };
    }
}
