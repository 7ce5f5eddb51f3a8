package app.retour.privacy;

import java.util.Optional;

/** Knows a reason why a shopper cannot be erased now: a bean of the module that knows it. */
public interface ErasureObstacle {
    Optional<Reason> against(DataSubject subject);

    /** What stands against it, for whoever tells it in words of their own; as the schema names it. */
    enum Kind {
        OPEN_RETURN,
        RUNNING_IMPORT
    }

    /**
     * @param text for staff: what stands against it, and what to do
     * @param mayBeOverruled whether staff may erase all the same
     */
    record Reason(Kind kind, String text, boolean mayBeOverruled) {}
}
