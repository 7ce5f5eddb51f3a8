package app.retour.notifications;

import app.retour.returns.events.ReturnEvent;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Until 30 November 2026 messages were planned after the transaction of what they tell, by way of the event registry. What
 * such a version left there is heard by this one, whether it was replaced or still runs beside us.
 */
@Component
public class ReturnsToldBefore {
    private static final String LISTENER = "app.retour.notifications.ReturnMoments.on(";
    private final ReturnMoments moments;

    ReturnsToldBefore(ReturnMoments moments) {
        this.moments = moments;
    }

    /** @param listener the registry's name of one */
    public static boolean were(String listener) {
        return listener.startsWith(LISTENER);
    }

    /** In the transaction that takes it from the registry, as its tenant. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hear(ReturnEvent event) {
        moments.tell(List.of(event), false);
    }
}
