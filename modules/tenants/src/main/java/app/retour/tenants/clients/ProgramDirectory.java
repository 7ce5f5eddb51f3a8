package app.retour.tenants.clients;

import app.retour.tenants.tenancy.Directory;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows API clients to Spring Authorization Server, found by their client id over all tenants. */
@Component
class ProgramDirectory implements RegisteredClientRepository {
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);
    private final RegisteredPrograms programs;
    private final Directory directory;
    private final Clock clock;
    private final TransactionTemplate transactions;

    ProgramDirectory(
            RegisteredPrograms programs, Directory directory, Clock clock, PlatformTransactionManager transactions) {
        this.programs = programs;
        this.directory = directory;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("API clients are made by ApiClients");
    }

    /** Asked only for stored authorizations, and we store none. */
    @Override
    public @Nullable RegisteredClient findById(String id) {
        return null;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return directory
                .byClient(clientId)
                .flatMap(tenant -> TenantContext.callAs(
                        tenant,
                        () -> Objects.requireNonNull(transactions.execute(_ -> programs.findByClientId(clientId)
                                .filter(program -> !program.isRevoked())
                                .map(program -> shown(program, tenant.value()))))))
                .orElse(null);
    }

    private RegisteredClient shown(RegisteredProgram program, UUID tenant) {
        program.usedAt(clock.instant());
        var client = program.snapshot();
        return RegisteredClient.withId(client.id().toString())
                .clientId(client.clientId())
                .clientName(client.name())
                .clientSecret(program.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(false)
                        .setting("retour.tenant", tenant.toString())
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFETIME)
                        .build())
                .build();
    }
}
