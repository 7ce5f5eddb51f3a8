package app.retour.tenants.clients;

import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API client with the hash of its secret. */
@Entity
@Table(schema = "tenants", name = "api_client")
class RegisteredProgram extends TenantOwned {
    private String clientId;
    private String title;
    private String secretHash;
    private List<String> scopes;
    private Instant createdAt;
    private @Nullable Instant lastUsedAt;
    private @Nullable Instant revokedAt;

    protected RegisteredProgram() {}

    RegisteredProgram(String clientId, String title, String secretHash, List<String> scopes, Instant now) {
        this.clientId = clientId;
        this.title = title;
        this.secretHash = secretHash;
        this.scopes = List.copyOf(scopes);
        this.createdAt = now;
    }

    String secretHash() {
        return secretHash;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    void usedAt(Instant now) {
        lastUsedAt = now;
    }

    ApiClient snapshot() {
        return new ApiClient(id(), clientId, title, List.copyOf(scopes), createdAt, lastUsedAt, revokedAt);
    }
}
