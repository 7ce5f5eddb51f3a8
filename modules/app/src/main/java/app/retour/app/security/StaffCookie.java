package app.retour.app.security;

import app.retour.api.Origins;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookies of staff. Where staff reach the service by https, their names begin with {@code __Host-}: a browser then takes
 * them from this very host by https only, so that no neighbour under the same domain can plant one. By plain http, as
 * the launcher serves, browsers refuse such names.
 */
@Configuration(proxyBeanMethods = false)
class StaffCookie {
    private static final String SESSION = "RETOUR_SESSION";
    private static final String TOKEN = "XSRF-TOKEN";
    private final boolean secure;

    StaffCookie(Origins origins) {
        this.secure = origins.adminIsSecure();
    }

    String sessionName() {
        return named(SESSION);
    }

    String tokenName() {
        return named(TOKEN);
    }

    boolean isOn(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies).anyMatch(cookie -> sessionName().equals(cookie.getName()));
    }

    /** Takes a dead cookie from the browser, so that it comes without one next time. */
    void forget(HttpServletRequest request, HttpServletResponse response) {
        var dead = ResponseCookie.from(sessionName(), "")
                .path("/")
                .maxAge(0)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure || request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, dead.toString());
    }

    /** Readable, since our own page repeats it in a header. */
    CookieCsrfTokenRepository tokens() {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName(tokenName());
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> {
            cookie.sameSite("Lax");
            if (secure) {
                cookie.secure(true);
            }
        });
        return tokens;
    }

    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(sessionName());
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        if (secure) {
            cookie.setUseSecureCookie(true);
        }
        return cookie;
    }

    private String named(String name) {
        return secure ? "__Host-" + name : name;
    }
}
