package app.retour.rules.policy;

/** How soon a person should look; later constants come first. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
