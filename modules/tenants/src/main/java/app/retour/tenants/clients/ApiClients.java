package app.retour.tenants.clients;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.tenants.NewTenant;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.secrets.ClientSecrets;
import app.retour.tenants.secrets.Secrets;
import app.retour.tenants.tenancy.Directory;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Programs that may call the API for the merchant of the moment. */
@Service
@Transactional
public class ApiClients {
    private static final int MOST = 100;
    private final RegisteredPrograms programs;
    private final Directory directory;
    private final ClientSecrets secrets;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApiClients(
            RegisteredPrograms programs,
            Directory directory,
            ClientSecrets secrets,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.programs = programs;
        this.directory = directory;
        this.secrets = secrets;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refusal REQUIRED or INVALID, naming the field; TOO_LARGE past 100 clients */
    public IssuedClient create(String name, List<String> scopes) {
        var title = NewTenant.name(name, "name");
        var wanted = Scopes.granted(scopes);
        if (programs.count() >= MOST) {
            throw new Refusal(ErrorCode.TOO_LARGE, "There are 100 API clients already");
        }
        var clientId = "rc_" + HexFormat.of().formatHex(Secrets.random(12));
        var secret = "rcs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.random(32));
        var program =
                programs.save(new RegisteredProgram(clientId, title, secrets.encode(secret), wanted, clock.instant()));
        directory.addClient(clientId, TenantContext.current());
        audit.record("client.created", "ApiClient", program.id().toString(), Map.of("scopes", wanted));
        return new IssuedClient(program.snapshot(), secret);
    }

    /** Its tokens stop working at once. @throws Refusal NOT_FOUND */
    public ApiClient revoke(UUID id) {
        var program = programs.findById(id)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such API client", "apiClientId"));
        if (!program.isRevoked()) {
            program.revoke(clock.instant());
            audit.record("client.revoked", "ApiClient", id.toString(), Map.of());
        }
        return programs.saveAndFlush(program).snapshot();
    }

    /** Newest first, revoked ones included. */
    @Transactional(readOnly = true)
    public Window<ApiClient> list(ScrollPosition position, int limit) {
        return programs.findAllBy(position, Limit.of(limit), Sort.by("id").descending())
                .map(RegisteredProgram::snapshot);
    }

    @Transactional(readOnly = true)
    public Optional<ApiClient> find(UUID id) {
        return programs.findById(id).map(RegisteredProgram::snapshot);
    }

    /** What a client may do now; empty when it is revoked. Needs no tenant bound. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.SUPPORTS)
    public Optional<Set<String>> scopesOf(TenantId tenant, UUID client) {
        return jdbc.sql("select tenant_id, id, scopes from tenants.client_door(?, ?)")
                .params(tenant.value(), client)
                .query((row, _) -> Set.of((String[]) row.getArray("scopes").getArray()))
                .optional();
    }
}
