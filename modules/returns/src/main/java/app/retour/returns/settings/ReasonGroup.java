package app.retour.returns.settings;

import org.springframework.modulith.NamedInterface;

/** Groups of reasons that rules and reports understand; wrong size is SIZE. */
@NamedInterface("settings")
public enum ReasonGroup {
    SIZE,
    DEFECT,
    WRONG_ITEM,
    CHANGED_MIND,
    DAMAGED_IN_TRANSIT,
    OTHER
}
