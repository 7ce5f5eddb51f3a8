package app.retour.tenants;

import app.retour.kernel.TenantId;
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

/** Shoppers' sessions: tokens that this service signs and any replica can check; nothing is stored. */
@Component
public class ShopperSessions {
    /** The portal's cookie; its path is that of the portal. */
    public static final String COOKIE = "RETOUR_SHOPPER";
    /** How long a session lasts. */
    public static final Duration LIFETIME = Duration.ofHours(2);
    /** The scope of a shopper who proved the order's e-mail. */
    public static final String BY_EMAIL = "shopper:email";
    /** Marks a bearer token as a shopper's. */
    public static final String PREFIX = "rs1.";

    /** How long the link of a mail opens a session. */
    public static final Duration LINK_LIFETIME = Duration.ofDays(60);

    private static final String PURPOSE = "shopper session";
    private static final String LINK_PREFIX = "rl1.";
    private static final String LINK_PURPOSE = "shopper link";
    private static final int BODY = 16 + 16 + 1 + 8;
    private static final int TAG = 32;
    private final Secrets secrets;
    private final Clock clock;

    ShopperSessions(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A token for who proved to know an order. */
    public String issue(TenantId tenant, UUID order, boolean byEmail) {
        return signed(PREFIX, PURPOSE, LIFETIME, tenant, order, byEmail);
    }

    /** A token for a link in a mail to her: no session itself, it is exchanged for one. */
    public String issueLink(TenantId tenant, UUID order) {
        return signed(LINK_PREFIX, LINK_PURPOSE, LINK_LIFETIME, tenant, order, true);
    }

    private String signed(
            String prefix, String purpose, Duration lifetime, TenantId tenant, UUID order, boolean byEmail) {
        var body = ByteBuffer.allocate(BODY)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putLong(order.getMostSignificantBits())
                .putLong(order.getLeastSignificantBits())
                .put((byte) (byEmail ? 1 : 0))
                .putLong(clock.instant().plus(lifetime).toEpochMilli())
                .array();
        var token = Arrays.copyOf(body, BODY + TAG);
        System.arraycopy(secrets.signature(purpose, body), 0, token, BODY, TAG);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The session of a token; empty when it is not ours, changed, or over. */
    public Optional<ShopperSession> verify(String token) {
        return read(PREFIX, PURPOSE, token);
    }

    /** The session that a mail's link may be exchanged for; empty when it is not ours, changed, or too old. */
    public Optional<ShopperSession> verifyLink(String token) {
        return read(LINK_PREFIX, LINK_PURPOSE, token);
    }

    private Optional<ShopperSession> read(String prefix, String purpose, String token) {
        if (!token.startsWith(prefix)) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token.substring(prefix.length()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != BODY + TAG
                || !MessageDigest.isEqual(
                        secrets.signature(purpose, Arrays.copyOf(bytes, BODY)),
                        Arrays.copyOfRange(bytes, BODY, BODY + TAG))) {
            return Optional.empty();
        }
        var body = ByteBuffer.wrap(bytes);
        var session = new ShopperSession(
                new TenantId(new UUID(body.getLong(), body.getLong())),
                new UUID(body.getLong(), body.getLong()),
                body.get() == 1);
        return clock.instant().isBefore(Instant.ofEpochMilli(body.getLong())) ? Optional.of(session) : Optional.empty();
    }
}
