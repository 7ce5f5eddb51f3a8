package app.retour.tenants.shoppers;

import app.retour.kernel.TenantId;
import app.retour.tenants.secrets.Secrets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Links by which shoppers erase themselves: signed for this and nothing else, sent only to the address that the shop has of
 * them, good for a day. Nothing is stored; once they are erased, the link finds nothing more.
 */
@Component
public class ErasureLinks {
    /** How long a link is good. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    private static final String PURPOSE = "shopper erasure";
    private static final int BODY = 16 + 16 + 8;
    private static final int TAG = 32;
    private final Secrets secrets;
    private final Clock clock;

    ErasureLinks(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whom a link erases. */
    public record Erasing(TenantId tenant, UUID shopper) {}

    /** The token of a new link. */
    public String issue(TenantId tenant, UUID shopper) {
        var body = ByteBuffer.allocate(BODY)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putLong(shopper.getMostSignificantBits())
                .putLong(shopper.getLeastSignificantBits())
                .putLong(clock.instant().plus(LIFETIME).toEpochMilli())
                .array();
        var token = Arrays.copyOf(body, BODY + TAG);
        System.arraycopy(secrets.signature(PURPOSE, body), 0, token, BODY, TAG);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty when it is not ours, changed, or too old. */
    public Optional<Erasing> verify(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != BODY + TAG
                || !MessageDigest.isEqual(
                        secrets.signature(PURPOSE, Arrays.copyOf(bytes, BODY)),
                        Arrays.copyOfRange(bytes, BODY, BODY + TAG))) {
            return Optional.empty();
        }
        var body = ByteBuffer.wrap(bytes);
        var erasing = new Erasing(
                new TenantId(new UUID(body.getLong(), body.getLong())), new UUID(body.getLong(), body.getLong()));
        return clock.instant().isBefore(Instant.ofEpochMilli(body.getLong())) ? Optional.of(erasing) : Optional.empty();
    }
}
