package app.retour.tracking;

/** What came of a carrier's message. */
public enum CarrierMessageState {
    /** Stored; the parcel is moved in a moment. */
    WAITING,
    /** A parcel knows it. */
    APPLIED,
    /** No parcel has this tracking number; applied once one has. */
    UNMATCHED,
    /** Not about a parcel. */
    IGNORED,
    /** Could not be read. */
    UNREADABLE
}
