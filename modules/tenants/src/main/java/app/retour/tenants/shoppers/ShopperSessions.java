package app.retour.tenants.shoppers;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.kernel.TenantId;
import app.retour.tenants.secrets.Secrets;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Shoppers' sessions: tokens that this service signs and any replica can check; nothing is stored. A token is good for the
 * order as it was proven: once the order turns out to be another's, it opens nothing.
 */
@Component
public class ShopperSessions {
    /** The portal's cookie; its path is that of the portal. */
    public static final String COOKIE = "RETOUR_SHOPPER";
    /** How long a session lasts. */
    public static final Duration LIFETIME = Duration.ofHours(2);
    /** The scope of a shopper who proved the order's e-mail. */
    public static final String BY_EMAIL = "shopper:email";
    /** Marks a bearer token as a shopper's. */
    public static final String PREFIX = "rs2.";

    /** How long the link of a mail opens a session. */
    public static final Duration LINK_LIFETIME = Duration.ofDays(60);

    /** How long a link that staff hand out opens a session. */
    public static final Duration STAFF_LINK_LIFETIME = Duration.ofDays(7);

    private static final String PURPOSE = "shopper session";
    private static final String LINK_PREFIX = "rl2.";
    private static final String LINK_PURPOSE = "shopper link";
    private static final String PROOF_PURPOSE = "order as proven";
    /** As mails bore it until November 2026: good for the order whoever it is from. They are over by February 2027. */
    private static final String OLD_LINK_PREFIX = "rl1.";

    private static final String UNKEPT = "nobody keeps orders";
    private static final int PROOF = 16;
    private static final int OLD_BODY = 16 + 16 + 1 + 8;
    private static final int BODY = OLD_BODY + PROOF;
    private static final int TAG = 32;
    private final Secrets secrets;
    private final Clock clock;
    private final ObjectProvider<OrderIdentity> identities;

    public ShopperSessions(Secrets secrets, Clock clock, ObjectProvider<OrderIdentity> identities) {
        this.secrets = secrets;
        this.clock = clock;
        this.identities = identities;
    }

    /** A token for who proved to know an order. */
    public String issue(TenantId tenant, UUID order, boolean byEmail) {
        return signed(PREFIX, PURPOSE, LIFETIME, tenant, order, byEmail);
    }

    /** A token for a link in a mail to them: no session itself, it is exchanged for one. */
    public String issueLink(TenantId tenant, UUID order) {
        return signed(LINK_PREFIX, LINK_PURPOSE, LINK_LIFETIME, tenant, order, true);
    }

    /** The same for several orders, which are looked up at once. */
    public Map<UUID, String> issueLinks(TenantId tenant, Set<UUID> orders) {
        var whose = identities.stream()
                .findFirst()
                .map(known -> known.ofAll(tenant, orders, true))
                .orElse(Map.of());
        return orders.stream()
                .collect(Collectors.toMap(
                        order -> order,
                        order -> signed(
                                LINK_PREFIX,
                                LINK_PURPOSE,
                                LINK_LIFETIME,
                                tenant,
                                order,
                                true,
                                whose.getOrDefault(order, UNKEPT))));
    }

    /** The same for a link that staff hand to a shopper who can prove nothing: what names a person stays hidden. */
    public String issueStaffLink(TenantId tenant, UUID order) {
        return signed(LINK_PREFIX, LINK_PURPOSE, STAFF_LINK_LIFETIME, tenant, order, false);
    }

    private String signed(
            String prefix, String purpose, Duration lifetime, TenantId tenant, UUID order, boolean byEmail) {
        return signed(prefix, purpose, lifetime, tenant, order, byEmail, identity(tenant, order, byEmail));
    }

    private String signed(
            String prefix,
            String purpose,
            Duration lifetime,
            TenantId tenant,
            UUID order,
            boolean byEmail,
            String identity) {
        var body = ByteBuffer.allocate(BODY)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putLong(order.getMostSignificantBits())
                .putLong(order.getLeastSignificantBits())
                .put((byte) (byEmail ? 1 : 0))
                .putLong(clock.instant().plus(lifetime).toEpochMilli())
                .put(proof(identity))
                .array();
        var token = Arrays.copyOf(body, BODY + TAG);
        System.arraycopy(secrets.signature(purpose, body), 0, token, BODY, TAG);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private String identity(TenantId tenant, UUID order, boolean byEmail) {
        return identities.stream()
                .map(known -> known.of(tenant, order, byEmail))
                .findFirst()
                .orElse(UNKEPT);
    }

    private byte[] proof(String identity) {
        return Arrays.copyOf(secrets.signature(PROOF_PURPOSE, identity.getBytes(UTF_8)), PROOF);
    }

    /** The session of a token; empty when it is not ours, changed, over, or the order has become another's. */
    public Optional<ShopperSession> verify(String token) {
        return token.startsWith(PREFIX) ? read(token, PURPOSE, BODY) : Optional.empty();
    }

    /** The session that a link may be exchanged for; empty when it is not ours, changed, too old, or as above. */
    public Optional<ShopperSession> verifyLink(String token) {
        if (token.startsWith(OLD_LINK_PREFIX)) {
            return read(token, LINK_PURPOSE, OLD_BODY);
        }
        return token.startsWith(LINK_PREFIX) ? read(token, LINK_PURPOSE, BODY) : Optional.empty();
    }

    private Optional<ShopperSession> read(String token, String purpose, int length) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token.substring(PREFIX.length()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != length + TAG
                || !MessageDigest.isEqual(
                        secrets.signature(purpose, Arrays.copyOf(bytes, length)),
                        Arrays.copyOfRange(bytes, length, length + TAG))) {
            return Optional.empty();
        }
        var body = ByteBuffer.wrap(bytes);
        var session = new ShopperSession(
                new TenantId(new UUID(body.getLong(), body.getLong())),
                new UUID(body.getLong(), body.getLong()),
                body.get() == 1);
        if (!clock.instant().isBefore(Instant.ofEpochMilli(body.getLong()))) {
            return Optional.empty();
        }
        var identity = identity(session.tenant(), session.order(), session.byEmail());
        if (identity.equals(OrderIdentity.NOBODYS)) {
            return Optional.empty();
        }
        if (length == OLD_BODY) {
            return Optional.of(session);
        }
        var proven = new byte[PROOF];
        body.get(proven);
        return MessageDigest.isEqual(proven, proof(identity)) ? Optional.of(session) : Optional.empty();
    }
}
