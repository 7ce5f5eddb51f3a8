package app.retour.app.security;

import app.retour.api.Caller;
import app.retour.api.Outage;
import app.retour.kernel.TenantId;
import app.retour.tenants.Tenants;
import app.retour.tenants.clients.ApiClients;
import app.retour.tenants.shoppers.ShopperSession;
import app.retour.tenants.shoppers.ShopperSessions;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Tells who a request comes from. */
@Component
class CallerAuthenticator {
    static final String TENANT_CLAIM = "tenant";
    private static final String BEARER = "Bearer ";
    private final HeldSessions sessions;
    private final StaffCookie cookie;
    private final ApiClients clients;
    private final ShopperSessions shoppers;
    private final Tenants tenants;
    private final JwtDecoder tokens;

    CallerAuthenticator(
            HeldSessions sessions,
            StaffCookie cookie,
            ApiClients clients,
            ShopperSessions shoppers,
            Tenants tenants,
            JwtDecoder tokens) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.clients = clients;
        this.shoppers = shoppers;
        this.tenants = tenants;
        this.tokens = tokens;
    }

    /** At the API and the admin: a session's cookie or a bearer token, never both. */
    AuthenticationResult atTheApi(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        var hasCookie = cookie.isOn(request);
        if (authorization == null) {
            return hasCookie ? bySession(request) : new AuthenticationResult.Admitted(Caller.anonymous(null));
        }
        if (hasCookie) {
            return new AuthenticationResult.Confused("Send a session cookie or a bearer token, not both");
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new AuthenticationResult.Confused("Send Authorization: Bearer with an access token");
        }
        var token = authorization.substring(BEARER.length()).strip();
        return (token.startsWith(ShopperSessions.PREFIX)
                        ? shoppers.verify(token).map(CallerAuthenticator::shopper)
                        : integrator(token))
                .<AuthenticationResult>map(AuthenticationResult.Admitted::new)
                .orElseGet(AuthenticationResult.BadToken::new);
    }

    /** At a merchant's portal: the shopper of this merchant, else anybody. Sessions of staff count for nothing. */
    AuthenticationResult atThePortal(HttpServletRequest request) {
        var tenant = slug(request).flatMap(tenants::bySlug);
        var shopper = tenant.flatMap(merchant -> shopperCookies(request)
                .flatMap(token -> shoppers.verify(token).stream())
                .filter(session -> session.tenant().equals(merchant))
                .map(CallerAuthenticator::shopper)
                .findFirst());
        return new AuthenticationResult.Admitted(shopper.orElseGet(() -> Caller.anonymous(tenant.orElse(null))));
    }

    private AuthenticationResult bySession(HttpServletRequest request) {
        return HeldSession.of(request)
                .flatMap(held -> sessions.whoHolds(held)
                        .map(staff -> Caller.staff(
                                staff.tenant(), staff.person(), staff.role().scopes()))
                        .<AuthenticationResult>map(caller -> new AuthenticationResult.Admitted(caller, held.id())))
                .orElseGet(AuthenticationResult.SessionOver::new);
    }

    private Optional<Caller> integrator(String token) {
        return decoded(token).flatMap(jwt -> {
            var tenant = TenantId.of(String.valueOf(jwt.getClaimAsString(TENANT_CLAIM)));
            var client = UUID.fromString(jwt.getSubject());
            return clients.scopesOf(tenant, client)
                    .map(held -> Caller.integrator(tenant, client, both(held, jwt.getClaimAsStringList("scope"))));
        });
    }

    private Optional<Jwt> decoded(String token) {
        try {
            var jwt = tokens.decode(token);
            return jwt.hasClaim(TENANT_CLAIM) ? Optional.of(jwt) : Optional.empty();
        } catch (JwtException forged) {
            // The decoder takes keys that cannot be read now for a bad token.
            if (Outage.isIn(forged)) {
                throw forged;
            }
            return Optional.empty();
        }
    }

    private static Set<String> both(Set<String> held, @Nullable List<String> asked) {
        var scopes = new HashSet<>(held);
        scopes.retainAll(asked == null ? List.of() : asked);
        return scopes;
    }

    private static Caller shopper(ShopperSession session) {
        return Caller.shopper(
                session.tenant(), session.order(), session.byEmail() ? Set.of(ShopperSessions.BY_EMAIL) : Set.of());
    }

    private static Stream<String> shopperCookies(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Stream.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> ShopperSessions.COOKIE.equals(cookie.getName()))
                        .map(Cookie::getValue);
    }

    private static Optional<String> slug(HttpServletRequest request) {
        var parts = request.getRequestURI()
                .substring(request.getContextPath().length())
                .split("/", 4);
        return parts.length > 2 && !parts[2].isEmpty() ? Optional.of(parts[2]) : Optional.empty();
    }
}
