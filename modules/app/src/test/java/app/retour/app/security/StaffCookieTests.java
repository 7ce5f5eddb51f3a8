package app.retour.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Origins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

class StaffCookieTests {
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    /** What a browser asks of a cookie of this name, else it takes none: Secure, the whole path, no domain. */
    @Test
    void byHttpsACookieIsTakenFromThisHostOnly() {
        assertThat(written("https://returns.example.com"))
                .hasSize(3)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("Path=/")
                        .doesNotContain("Path=/;/")
                        .containsIgnoringCase("Secure")
                        .doesNotContainIgnoringCase("Domain"));
        var cookie = new StaffCookie(Origins.of("HTTPS://returns.example.com"));
        assertThat(cookie.sessionName()).isEqualTo("__Host-RETOUR_SESSION");
        request.setCookies(new jakarta.servlet.http.Cookie("RETOUR_SESSION", "planted by a neighbour"));
        assertThat(cookie.isOn(request)).isFalse();
    }

    @Test
    void byPlainHttpItHasANameThatBrowsersTakeThere() {
        assertThat(written("http://localhost:8080"))
                .hasSize(3)
                .allSatisfy(
                        cookie -> assertThat(cookie).doesNotContain("__Host-").doesNotContainIgnoringCase("Secure"));
    }

    private List<String> written(String publicUrl) {
        var cookie = new StaffCookie(Origins.of(publicUrl));
        cookie.sessionCookie().writeCookieValue(new CookieValue(request, response, "a session"));
        var tokens = cookie.tokens();
        tokens.saveToken(tokens.generateToken(request), request, response);
        cookie.forget(request, response);
        return response.getHeaders(HttpHeaders.SET_COOKIE);
    }
}
