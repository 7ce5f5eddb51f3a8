package app.retour.operating;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.app.security.Browser;
import app.retour.app.security.Merchants;
import app.retour.tenants.people.SignUps;
import app.retour.tenants.shoppers.ShopperSessions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What is wrong cannot be told from the work it takes: the same statements whether the order, the e-mail or the postcode
 * is wrong, and whether an account exists. That the password is compared once either way, the tests of tenants count.
 */
@OneConnection
class EqualWorkTests {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    SignUps signUps;

    private Merchant merchant;

    @BeforeEach
    void merchantWithOrders() {
        merchant = Merchant.signedIn(port, signUps);
        List.of("2001", "2002", "2003", "2004").forEach(merchant::sells);
        // The first try of a shop and of an address opens their counters.
        find("9000", Merchant.SHOPPER);
    }

    @Test
    void aWrongNumberAWrongEmailAndAWrongPostcodeAreTheSameWork() {
        var unknownNumber = work("9001", Merchant.SHOPPER);
        assertThat(unknownNumber).isNotEmpty();
        assertThat(work("2001", "else@mail.example")).isEqualTo(unknownNumber);
        assertThat(work("2002", "99999")).isEqualTo(unknownNumber);
        assertThat(work("9002", "10115")).isEqualTo(unknownNumber);
    }

    private List<String> work(String number, String proof) {
        return Statements.of(() -> find(number, proof));
    }

    /** At the door of the portal. */
    private void find(String number, String proof) {
        var shopper = new Browser(port);
        var base = "/r/" + merchant.slug();
        var form = CSRF.matcher(shopper.get(base, "Accept", "text/html").body());
        assertThat(form.find()).isTrue();
        var answer = shopper.form(base + "/find", Map.of("number", number, "proof", proof, "_csrf", form.group(1)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(shopper.cookies).doesNotContainKey(ShopperSessions.COOKIE);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreTheSameWork() {
        var stranger = new Browser(port);
        stranger.signIn(Merchants.anEmail(), "opens the counter of the address");
        var known = Merchant.signedIn(port, signUps);
        // Their counter is open since they signed in; so is that of who tries twice.
        var unknown = Merchants.anEmail();
        stranger.signIn(unknown, "opens the counter of the account");
        var wrongPassword = Statements.of(() -> tryIn(stranger, known.email()));
        assertThat(wrongPassword).isNotEmpty();
        assertThat(Statements.of(() -> tryIn(stranger, unknown))).isEqualTo(wrongPassword);
    }

    private static void tryIn(Browser browser, String email) {
        assertThat(browser.signIn(email, "not the password").status()).isEqualTo(401);
    }
}
