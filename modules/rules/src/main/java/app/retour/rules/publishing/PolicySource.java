package app.retour.rules.publishing;

import org.springframework.modulith.NamedInterface;

/** Which policy to try. */
@NamedInterface("publishing")
public enum PolicySource {
    /** As last saved; the live one where no draft was ever saved. */
    DRAFT,
    LIVE
}
