package app.retour.app.security;

import app.retour.api.Caller;
import app.retour.api.GlobalId;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.Tenants;
import app.retour.tenants.people.KnownDevices;
import app.retour.tenants.people.SignIn;
import app.retour.tenants.people.SignIns;
import app.retour.tenants.people.StaffSession;
import app.retour.tenants.tenancy.TenantContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.WebUtils;

/** Signing in to the web admin and out again; outside GraphQL because it sets cookies. */
@RestController
@RequestMapping("/session")
class SessionController {
    private static final int LONGEST = 300;
    private final SignIns signIns;
    private final Tenants tenants;
    private final KnownDevices devices;
    private final HeldSessions sessions;
    private final CsrfTokenRepository csrf;
    private final Clock clock;

    SessionController(
            SignIns signIns,
            Tenants tenants,
            KnownDevices devices,
            HeldSessions sessions,
            BoundTokens staffTokens,
            Clock clock) {
        this.signIns = signIns;
        this.devices = devices;
        this.tenants = tenants;
        this.sessions = sessions;
        this.csrf = staffTokens;
        this.clock = clock;
    }

    record Credentials(
            @Nullable String email,
            @Nullable String password,
            @Nullable String totp) {
        boolean isComplete() {
            return email != null
                    && password != null
                    && !email.isBlank()
                    && email.length() <= LONGEST
                    && password.length() <= LONGEST
                    && (totp == null || totp.length() <= LONGEST);
        }
    }

    record Choice(@Nullable String tenantId) {}

    record SignedIn(
            boolean signedIn, String personId, String tenantId, String tenantSlug, String role, List<String> scopes) {}

    record SignedOut(boolean signedIn) {}

    record Slower(String code, String message, String correlationId, long retryAfterSeconds) {}

    @GetMapping
    Object now(CsrfToken token) {
        // Asking for its value writes the cookie.
        token.getToken();
        return here().<Object>map(this::shown).orElseGet(() -> new SignedOut(false));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> signIn(@RequestBody Credentials given, HttpServletRequest request, HttpServletResponse response) {
        if (!given.isComplete() || given.email() == null || given.password() == null) {
            return problem(HttpStatus.BAD_REQUEST, "INVALID", "Give an e-mail address and a password");
        }
        var mark = WebUtils.getCookie(request, devices.nameFor(given.email()));
        var attempt = signIns.attempt(
                given.email(),
                given.password(),
                given.totp(),
                request.getRemoteAddr(),
                mark == null ? null : mark.getValue());
        return switch (attempt) {
            case SignIn.SignedIn(var staff) -> {
                HeldSession.begun(staff, clock.instant(), DeviceWords.of(request.getHeader("User-Agent")))
                        .keep(request);
                remember(given.email(), mark, request, response);
                csrf.saveToken(csrf.generateToken(request), request, response);
                yield ResponseEntity.ok(shown(staff));
            }
            case SignIn.BadCredentials _ ->
                problem(HttpStatus.UNAUTHORIZED, "BAD_CREDENTIALS", "Address and password do not fit together");
            case SignIn.TotpRequired _ ->
                problem(HttpStatus.UNAUTHORIZED, "TOTP_REQUIRED", "Give the code of your authenticator app");
            case SignIn.TotpWrong _ ->
                problem(HttpStatus.UNAUTHORIZED, "TOTP_WRONG", "This code is wrong or was used; wait for the next");
            case SignIn.Throttled(var wait) ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header("Retry-After", String.valueOf(wait.toSeconds()))
                        .body(new Slower(
                                "THROTTLED", "Too many tries; wait a while", Correlation.current(), wait.toSeconds()));
        };
    }

    /** Sent to this address only, and stays when somebody signs out. */
    private void remember(
            String email, @Nullable Cookie before, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(
                        devices.nameFor(email), devices.mark(email, before == null ? null : before.getValue()))
                .path("/session")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(KnownDevices.KNOWN_FOR)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    @DeleteMapping
    ResponseEntity<Void> signOut(HttpServletRequest request, HttpServletResponse response) {
        HeldSession.of(request)
                .flatMap(sessions::whoHolds)
                .ifPresent(staff -> signIns.signedOut(staff.person(), staff.tenant()));
        HeldSession.end(request);
        csrf.saveToken(csrf.generateToken(request), request, response);
        return ResponseEntity.noContent().build();
    }

    @PostMapping(path = "/tenant", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> switchTo(@RequestBody Choice choice, HttpServletRequest request, HttpServletResponse response) {
        var here =
                HeldSession.of(request).filter(held -> sessions.whoHolds(held).isPresent());
        var switched = here.flatMap(held -> chosen(choice).flatMap(there -> signIns.switchTo(held.person(), there)));
        if (here.isEmpty() || switched.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "NOT_FOUND", "You are not staff of such a merchant");
        }
        here.get().at(switched.get().tenant()).keep(request);
        csrf.saveToken(csrf.generateToken(request), request, response);
        return ResponseEntity.ok(shown(switched.get()));
    }

    private Optional<StaffSession> here() {
        var caller = Caller.current();
        var person = caller.subject();
        return caller.is(Caller.Kind.STAFF) && person != null
                ? signIns.at(person, caller.requireTenant())
                : Optional.empty();
    }

    private SignedIn shown(StaffSession staff) {
        var tenant = TenantContext.callAs(staff.tenant(), tenants::current);
        return new SignedIn(
                true,
                GlobalId.of("Person", staff.person()),
                GlobalId.of("Tenant", staff.tenant().value()),
                tenant.slug(),
                staff.role().name(),
                staff.role().scopes().stream().sorted().toList());
    }

    private static Optional<TenantId> chosen(Choice choice) {
        try {
            var text = String.valueOf(choice.tenantId());
            return Optional.of(
                    new TenantId(text.length() == 36 ? UUID.fromString(text) : GlobalId.parse(text, "Tenant")));
        } catch (Refusal | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<?> problem(HttpStatus status, String code, String message) {
        return ResponseEntity.status(status).body(Problems.Problem.of(code, message));
    }
}
