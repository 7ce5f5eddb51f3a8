package app.retour.tenants.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.ImmediateTransactions;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.secrets.ClientSecrets;
import app.retour.tenants.tenancy.Directory;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import retour.testkit.TestClock;

/** A program's secret is shown once, kept as a hash, and ends when it is revoked. */
class IssuingClientsTests {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final TenantId SHOP = new TenantId(Ids.next());
    private final RegisteredPrograms programs = mock(RegisteredPrograms.class);
    private final Directory directory = mock(Directory.class);
    private final ClientSecrets secrets = new ClientSecrets();
    private final Audit audit = mock(Audit.class);
    private final TestClock clock = new TestClock();
    private final ApiClients clients = new ApiClients(programs, directory, secrets, audit, mock(), clock);
    private final List<RegisteredProgram> kept = new ArrayList<>();

    @BeforeEach
    void keep() {
        clock.setTo(NOON);
        when(programs.save(any())).thenAnswer(asked -> {
            kept.add(asked.getArgument(0));
            return asked.getArgument(0);
        });
        when(programs.saveAndFlush(any())).thenAnswer(asked -> asked.getArgument(0));
    }

    private IssuedClient create(String name, String... scopes) {
        return TenantContext.callAs(SHOP, () -> clients.create(name, List.of(scopes)));
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
        assertThat(kept.getFirst().secretHash()).doesNotContain(String.valueOf(one.secret()));
        assertThat(secrets.matches(one.secret(), kept.getFirst().secretHash())).isTrue();
        assertThat(secrets.matches(other.secret(), kept.getFirst().secretHash()))
                .isFalse();
    }

    @Test
    void itIsFoundByItsNameBeforeATenantIsKnownAndItsScopesAreOnRecord() {
        var made = create("Warehouse", "returns:read").client();
        verify(directory).addClient(made.clientId(), SHOP);
        verify(audit)
                .record("client.created", "ApiClient", made.id().toString(), Map.of("scopes", List.of("returns:read")));
    }

    @Test
    void aMerchantHasAHundredAtMost() {
        when(programs.count()).thenReturn(100L);
        assertThatThrownBy(() -> create("Warehouse", "returns:read"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LARGE));
        assertThatThrownBy(() -> create(" ", "returns:read"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).containsExactly("name"));
        assertThat(kept).isEmpty();
    }

    @Test
    void revokedTwiceItEndedTheFirstTime() {
        var id = create("Warehouse", "returns:read").client().id();
        when(programs.findById(id)).thenReturn(Optional.of(kept.getFirst()));
        assertThat(clients.revoke(id).revokedAt()).isEqualTo(NOON);
        clock.setTo(NOON.plusSeconds(60));
        assertThat(clients.revoke(id).revokedAt()).isEqualTo(NOON);
        verify(audit, times(1)).record("client.revoked", "ApiClient", id.toString(), Map.of());
        assertThatThrownBy(() -> clients.revoke(Ids.next()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).containsExactly("apiClientId"));
    }

    private @Nullable RegisteredClient shown(String clientId) {
        return new ProgramDirectory(programs, directory, clock, new ImmediateTransactions()).findByClientId(clientId);
    }

    @Test
    void theAuthorizationServerSeesItWithItsTenantUntilItIsRevoked() {
        var made = create("Warehouse", "returns:read").client();
        when(directory.byClient(made.clientId())).thenReturn(Optional.of(SHOP));
        when(programs.findByClientId(made.clientId())).thenReturn(Optional.of(kept.getFirst()));
        var shown = Objects.requireNonNull(shown(made.clientId()));
        assertThat(shown.getScopes()).containsExactly("returns:read");
        assertThat(shown.getClientSecret()).isEqualTo(kept.getFirst().secretHash());
        assertThat(shown.getAuthorizationGrantTypes()).containsExactly(AuthorizationGrantType.CLIENT_CREDENTIALS);
        assertThat(shown.getClientSettings().<String>getSetting("retour.tenant"))
                .isEqualTo(SHOP.toString());
        assertThat(shown.getTokenSettings().getAccessTokenTimeToLive()).isEqualTo(Duration.ofMinutes(10));
        assertThat(kept.getFirst().snapshot().lastUsedAt()).isEqualTo(NOON);
        kept.getFirst().revoke(NOON);
        assertThat(shown(made.clientId())).isNull();
        assertThat(shown("rc_nobodys")).isNull();
    }

    @Test
    void nobodyRegistersAProgramPastTheMerchant() {
        var directoryOfAll = new ProgramDirectory(programs, directory, clock, new ImmediateTransactions());
        assertThatThrownBy(() -> directoryOfAll.save(mock())).isInstanceOf(UnsupportedOperationException.class);
        assertThat(directoryOfAll.findById("any")).isNull();
    }
}
