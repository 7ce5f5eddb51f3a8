package app.retour.tenants.shoppers;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.TenantId;
import app.retour.tenants.secrets.Secrets;
import app.retour.tenants.secrets.TestSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import retour.testkit.TestClock;

/** The link by which a shopper erases themselves. */
class ErasureLinksTests {
    private final TestClock clock = new TestClock();
    private final Secrets secrets = TestSecrets.under("0123456789abcdef0123456789abcdef");
    private final ErasureLinks links = new ErasureLinks(secrets, clock);
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UUID shopper = UUID.randomUUID();

    @Test
    void namesWhomItErasesForADay() {
        clock.setTo(Instant.parse("2026-11-30T10:00:00Z"));
        var link = links.issue(tenant, shopper);
        assertThat(links.verify(link)).contains(new ErasureLinks.Erasing(tenant, shopper));
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(links.verify(link)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(links.verify(link)).isEmpty();
    }

    @Test
    void noOtherTokenErasesAnybodyAndItIsGoodForNothingElse() {
        var orders = new StaticListableBeanFactory().getBeanProvider(OrderIdentity.class);
        var sessions = new ShopperSessions(secrets, clock, orders);
        assertThat(links.verify(sessions.issue(tenant, shopper, true))).isEmpty();
        assertThat(links.verify(sessions.issueLink(tenant, shopper).substring(4)))
                .isEmpty();
        assertThat(sessions.verifyLink("rl2." + links.issue(tenant, shopper))).isEmpty();
        assertThat(sessions.verify("rs2." + links.issue(tenant, shopper))).isEmpty();
        assertThat(new ErasureLinks(TestSecrets.under("another-master-key-of-32-letters"), clock)
                        .verify(links.issue(tenant, shopper)))
                .isEmpty();
        var link = links.issue(tenant, shopper);
        assertThat(links.verify(link.substring(0, 20) + (link.charAt(20) == 'A' ? 'B' : 'A') + link.substring(21)))
                .isEmpty();
        assertThat(links.verify("")).isEmpty();
    }
}
