package app.retour.returns;

import app.retour.tracking.ReverseShipmentId;

/** Which parcel of a return a tracking number is given for. */
public sealed interface WhichParcel {
    /** Nobody says: the one that has the number already, else one that has not left yet, else a further one. */
    record Unsaid() implements WhichParcel {}

    /** One that was given a wrong number: what was said of that no longer counts. */
    record Instead(ReverseShipmentId parcel) implements WhichParcel {}

    /** One more than were told of. */
    record Further() implements WhichParcel {}
}
