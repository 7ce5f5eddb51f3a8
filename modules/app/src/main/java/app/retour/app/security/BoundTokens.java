package app.retour.app.security;

import app.retour.tenants.secrets.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * Tokens against forged requests, each good for one session: a random part, and our signature over it and the session.
 * What was given to nobody, to somebody else or before signing in proves nothing.
 */
@Component
class BoundTokens implements CsrfTokenRepository {
    private static final String PURPOSE = "csrf";
    private final CookieCsrfTokenRepository cookies;
    private final Secrets secrets;

    BoundTokens(StaffCookie cookie, Secrets secrets) {
        this.cookies = cookie.tokens();
        this.secrets = secrets;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var made = cookies.generateToken(request);
        var random = UUID.randomUUID().toString();
        return new DefaultCsrfToken(
                made.getHeaderName(), made.getParameterName(), random + "." + signature(random, request));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        cookies.saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var token = cookies.loadToken(request);
        return token != null && isOfThisSession(token.getToken(), request) ? token : null;
    }

    private boolean isOfThisSession(String token, HttpServletRequest request) {
        var parts = token.split("\\.", 2);
        return parts.length == 2
                && MessageDigest.isEqual(
                        signature(parts[0], request).getBytes(StandardCharsets.US_ASCII),
                        parts[1].getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String random, HttpServletRequest request) {
        var session = HeldSession.of(request).map(held -> held.id().toString()).orElse("nobody");
        return secrets.hash(PURPOSE, random + " " + session);
    }
}
