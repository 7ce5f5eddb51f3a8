package app.retour.app.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Origins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceTransformerChain;

class StaffPagePolicyTests {
    private static final Path PAGE = Path.of(System.getProperty("retour.root", "../.."), "web-admin", "index.html");
    private static final Path GRAPHIQL = PAGE.resolveSibling("graphiql").resolve("index.html");
    private final StaffPagePolicy policy =
            new StaffPagePolicy(new Origins("https://returns.example.com", "https://staff.example.com", ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/",
                "/admin/returns/abc",
                "/admin/index.html",
                "/",
                "/session",
                "/graphql",
                "/graphiqlx",
                "/files/x"
            })
    void noScriptAndNoStyleMayStandInAPage(String path) {
        var answer = answered(new MockHttpServletRequest("GET", path));
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'; script-src 'self'; style-src 'self'; ")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void thePageAndItsPolicyNameTheSameNonceAndEachPageAnother() throws IOException {
        var built = Files.readString(PAGE);
        var first = new MockHttpServletRequest("GET", "/admin/");
        var second = new MockHttpServletRequest("GET", "/admin/");
        var page = served(built, "index.html", first);
        var nonce = PageNonce.given(first).orElseThrow();
        assertThat(nonce).hasSizeGreaterThanOrEqualTo(22);
        assertThat(page)
                .contains("<meta property=\"csp-nonce\" nonce=\"" + nonce + "\"")
                .doesNotContain(PageNonce.PLACE);
        assertThat(answered(first).getHeader("Content-Security-Policy"))
                .contains("style-src 'self' 'nonce-" + nonce + "';");
        served(built, "index.html", second);
        assertThat(PageNonce.given(second)).isPresent().isNotEqualTo(PageNonce.given(first));
    }

    @Test
    void otherFilesStayAsTheyAre() throws IOException {
        var request = new MockHttpServletRequest("GET", "/admin/first-paint.js");
        assertThat(served(PageNonce.PLACE, "first-paint.js", request)).isEqualTo(PageNonce.PLACE);
        assertThat(PageNonce.given(request)).isEmpty();
    }

    @Test
    void aMessageIsShownInAFrameThatHasNothingElse() {
        var answer = answered(new MockHttpServletRequest("GET", "/admin/mail-frame.html"));
        assertThat(answer.getHeader("Content-Security-Policy"))
                .startsWith("sandbox allow-scripts; default-src 'none'; script-src 'self';")
                .contains("img-src 'self' data: https://returns.example.com;")
                .contains("frame-ancestors 'self'", "form-action 'none'", "style-src 'none';")
                .doesNotContain("allow-same-origin", "unsafe");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("SAMEORIGIN");
    }

    @Test
    void graphiqlHasTheNonceOfItsPageAndItsEditorWorksBesideIt() throws IOException {
        var request = new MockHttpServletRequest("GET", "/graphiql/");
        served(Files.readString(GRAPHIQL), "index.html", request);
        assertThat(answered(request).getHeader("Content-Security-Policy"))
                .contains("script-src 'self'; style-src 'self' 'nonce-"
                        + PageNonce.given(request).orElseThrow() + "';")
                .contains("worker-src 'self' blob:;")
                .doesNotContain("unsafe");
        assertThat(answered(new MockHttpServletRequest("GET", "/graphiqlx")).getHeader("Content-Security-Policy"))
                .contains("worker-src 'none';");
    }

    @Test
    void whoSaidALawOfTheirOwnKeepsIt() {
        var response = new MockHttpServletResponse();
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        policy.writeHeaders(new MockHttpServletRequest("GET", "/files/x"), response);
        assertThat(response.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    }

    private MockHttpServletResponse answered(MockHttpServletRequest request) {
        var response = new MockHttpServletResponse();
        policy.writeHeaders(request, response);
        return response;
    }

    private static String served(String text, String name, MockHttpServletRequest request) throws IOException {
        var file = new ByteArrayResource(text.getBytes(UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }

            @Override
            public long lastModified() {
                return 0;
            }
        };
        return new PageNonce("index.html")
                .transform(request, file, new AsItIs())
                .getContentAsString(UTF_8);
    }

    private static final class AsItIs implements ResourceTransformerChain {
        @Override
        public ResourceResolverChain getResolverChain() {
            throw new UnsupportedOperationException("Nothing is looked up");
        }

        @Override
        public Resource transform(jakarta.servlet.http.HttpServletRequest request, Resource resource) {
            return resource;
        }
    }
}
