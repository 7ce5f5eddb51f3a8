package app.retour.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.retour.kernel.Ids;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Merchants who signed up over HTTP, as everybody does: by the links in their mails. */
public final class Merchants {
    public static final String PASSWORD = "correct horse battery staple 7";
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");
    private final int port;

    public Merchants(int port) {
        this.port = port;
    }

    public record Merchant(String slug, String email, Browser browser) {}

    public static String anEmail() {
        return "p" + Ids.next() + "@shop.example";
    }

    public Merchant signedUp() {
        return signedUp("en");
    }

    /** @param locale the language of the business */
    public Merchant signedUp(String locale) {
        var browser = new Browser(port);
        var email = anEmail();
        var slug = "shop-" + Ids.next().toString().substring(24);
        var asked = browser.mutate("signUp", signUp(email, slug, locale), "mailSent");
        assertThat(asked.path("mailSent").asBoolean()).as(asked.toString()).isTrue();
        browser.mutate("confirmEmail", Map.of("token", token(email, "Confirm your e-mail address")), "confirmed");
        assertThat(browser.signIn(email, PASSWORD).status()).isEqualTo(200);
        return new Merchant(slug, email, browser);
    }

    /** Somebody of the merchant's team, signed in. */
    public Browser member(Merchant merchant, String role) {
        var email = anEmail();
        merchant.browser.mutate(
                "inviteStaff", Map.of("email", email, "role", role, "idempotencyKey", email), "invitation { id }");
        var browser = new Browser(port);
        var accepted = browser.mutate(
                "acceptInvitation",
                Map.of("token", token(email, "invites you"), "name", "Mia Member", "password", PASSWORD),
                "accepted");
        assertThat(accepted.path("accepted").asBoolean())
                .as(accepted.toString())
                .isTrue();
        assertThat(browser.signIn(email, PASSWORD).status()).isEqualTo(200);
        return browser;
    }

    static Map<String, String> signUp(String email, String slug) {
        return signUp(email, slug, "en");
    }

    private static Map<String, String> signUp(String email, String slug, String locale) {
        return Map.of(
                "businessName",
                "Shoe House",
                "slug",
                slug,
                "email",
                email,
                "name",
                "Olga Owner",
                "password",
                PASSWORD,
                "currency",
                "EUR",
                "timeZone",
                "Europe/Berlin",
                "locale",
                locale);
    }

    static String token(String email, String subject) {
        var matcher = TOKEN.matcher(mail(email, subject));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** Waits for a mail and gives its text. */
    static String mail(String email, String subject) {
        return await().atMost(Duration.ofMinutes(3))
                .until(() -> mails(email, subject), found -> !found.isEmpty())
                .getLast();
    }

    private static List<String> mails(String email, String subject) {
        return Arrays.stream(StartedApplication.Mail.inbox().getReceivedMessages())
                .filter(message -> isFor(message, email, subject))
                .map(Merchants::text)
                .toList();
    }

    private static boolean isFor(MimeMessage message, String email, String subject) {
        try {
            return message.getAllRecipients()[0].toString().equals(email)
                    && message.getSubject().contains(subject);
        } catch (MessagingException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (MessagingException | IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
