package app.retour.tenants.shoppers;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.secrets.Secrets;
import app.retour.tenants.secrets.TestSecrets;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import retour.testkit.TestClock;

/** Signed tokens of shoppers: each is good for what it was made for, for whom it was made, and for so long. */
class TokensOfShoppersTests {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private final TestClock clock = new TestClock();
    private final Secrets secrets = TestSecrets.under("a master key of more than thirty-two characters");
    private final Map<UUID, String> whose = new HashMap<>();
    private final ShopperSessions sessions = sessions();
    private final ErasureLinks erasures = new ErasureLinks(secrets, clock);
    private final TenantId shop = new TenantId(Ids.next());
    private final UUID order = Ids.next();

    private ShopperSessions sessions() {
        var beans = new StaticListableBeanFactory();
        OrderIdentity identity = (_, asked, byEmail) -> whose.getOrDefault(asked, "Ada") + byEmail;
        beans.addBean("identity", identity);
        return new ShopperSessions(secrets, clock, beans.getBeanProvider(OrderIdentity.class));
    }

    private List<String> tokens() {
        clock.setTo(NOON);
        return List.of(
                sessions.issue(shop, order, true),
                sessions.issue(shop, order, false),
                sessions.issueLink(shop, order),
                sessions.issueStaffLink(shop, order),
                erasures.issue(shop, order));
    }

    private List<Boolean> goodFor(String token) {
        return List.of(
                sessions.verify(token).isPresent(),
                sessions.verifyLink(token).isPresent(),
                erasures.verify(token).isPresent());
    }

    @Test
    void eachIsGoodForOneThing() {
        assertThat(tokens().stream().map(this::goodFor))
                .containsExactly(
                        List.of(true, false, false),
                        List.of(true, false, false),
                        List.of(false, true, false),
                        List.of(false, true, false),
                        List.of(false, false, true));
    }

    @Test
    void noLetterOfOneCanBeAnother() {
        for (var token : tokens()) {
            for (var at = 0; at < token.length() - 1; at++) {
                var other = token.charAt(at) == 'A' ? 'B' : 'A';
                var changed = token.substring(0, at) + other + token.substring(at + 1);
                assertThat(goodFor(changed)).as(changed).containsOnly(false);
            }
            for (var length = 0; length < token.length(); length++) {
                assertThat(goodFor(token.substring(0, length))).containsOnly(false);
            }
        }
    }

    @Property(tries = 300)
    void whateverSomebodySendsIsNone(@ForAll @StringLength(max = 150) String sent) {
        assertThat(goodFor(sent)).containsOnly(false);
        assertThat(goodFor("rs2." + sent)).containsOnly(false);
        assertThat(goodFor("rl1." + sent)).containsOnly(false);
        assertThat(goodFor("rl2." + sent)).containsOnly(false);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "2, 1440", "3, 168", "4, 24"})
    void eachIsGoodForItsTime(int which, int hours) {
        var token = tokens().get(which);
        clock.setTo(NOON.plus(Duration.ofHours(hours)).minusMillis(1));
        assertThat(goodFor(token)).contains(true);
        clock.setTo(NOON.plus(Duration.ofHours(hours)));
        assertThat(goodFor(token)).containsOnly(false);
    }

    @Test
    void whoProvedNoEmailIsNotTakenForWhoDid() {
        clock.setTo(NOON);
        assertThat(sessions.verify(sessions.issue(shop, order, false)))
                .contains(new ShopperSession(shop, order, false));
        assertThat(sessions.verifyLink(sessions.issueLink(shop, order)))
                .contains(new ShopperSession(shop, order, true));
        assertThat(sessions.verifyLink(sessions.issueStaffLink(shop, order)))
                .contains(new ShopperSession(shop, order, false));
    }

    @Test
    void anErasedShoppersOrderIsOpenedByNone() {
        var tokens = tokens();
        whose.put(order, "Grace");
        assertThat(tokens.stream().limit(4).map(this::goodFor))
                .hasSize(4)
                .allSatisfy(good -> assertThat(good).containsOnly(false));
    }

    @Test
    void anOrderOfNobodyIsOpenedByNone() {
        var beans = new StaticListableBeanFactory();
        var identity = new AtomicReference<>("Ada");
        OrderIdentity identities = (_, _, _) -> Objects.requireNonNull(identity.get());
        beans.addBean("identity", identities);
        var changing = new ShopperSessions(secrets, clock, beans.getBeanProvider(OrderIdentity.class));
        clock.setTo(NOON);
        var token = changing.issue(shop, order, true);
        identity.set(OrderIdentity.NOBODYS);
        var afterwards = changing.issueLink(shop, order);
        assertThat(changing.verify(token)).isEmpty();
        assertThat(changing.verifyLink(afterwards))
                .as("made after the erasure, too")
                .isEmpty();
    }

    /** As mails bore it until November 2026: its time, and the order, whoever it is from. */
    @Test
    void aLinkOfBeforeOrdersWereProvenIsStillGood() {
        clock.setTo(NOON);
        var body = ByteBuffer.allocate(41)
                .putLong(shop.value().getMostSignificantBits())
                .putLong(shop.value().getLeastSignificantBits())
                .putLong(order.getMostSignificantBits())
                .putLong(order.getLeastSignificantBits())
                .put((byte) 1)
                .putLong(NOON.plusSeconds(60).toEpochMilli())
                .array();
        var signed = ByteBuffer.allocate(73)
                .put(body)
                .put(secrets.signature("shopper link", body))
                .array();
        var link = "rl1." + Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        assertThat(sessions.verifyLink(link)).contains(new ShopperSession(shop, order, true));
        assertThat(goodFor("rl2." + link.substring(4))).containsOnly(false);
        assertThat(goodFor("rs2." + link.substring(4))).containsOnly(false);
        clock.setTo(NOON.plusSeconds(60));
        assertThat(sessions.verifyLink(link)).isEmpty();
    }
}
