package app.retour.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Origins;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class HostDoorTests {
    private static final int SERVED = 200;
    private static final Origins APART =
            new Origins("https://returns.example.com", "https://staff.example.com", "help.shop.test");
    private static final Origins ONE = Origins.of("https://returns.example.com");
    private static final Origins LAPTOP = Origins.of("http://localhost:8080");
    private static final Cookie OF_STAFF = new Cookie("__Host-RETOUR_SESSION", "a session");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/admin",
                "/admin/",
                "/admin/assets/index.js",
                "/%61dmin/",
                "/session",
                "/session/tenant",
                "/graphiql/",
                "/inbox",
                "/anything-new",
            })
    void nothingOfStaffIsServedAtAHostOfThePortal(String path) throws Exception {
        assertThat(status(APART, "returns.example.com", path, null)).isEqualTo(404);
        assertThat(status(APART, "help.shop.test", path, null)).isEqualTo(404);
        assertThat(status(APART, "staff.example.com", path, OF_STAFF)).isEqualTo(SERVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/r/fjordwear", "/r/fjordwear/order", "/%72/fjordwear", "/r/-/assets/1/portal.css"})
    void nothingOfShoppersIsServedAtTheAdminsHost(String path) throws Exception {
        assertThat(status(APART, "staff.example.com", path, null)).isEqualTo(404);
        assertThat(status(APART, "returns.example.com", path, null)).isEqualTo(SERVED);
        assertThat(status(APART, "help.shop.test", path, null)).isEqualTo(SERVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql",
                "/files",
                "/files/019a-logo",
                "/oauth2/token",
                "/oauth2/jwks",
                "/webhooks/easypost/abc",
                "/.well-known/oauth-authorization-server",
            })
    void programsComeByEitherAndASessionOfStaffByItsOwnOnly(String path) throws Exception {
        for (var host : List.of("returns.example.com", "help.shop.test")) {
            assertThat(status(APART, host, path, null)).isEqualTo(SERVED);
            assertThat(status(APART, host, path, OF_STAFF)).isEqualTo(403);
        }
        assertThat(status(APART, "staff.example.com", path, OF_STAFF)).isEqualTo(SERVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.test", "127.0.0.1", "returns.example.com.evil.test", "10.0.0.7"})
    void aHostThatNobodyNamedServesNothingButHealth(String host) throws Exception {
        for (var origins : List.of(APART, ONE)) {
            for (var path : List.of("/", "/admin/", "/graphql", "/r/fjordwear", "/session")) {
                assertThat(status(origins, host, path, null)).as(path).isEqualTo(421);
            }
            assertThat(status(origins, host, "/livez", null)).isEqualTo(SERVED);
            assertThat(status(origins, host, "/readyz", null)).isEqualTo(SERVED);
        }
    }

    @Test
    void oneHostServesBothAndSaysOnceThatItDoes(CapturedOutput said) throws Exception {
        assertThat(status(ONE, "returns.example.com", "/admin/", OF_STAFF)).isEqualTo(SERVED);
        assertThat(status(ONE, "returns.example.com", "/graphql", OF_STAFF)).isEqualTo(SERVED);
        assertThat(status(ONE, "returns.example.com", "/r/fjordwear", OF_STAFF)).isEqualTo(SERVED);
        door(ONE).sayWhatIsNotApart();
        assertThat(said.getOut()).containsOnlyOnce("RETOUR_ADMIN_URL").contains("https://returns.example.com");
    }

    @Test
    void onALaptopAndWhereTheyAreApartNothingIsSaid(CapturedOutput said) throws Exception {
        assertThat(status(LAPTOP, "127.0.0.1", "/admin/", null)).isEqualTo(SERVED);
        assertThat(status(LAPTOP, "laptop.lan", "/r/fjordwear", null)).isEqualTo(SERVED);
        door(LAPTOP).sayWhatIsNotApart();
        door(APART).sayWhatIsNotApart();
        assertThat(said.getOut()).doesNotContain("RETOUR_ADMIN_URL");
    }

    private static int status(Origins origins, String host, String path, @Nullable Cookie cookie)
            throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", path);
        // As a container hands it on.
        request.setServletPath(URLDecoder.decode(path, StandardCharsets.UTF_8));
        request.setServerName(host);
        if (cookie != null) {
            request.setCookies(cookie);
        }
        var response = new MockHttpServletResponse();
        var behind = new MockFilterChain();
        door(origins).doFilter(request, response, behind);
        assertThat(behind.getRequest() != null).as("let in").isEqualTo(response.getStatus() == SERVED);
        return response.getStatus();
    }

    private static HostDoor door(Origins origins) {
        return new HostDoor(origins, new StaffCookie(origins), new Problems(new JsonMapper()));
    }
}
