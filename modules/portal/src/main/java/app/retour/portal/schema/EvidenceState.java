package app.retour.portal.schema;

/** How far a request for evidence is. */
public enum EvidenceState {
    EXPIRED,
    GIVEN,
    WANTED,
    WITHDRAWN;

    /** The shopper has not answered yet, and still may. */
    public boolean isOpen() {
        return this == WANTED;
    }
}
