package app.retour.walks;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.Browser;
import app.retour.app.security.StartedApplication;
import app.retour.files.Files;
import app.retour.tenants.Tenants;
import app.retour.tenants.shoppers.ShopperSessions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Opens and sends every page that has an id in its path, outside GraphQL, with a stranger's id: by the session of one
 * order at the portal, and as staff. Nothing of the stranger is shown or changed.
 */
@StartedApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageWalkTests {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** Placeholders in paths that name no thing of anybody's. */
    private static final Set<String> NO_IDS = Set.of(
            "slug",
            "number",
            "name",
            "version",
            "key",
            "source",
            "path",
            "tag",
            "token",
            "registrationId",
            "webAuthnId");

    @LocalServerPort
    int port;

    @Autowired
    Tenants tenants;

    @Autowired
    Files files;

    @Autowired
    ShopperSessions sessions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    private Strangers strangers;

    @BeforeAll
    void twoMerchantsAndThreeOrders() {
        strangers = Strangers.of(port, tenants, files);
    }

    private record Page(RequestMethod method, String path) {
        /** Files and documents by their own ids, everything else here is about returns; a slip needs one that is still to be sent. */
        String idIn(Scene scene) {
            if (path.contains("/files/")) {
                return scene.uuid("StoredFile").toString();
            }
            if (path.startsWith("/refund-documents/")) {
                return scene.id("RefundDocument");
            }
            return path.endsWith("/slip.pdf") ? scene.text("toBeSent", "") : scene.id("Return");
        }
    }

    @Test
    void everyPlaceholderIsAnIdOrKnownToBeNone() {
        assertThat(all().stream()
                        .flatMap(page -> Pattern.compile("\\{([a-zA-Z]\\w*)")
                                .matcher(page.path)
                                .results()
                                .map(found -> found.group(1)))
                        .filter(name -> !name.equals("id") && !NO_IDS.contains(name)))
                .isEmpty();
        assertThat(withIds()).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void aShoppersOwnPagesAreThere() {
        var browser = shopper(strangers.own(), strangers.ended());
        for (var page : withIds()) {
            if (page.method == RequestMethod.GET && page.path.startsWith("/r/") && !page.path.endsWith("/cancel")) {
                assertThat(open(browser, page, strangers.own(), strangers.ended().scene)
                                .status())
                        .as(page.toString())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void theTeamDownloadsItsDocuments() {
        var staff = strangers.own().staff();
        var one = staff.get(
                "/refund-documents/" + strangers.ended().scene.id("RefundDocument") + ".csv", "Accept", "*/*");
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.body()).contains("\"CN-");
        var all = staff.get("/refund-documents.csv?from=2026-01-01", "Accept", "text/html, */*");
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.body()).contains("\"CN-1001\"", "\"CN-1002\"", "\"CN-1003\"");
        assertThat(staff.get("/refund-documents.csv?from=soon", "Accept", "*/*").status())
                .isEqualTo(400);
    }

    @Test
    void aShopperSeesNoPageOfAnotherOrder() throws SQLException {
        for (var stranger : List.of(strangers.alsoTheirs().scene, strangers.neighbours().scene)) {
            walk(shopper(strangers.own(), strangers.open()), strangers.own(), stranger, Fingerprint.of(stranger));
        }
    }

    @Test
    void aShopperSeesNoPageOfAnotherMerchant() throws SQLException {
        var stranger = strangers.other();
        walk(shopper(strangers.own(), strangers.open()), strangers.own(), stranger.scene, Fingerprint.of(stranger));
        walk(shopper(strangers.own(), strangers.open()), stranger, strangers.others().scene, Fingerprint.of(stranger));
    }

    @Test
    void staffSeeNoPageOfAnotherMerchant() throws SQLException {
        var stranger = strangers.other();
        walk(strangers.own().staff(), strangers.own(), stranger.scene, Fingerprint.of(stranger));
    }

    private void walk(Browser browser, World at, Scene stranger, Fingerprint fingerprint) {
        var before = fingerprint.take();
        var wrong = new ArrayList<String>();
        for (var page : withIds()) {
            var answer = open(browser, page, at, stranger);
            // A page of the portal may send them to the door; it must not be the thing itself.
            if (answer.status() / 100 == 2 || answer.status() >= 500) {
                wrong.add(page + " answered " + answer.status());
            }
            if (!stranger.leaksIn(answer.body()).isEmpty()) {
                wrong.add(page + " told of the stranger " + stranger.leaksIn(answer.body()));
            }
            var after = fingerprint.take();
            if (!after.equals(before)) {
                wrong.add(page + " changed something");
                before = after;
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Browser.Answer open(Browser browser, Page page, World at, Scene thing) {
        var path = page.path.replace("{slug}", at.merchant.slug()).replaceAll("\\{id[^}]*}", page.idIn(thing));
        if (page.method == RequestMethod.GET) {
            return browser.get(path, "Accept", "text/html, */*");
        }
        var fields = new LinkedHashMap<String, String>(Map.of("carrier", "DHL", "trackingNumber", "WALK1"));
        var form = CSRF.matcher(
                browser.get("/r/" + at.merchant.slug(), "Accept", "text/html").body());
        fields.put("_csrf", form.find() ? form.group(1) : "");
        return browser.form(path, fields, "Accept", "text/html");
    }

    private Browser shopper(World world, ReturnStory session) {
        var browser = new Browser(port);
        browser.cookies.put(ShopperSessions.COOKIE, sessions.issue(world.tenant, session.orderId(), true));
        return browser;
    }

    private List<Page> withIds() {
        return all().stream().filter(page -> page.path.contains("{id")).toList();
    }

    private List<Page> all() {
        return pages.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> new Page(method, path))))
                .sorted(java.util.Comparator.comparing(Page::toString))
                .toList();
    }
}
