package app.retour.portal.door;

import app.retour.tenants.Throttle;
import app.retour.tenants.tenancy.TenantContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Counts who knocks, by address and shop: with a number and a proof, which the schema counts by number and shop only since it
 * is asked from within, and with a signed link, which nobody else counts. Whole offices share an address.
 */
@Component
class TriesAtTheDoor {
    static final int MOST = 100;
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private final Throttle throttle;

    TriesAtTheDoor(Throttle throttle) {
        this.throttle = throttle;
    }

    /** Asked before anything is looked at, so that whoever tries too often learns nothing. */
    boolean mayTry(HttpServletRequest request) {
        return throttle.tryTake("portal-door", TenantContext.current() + " " + request.getRemoteAddr(), MOST, PERIOD);
    }
}
