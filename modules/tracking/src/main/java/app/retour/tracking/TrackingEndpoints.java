package app.retour.tracking;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.secrets.Secrets;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A merchant's settings for carriers' webhooks, and the messages that came. */
@Service
@Transactional
public class TrackingEndpoints {
    static final String SECRET_PURPOSE = "webhook of EASYPOST";
    private static final String EASYPOST = "EASYPOST";
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 200;
    private final WebhookEndpoints endpoints;
    private final RawEvents messages;
    private final Refusals refusals;
    private final Secrets secrets;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    TrackingEndpoints(
            WebhookEndpoints endpoints,
            RawEvents messages,
            Refusals refusals,
            Secrets secrets,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.refusals = refusals;
        this.secrets = secrets;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The endpoint of the tenant of the moment; the first look gives it its address. */
    public TrackingEndpoint current() {
        return snapshot(endpoint());
    }

    /**
     * Sets the secret that webhooks are signed with; the old one ends at once.
     *
     * @param chosen 16 characters or more; null to have one made
     * @return the secret, which is not shown again
     * @throws Refusal INVALID for one too short or too long
     */
    public String setSecret(@Nullable String chosen) {
        if (chosen != null && (chosen.length() < SHORTEST_SECRET || chosen.length() > LONGEST_SECRET)) {
            throw new Refusal(
                    ErrorCode.INVALID, "A secret has 16 to 200 characters; leave it out to have one made", "secret");
        }
        var secret = chosen == null ? WebhookEndpoint.random(32) : chosen;
        var endpoint = endpoint();
        endpoint.signWith(secrets.seal(SECRET_PURPOSE, secret), clock.instant());
        audit.record("tracking.secret.set", "TrackingEndpoint", endpoint.id().toString(), Map.of("source", EASYPOST));
        return secret;
    }

    /** Gives the webhook another address; the old one ends at once. */
    public TrackingEndpoint move() {
        var endpoint = endpoint();
        endpoint.move();
        audit.record(
                "tracking.endpoint.moved", "TrackingEndpoint", endpoint.id().toString(), Map.of("source", EASYPOST));
        return snapshot(endpoint);
    }

    /** Messages, newest first. @param state null for all */
    @Transactional(readOnly = true)
    public Window<CarrierMessage> messages(@Nullable CarrierMessageState state, ScrollPosition position, int limit) {
        Specification<RawEvent> fitting =
                (row, _, builder) -> state == null ? builder.conjunction() : builder.equal(row.get("state"), state);
        return messages.findBy(
                        fitting,
                        found -> found.limit(limit)
                                .sortBy(Sort.by("id").descending())
                                .scroll(position))
                .map(RawEvent::snapshot);
    }

    /** One message. */
    @Transactional(readOnly = true)
    public java.util.Optional<CarrierMessage> message(java.util.UUID id) {
        return messages.findById(id).map(RawEvent::snapshot);
    }

    private WebhookEndpoint endpoint() {
        return endpoints.findBySource(EASYPOST).orElseGet(() -> {
            // Two first looks at once: the row of one of them stays.
            jdbc.sql("""
                            insert into tracking.webhook_endpoint (tenant_id, id, source, path) values (?, ?, ?, ?)
                            on conflict (tenant_id, source) do nothing
                            """)
                    .params(TenantContext.current().value(), Ids.next(), EASYPOST, new WebhookEndpoint(EASYPOST).path())
                    .update();
            return endpoints.findBySource(EASYPOST).orElseThrow();
        });
    }

    private TrackingEndpoint snapshot(WebhookEndpoint endpoint) {
        var refused = refusals.lately(EASYPOST);
        return new TrackingEndpoint(
                "/webhooks/easypost/" + endpoint.path(),
                endpoint.sealedSecret() != null,
                endpoint.secretSetAt(),
                messages.findBySourceOrderByReceivedAtDesc(EASYPOST, Limit.of(1)).stream()
                        .map(RawEvent::receivedAt)
                        .findFirst()
                        .orElse(null),
                refused.times(),
                refused.lastAt());
    }
}
