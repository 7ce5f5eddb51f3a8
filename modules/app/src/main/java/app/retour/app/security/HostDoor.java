package app.retour.app.security;

import app.retour.api.Origins;
import app.retour.api.Origins.Place;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only at hosts that the operator named, and at each with what belongs there: a host of the portal serves shoppers,
 * programs and carriers, the admin's host everything but shoppers' pages. Programs come by either: they bring no cookie that
 * a page could use. In front of everything that looks at a session.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class HostDoor extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(HostDoor.class);
    /** Probes come by the address of a pod; measures have doors of their own. */
    private static final List<String> OF_OPERATORS = List.of("/livez", "/readyz", "/actuator");

    private static final List<String> OF_SHOPPERS = List.of("/r");
    private static final List<String> OF_PROGRAMS =
            List.of("/graphql", "/oauth2", "/webhooks", "/files", TokenMetadata.PATH, "/error");

    private final Origins origins;
    private final StaffCookie cookie;
    private final Problems problems;

    HostDoor(Origins origins, StaffCookie cookie, Problems problems) {
        this.origins = origins;
        this.cookie = cookie;
        this.problems = problems;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhatIsNotApart() {
        if (!origins.areApart() && !origins.areLocal()) {
            LOG.warn(
                    "The admin and the portal share {}. Give staff a host of their own with RETOUR_ADMIN_URL: then no page"
                            + " of a merchant's making shares one with their session",
                    origins.portal());
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = path(request);
        var place = isUnder(OF_OPERATORS, path) ? Place.BOTH : origins.at(request.getServerName());
        if (place == Place.NONE) {
            problems.write(
                    response,
                    HttpStatus.MISDIRECTED_REQUEST,
                    "MISDIRECTED",
                    "Nothing is served under this host's name");
        } else if (!isServedAt(place, path)) {
            problems.write(response, HttpStatus.NOT_FOUND, "NOT_FOUND", "There is nothing at this address");
        } else if (place == Place.PORTAL && !isUnder(OF_SHOPPERS, path) && cookie.isOn(request)) {
            problems.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "WRONG_HOST",
                    "A session of staff counts at the admin's own address only");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isServedAt(Place place, String path) {
        return switch (place) {
            case ADMIN -> !isUnder(OF_SHOPPERS, path);
            case PORTAL -> isUnder(OF_SHOPPERS, path) || isUnder(OF_PROGRAMS, path);
            case BOTH -> true;
            case NONE -> false;
        };
    }

    private static boolean isUnder(List<String> roots, String path) {
        return roots.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    /** As it is served: decoded, without parameters, and with no way up left in it. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
