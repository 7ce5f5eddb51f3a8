package app.retour.tracking;

import app.retour.tenants.tenancy.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where one sender brings their messages, and the secret that they sign them with. */
@Entity
@Table(schema = "tracking", name = "webhook_endpoint")
class WebhookEndpoint extends TenantOwned {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PATH_BYTES = 20;
    private String source;
    private String path;
    private byte @Nullable [] sealedSecret;
    private @Nullable Instant secretSetAt;

    protected WebhookEndpoint() {}

    WebhookEndpoint(String source) {
        this.source = source;
        this.path = random(PATH_BYTES);
    }

    void move() {
        path = random(PATH_BYTES);
    }

    void signWith(byte[] sealed, Instant now) {
        sealedSecret = sealed;
        secretSetAt = now;
    }

    String path() {
        return path;
    }

    byte @Nullable [] sealedSecret() {
        return sealedSecret;
    }

    @Nullable
    Instant secretSetAt() {
        return secretSetAt;
    }

    static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
