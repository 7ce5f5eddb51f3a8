package app.retour.tenants.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.people.AccountFixtures;
import app.retour.tenants.people.AccountFixtures.Owner;
import app.retour.tenants.secrets.ClientSecrets;
import app.retour.tenants.tenancy.Directory;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** A program's secret is shown once, kept as a hash, and ends when it is revoked. */
@RetourTest
class IssuingClientsTests {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private final TenantId shop = new TenantId(Ids.next());
    private final Owner nobody = new Owner(shop, Ids.next(), "nobody@shop.example");

    @Autowired
    ApiClients clients;

    @Autowired
    ProgramDirectory programs;

    @Autowired
    Directory directory;

    @Autowired
    ClientSecrets secrets;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    @BeforeEach
    void noon() {
        clock.setTo(NOON);
    }

    @AfterEach
    void realTime() {
        clock.run();
    }

    private <T> T inTheShop(Supplier<T> action) {
        return Objects.requireNonNull(TenantContext.callAs(shop, () -> transactions.execute(_ -> action.get())));
    }

    private IssuedClient create(String name, String... scopes) {
        return TenantContext.callAs(shop, () -> clients.create(name, List.of(scopes)));
    }

    private String hash(UUID client) {
        return inTheShop(() -> jdbc.sql("select secret_hash from tenants.api_client where id = ?")
                .param(client)
                .query(String.class)
                .single());
    }

    private static void refuses(ThrowingCallable asking, ErrorCode code, String... field) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).containsExactly(field);
        });
    }

    @Test
    void theSecretIsRandomShownAndNotKept() {
        var one = create(" Warehouse ", "returns:read", "orders:write");
        var other = create("Warehouse", "returns:read");
        assertThat(one.secret()).matches("rcs_[A-Za-z0-9_-]{43}").isNotEqualTo(other.secret());
        assertThat(one.client().clientId())
                .matches("rc_[0-9a-f]{24}")
                .isNotEqualTo(other.client().clientId());
        assertThat(one.client().name()).isEqualTo("Warehouse");
        assertThat(one.client().scopes()).containsExactly("orders:write", "returns:read");
        var kept = hash(one.client().id());
        assertThat(kept).doesNotContain(String.valueOf(one.secret()));
        assertThat(secrets.matches(one.secret(), kept)).isTrue();
        assertThat(secrets.matches(other.secret(), kept)).isFalse();
    }

    @Test
    void itIsFoundByItsNameBeforeATenantIsKnownAndItsScopesAreOnRecord() {
        var made = create("Warehouse", "returns:read").client();
        assertThat(directory.byClient(made.clientId())).contains(shop);
        assertThat(fixtures.onRecord(nobody, "client.created")).singleElement().satisfies(entry -> {
            assertThat(entry.subjectId()).isEqualTo(made.id().toString());
            assertThat(entry.detail()).isEqualTo(Map.of("scopes", List.of("returns:read")));
        });
    }

    @Test
    void aMerchantHasAHundredAtMost() {
        refuses(() -> create(" ", "returns:read"), ErrorCode.REQUIRED, "name");
        inTheShop(() -> jdbc.sql("""
                        insert into tenants.api_client (id, client_id, title, secret_hash, scopes, created_at)
                        select uuidv7(interval '-1 hour'), 'rc_' || n, 'Of a test', 'none', '{returns:read}', now()
                        from generate_series(1, 99) n
                        """).update());
        var last = create("Warehouse", "returns:read");
        refuses(() -> create("Warehouse", "returns:read"), ErrorCode.TOO_LARGE);
        assertThat(TenantContext.callAs(shop, () -> clients.list(ScrollPosition.keyset(), 200)))
                .hasSize(100)
                .first()
                .as("newest first")
                .isEqualTo(last.client());
    }

    @Test
    void revokedTwiceItEndedTheFirstTime() {
        var id = create("Warehouse", "returns:read").client().id();
        assertThat(clients.scopesOf(shop, id))
                .hasValueSatisfying(may -> assertThat(may).containsExactly("returns:read"));
        assertThat(TenantContext.callAs(shop, () -> clients.revoke(id)).revokedAt())
                .isEqualTo(NOON);
        clock.setTo(NOON.plusSeconds(60));
        assertThat(TenantContext.callAs(shop, () -> clients.revoke(id)).revokedAt())
                .isEqualTo(NOON);
        assertThat(fixtures.onRecord(nobody, "client.revoked"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.subjectId()).isEqualTo(id.toString()));
        assertThat(clients.scopesOf(shop, id)).as("its tokens stop working").isEmpty();
        refuses(() -> TenantContext.callAs(shop, () -> clients.revoke(Ids.next())), ErrorCode.NOT_FOUND, "apiClientId");
        refuses(
                () -> TenantContext.callAs(new TenantId(Ids.next()), () -> clients.revoke(id)),
                ErrorCode.NOT_FOUND,
                "apiClientId");
    }

    @Test
    void theAuthorizationServerSeesItWithItsTenantUntilItIsRevoked() {
        var made = create("Warehouse", "returns:read").client();
        var shown = Objects.requireNonNull(programs.findByClientId(made.clientId()));
        assertThat(shown.getScopes()).containsExactly("returns:read");
        assertThat(shown.getClientSecret()).isEqualTo(hash(made.id()));
        assertThat(shown.getAuthorizationGrantTypes()).containsExactly(AuthorizationGrantType.CLIENT_CREDENTIALS);
        assertThat(shown.getClientSettings().<String>getSetting("retour.tenant"))
                .isEqualTo(shop.toString());
        assertThat(shown.getTokenSettings().getAccessTokenTimeToLive()).isEqualTo(Duration.ofMinutes(10));
        assertThat(TenantContext.callAs(shop, () -> clients.find(made.id())))
                .hasValueSatisfying(used -> assertThat(used.lastUsedAt()).isEqualTo(NOON));
        TenantContext.callAs(shop, () -> clients.revoke(made.id()));
        assertThat(programs.findByClientId(made.clientId())).isNull();
        assertThat(programs.findByClientId("rc_nobodys")).isNull();
    }

    @Test
    void nobodyRegistersAProgramPastTheMerchant() {
        var past = RegisteredClient.withId("any")
                .clientId("rc_past")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
        assertThatThrownBy(() -> programs.save(past)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(programs.findByClientId("rc_past")).isNull();
        assertThat(programs.findById("any")).isNull();
    }
}
