package app.retour.app.security;

import app.retour.kernel.TenantId;
import app.retour.tenants.StaffSession;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;

/** What is kept of a signed-in person between requests: ids and an epoch, in a session that replicas share. */
final class StaffCookie {
    static final String NAME = "RETOUR_SESSION";
    private static final String TENANT = "tenant";
    private static final String EPOCH = "epoch";
    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private StaffCookie() {}

    /** What a session says; whether it still holds is asked of the database. */
    record Held(UUID person, TenantId tenant, int epoch) {}

    static boolean isOn(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies != null && Arrays.stream(cookies).anyMatch(cookie -> NAME.equals(cookie.getName()));
    }

    static Optional<Held> read(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(PERSON) instanceof String person)
                || !(session.getAttribute(TENANT) instanceof String tenant)
                || !(session.getAttribute(EPOCH) instanceof Integer epoch)) {
            return Optional.empty();
        }
        return Optional.of(new Held(UUID.fromString(person), TenantId.of(tenant), epoch));
    }

    /** Begins a new session with an id that nobody knew before signing in. */
    static void begin(HttpServletRequest request, StaffSession staff) {
        end(request);
        var session = request.getSession(true);
        session.setAttribute(PERSON, staff.person().toString());
        session.setAttribute(TENANT, staff.tenant().toString());
        session.setAttribute(EPOCH, staff.epoch());
    }

    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Takes a dead cookie from the browser, so that it comes without one next time. */
    static void forget(HttpServletRequest request, @Nullable HttpServletResponse response) {
        if (response != null) {
            var cookie = new Cookie(NAME, "");
            cookie.setPath("/");
            cookie.setMaxAge(0);
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            response.addCookie(cookie);
        }
    }
}
