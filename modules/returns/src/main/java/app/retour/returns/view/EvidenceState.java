package app.retour.returns.view;

/** How far a request for evidence is. */
public enum EvidenceState {
    WANTED,
    GIVEN,
    EXPIRED,
    WITHDRAWN
}
