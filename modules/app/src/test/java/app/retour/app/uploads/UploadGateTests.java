package app.retour.app.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.retour.api.Caller;
import app.retour.kernel.TenantId;
import jakarta.servlet.FilterChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** Who may send how much where, with a spool of a thousand megabytes. */
class UploadGateTests {
    private static final TenantId SHOP = new TenantId(new UUID(1, 1));
    private static final Caller SHOPPER = Caller.shopper(SHOP, new UUID(2, 2), Set.of());
    private static final Caller CLERK = Caller.staff(SHOP, new UUID(3, 3), Set.of("returns:write"));
    private static final Caller OWNER = Caller.staff(SHOP, new UUID(3, 4), Set.of("returns:write", "orders:write"));
    private static final Caller NOBODY = Caller.anonymous(null);
    private final SpoolSpace space = new SpoolSpace(DataSize.ofBytes(1_000_000_000));
    private final List<String> let = new ArrayList<>();

    private MockHttpServletResponse send(Caller caller, String path, long megabytes) {
        return send(
                caller, path, megabytes, (request, _) -> let.add(((MockHttpServletRequest) request).getRequestURI()));
    }

    private MockHttpServletResponse send(Caller caller, String path, long megabytes, FilterChain chain) {
        var request = new MockHttpServletRequest("POST", path) {
            @Override
            public long getContentLengthLong() {
                return megabytes * 1_000_000;
            }
        };
        request.setContentType("Multipart/Form-Data; boundary=x");
        var response = new MockHttpServletResponse();
        var gate = new UploadGate(space, (answer, status, code, message) -> answer.sendError(status.value(), code));
        return caller.call(() -> {
            try {
                gate.doFilter(request, response, chain);
                return response;
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/files, 401",
        "/graphql, 415",
        "/session, 415",
        "/admin/, 415",
        "/webhooks/easypost/x, 415",
        "/livez, 415",
        "/r/fjordwear/find, 415",
        "/r/fjordwear, 415",
        "/r/fjordwear/return/1/evidence, 303",
        "/r/fjordwear/returns/abc/evidence, 303",
        "/r/fjordwear/returns/abc/evidence/more, 415",
        "/r/Fjord%0Awear/return/1/evidence, 415"
    })
    void nobodySendsFilesAnywhere(String path, int status) {
        assertThat(send(NOBODY, path, 1).getStatus()).isEqualTo(status);
        assertThat(let).isEmpty();
    }

    @Test
    void aShopperWhoseSessionIsOverBeginsAnew() {
        assertThat(send(NOBODY, "/r/fjordwear/return/1/evidence", 1).getHeader("Location"))
                .isEqualTo("/r/fjordwear?ended");
    }

    @Test
    void eachMaySendAsMuchAsTheirKindsOfFilesHave() {
        assertThat(send(SHOPPER, "/r/fjordwear/return/1/evidence", 145).getStatus())
                .isEqualTo(200);
        assertThat(send(SHOPPER, "/r/fjordwear/return/1/evidence", 146).getHeader("Location"))
                .isEqualTo("/r/fjordwear/files/too-large");
        assertThat(send(CLERK, "/files", 13).getStatus()).isEqualTo(200);
        assertThat(send(CLERK, "/files", 14).getStatus()).isEqualTo(413);
        assertThat(send(OWNER, "/files", 201).getStatus()).isEqualTo(200);
        assertThat(send(OWNER, "/files", 202).getStatus()).isEqualTo(413);
        assertThat(send(SHOPPER, "/files", 1).getStatus())
                .as("shoppers send theirs at the portal")
                .isEqualTo(401);
        assertThat(let).hasSize(3);
    }

    @Test
    void whoDoesNotSayHowMuchIsRefused() {
        var response = send(OWNER, "/files", -1);
        assertThat(response.getStatus()).isEqualTo(411);
        assertThat(let).isEmpty();
    }

    @Test
    void allTogetherTakeNoMoreThanTheSpoolAndGiveItBack() {
        var refused = new ArrayList<MockHttpServletResponse>();
        FilterChain fourMoreMeanwhile = (_, _) -> {
            FilterChain threeMore = (_, _) -> send(
                    OWNER,
                    "/files",
                    200,
                    (_, _) -> send(OWNER, "/files", 200, (_, _) -> refused.add(send(OWNER, "/files", 201))));
            send(OWNER, "/files", 200, threeMore);
        };
        send(OWNER, "/files", 200, fourMoreMeanwhile);
        assertThat(refused).singleElement().satisfies(response -> {
            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getHeader("Retry-After")).isEqualTo("30");
        });
        for (var i = 0; i < 20; i++) {
            assertThat(send(OWNER, "/files", 200).getStatus())
                    .as("it was given back")
                    .isEqualTo(200);
        }
    }

    @Test
    void itIsGivenBackWhenTheRequestFails() {
        FilterChain fails = (_, _) -> {
            throw new IllegalStateException("broken on the way");
        };
        for (var i = 0; i < 20; i++) {
            assertThat(catchThrowable(() -> send(OWNER, "/files", 200, fails))).isInstanceOf(AssertionError.class);
        }
        assertThat(send(OWNER, "/files", 200).getStatus()).isEqualTo(200);
    }
}
