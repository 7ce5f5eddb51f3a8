package app.retour.tenants.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.shoppers.OrderIdentity;
import app.retour.tenants.shoppers.ShopperSession;
import app.retour.tenants.shoppers.ShopperSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class SecretsTests {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private final Secrets secrets = TestSecrets.under("one master key of more than thirty-two characters");

    private String owner = "Ada";

    @Test
    void aSealedSecretOpensForItsPurposeOnly() {
        var sealed = secrets.seal("webhook", "geheim");
        assertThat(new String(sealed, UTF_8)).doesNotContain("geheim");
        assertThat(secrets.openText("webhook", sealed)).isEqualTo("geheim");
        shut(() -> secrets.open("carrier", sealed));
        shut(() ->
                TestSecrets.under("another master key of thirty-two characters").open("webhook", sealed));
        sealed[sealed.length - 1] ^= 1;
        shut(() -> secrets.open("webhook", sealed));
        shut(() -> secrets.open("webhook", new byte[3]));
        shut(() -> secrets.open("webhook", new byte[0]));
    }

    @Test
    void theSameSecretIsNeverSealedTheSameWay() {
        assertThat(secrets.seal("webhook", "geheim")).isNotEqualTo(secrets.seal("webhook", "geheim"));
    }

    @Test
    void aShortMasterKeyIsRefused() {
        shut(() -> TestSecrets.under("too short"));
    }

    @Test
    void aShoppersTokenIsGoodForTwoHoursAndCannotBeMade() {
        var tenant = new TenantId(Ids.next());
        var order = Ids.next();
        var token = sessions(NOON).issue(tenant, order, true);
        assertThat(sessions(NOON).verify(token)).contains(new ShopperSession(tenant, order, true));
        assertThat(sessions(NOON.plus(Duration.ofHours(2))).verify(token)).isEmpty();
        assertThat(sessions(NOON).verify(token.substring(0, 40))).isEmpty();
        assertThat(sessions(NOON).verify("rs2.%%%")).isEmpty();
        var changed = token.toCharArray();
        changed[10] = changed[10] == 'A' ? 'B' : 'A';
        assertThat(sessions(NOON).verify(new String(changed))).isEmpty();
    }

    @Test
    void theLinkOfAMailIsGoodForSixtyDaysAndIsNoSession() {
        var tenant = new TenantId(Ids.next());
        var order = Ids.next();
        var link = sessions(NOON).issueLink(tenant, order);
        assertThat(sessions(NOON.plus(Duration.ofDays(59))).verifyLink(link))
                .contains(new ShopperSession(tenant, order, true));
        assertThat(sessions(NOON.plus(Duration.ofDays(60))).verifyLink(link)).isEmpty();
        assertThat(sessions(NOON).verify(link)).isEmpty();
        assertThat(sessions(NOON).verify("rs2." + link.substring(4))).isEmpty();
        assertThat(sessions(NOON).verifyLink(sessions(NOON).issue(tenant, order, true)))
                .isEmpty();
    }

    @Test
    void aSessionAndALinkEndWhenTheOrderBecomesAnothers() {
        var tenant = new TenantId(Ids.next());
        var order = Ids.next();
        var session = sessions(NOON).issue(tenant, order, true);
        var link = sessions(NOON).issueLink(tenant, order);
        var byStaff = sessions(NOON).issueStaffLink(tenant, order);
        assertThat(sessions(NOON).verifyLink(byStaff)).contains(new ShopperSession(tenant, order, false));
        assertThat(sessions(NOON.plus(Duration.ofDays(7))).verifyLink(byStaff)).isEmpty();
        owner = "Grace";
        assertThat(sessions(NOON).verify(session)).isEmpty();
        assertThat(sessions(NOON).verifyLink(link)).isEmpty();
        assertThat(sessions(NOON).verifyLink(byStaff)).isEmpty();
        owner = "Ada";
        assertThat(sessions(NOON).verify(session)).isPresent();
    }

    private ShopperSessions sessions(Instant now) {
        var beans = new StaticListableBeanFactory();
        OrderIdentity identity = (_, order, byEmail) -> order + owner + byEmail;
        beans.addBean("identity", identity);
        return new ShopperSessions(
                secrets, Clock.fixed(now, ZoneOffset.UTC), beans.getBeanProvider(OrderIdentity.class));
    }

    private static void shut(Runnable action) {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(action::run);
    }
}
