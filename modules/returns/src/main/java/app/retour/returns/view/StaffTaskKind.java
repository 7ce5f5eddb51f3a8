package app.retour.returns.view;

/** What a person of the team has to do. */
public enum StaffTaskKind {
    SEND_REPLACEMENT,
    GIVE_STORE_CREDIT,
    UNKNOWN_PARCEL
}
