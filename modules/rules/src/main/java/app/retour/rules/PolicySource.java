package app.retour.rules;

/** Which policy to try. */
public enum PolicySource {
    /** As last saved; the live one where no draft was ever saved. */
    DRAFT,
    LIVE
}
