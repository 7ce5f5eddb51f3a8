package app.retour.app.security;

import app.retour.api.Caller;
import app.retour.api.CallerAuthentication;
import app.retour.tenants.tenancy.TenantContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the caller of a request in place and binds their tenant around it; refuses what is neither. */
final class CallerFilter extends OncePerRequestFilter {
    private final Function<HttpServletRequest, AuthenticationResult> authenticator;
    private final SecurityContextRepository contexts;
    private final Problems problems;
    private final StaffCookie cookie;

    CallerFilter(
            Function<HttpServletRequest, AuthenticationResult> authenticator,
            SecurityContextRepository contexts,
            Problems problems,
            StaffCookie cookie) {
        this.authenticator = authenticator;
        this.contexts = contexts;
        this.problems = problems;
        this.cookie = cookie;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSameForAll(request)) {
            goOn(Caller.anonymous(null), null, request, response, chain);
            return;
        }
        switch (authenticator.apply(request)) {
            case AuthenticationResult.Admitted(var caller, var session) ->
                goOn(caller, session, request, response, chain);
            case AuthenticationResult.Confused(var message) ->
                problems.write(response, HttpStatus.BAD_REQUEST, "CREDENTIALS", message);
            case AuthenticationResult.BadToken _ -> {
                response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                problems.write(
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "UNAUTHENTICATED",
                        "This token is not ours, too old, or revoked; get a new one");
            }
            case AuthenticationResult.SessionOver _ -> {
                HeldSession.end(request);
                cookie.forget(request, response);
                if (mayGoOnSignedOut(request)) {
                    goOn(Caller.anonymous(null), null, request, response, chain);
                } else {
                    problems.write(
                            response, HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "Your session is over; sign in");
                }
            }
        }
    }

    /** Files of the front ends: the admin's page loads and tells what is wrong even while nobody can be looked up. */
    private static boolean isSameForAll(HttpServletRequest request) {
        var path = request.getRequestURI();
        return request.getMethod().equals("GET")
                && (path.startsWith("/admin/") || path.matches("/r/[^/]+/(assets|brand)/.*"));
    }

    /** Pages, and signing in itself, work for who is signed out. */
    private static boolean mayGoOnSignedOut(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals("/session") || request.getMethod().equals("GET") && !path.startsWith("/files/");
    }

    private void goOn(
            Caller caller,
            @Nullable UUID session,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var authentication = new CallerAuthentication(caller);
        authentication.setDetails(
                new WebAuthenticationDetails(request.getRemoteAddr(), session == null ? null : session.toString()));
        var context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        // Asynchronous dispatches of this request find it there; nothing goes into a session.
        contexts.saveContext(context, request, response);
        var tenant = caller.tenant();
        if (tenant == null) {
            chain.doFilter(request, response);
            return;
        }
        MDC.put(Correlation.TENANT, tenant.toString());
        try {
            TenantContext.callAs(tenant, () -> passed(request, response, chain));
        } catch (Carried carried) {
            carried.rethrow();
        }
    }

    private static boolean passed(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
            return true;
        } catch (ServletException | IOException failure) {
            throw new Carried(failure);
        }
    }

    private static final class Carried extends RuntimeException {
        private Carried(Exception cause) {
            super(cause);
        }

        private void rethrow() throws ServletException, IOException {
            switch (getCause()) {
                case ServletException failure -> throw failure;
                case IOException failure -> throw failure;
                case null, default -> throw this;
            }
        }
    }
}
