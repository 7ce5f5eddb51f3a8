package app.retour.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import app.retour.tenants.jobs.Jobs;
import app.retour.tenants.secrets.Secrets;
import app.retour.tenants.tenancy.TenantContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes carriers' messages: finds whose they are, proves who sent them, keeps them as they came, and asks for the parcel
 * to be moved; all in one short transaction, so that the sender has their answer at once.
 */
@Service
public class CarrierWebhooks {
    /** The largest message that is read, in bytes. */
    public static final int MOST_BYTES = 1_000_000;

    private final List<CarrierEvents> carriers;
    private final WebhookEndpoints endpoints;
    private final Refusals refusals;
    private final Secrets secrets;
    private final Jobs jobs;
    private final MessageDelivery delivery;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CarrierWebhooks(
            List<CarrierEvents> carriers,
            WebhookEndpoints endpoints,
            Refusals refusals,
            Secrets secrets,
            Jobs jobs,
            MessageDelivery delivery,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.carriers = carriers;
        this.endpoints = endpoints;
        this.refusals = refusals;
        this.secrets = secrets;
        this.jobs = jobs;
        this.delivery = delivery;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What came of a message. */
    public enum Reception {
        /** Kept, for the first time or once more. */
        TAKEN,
        /** Nobody has this address. */
        NOBODYS,
        /** Unsigned, signed wrongly, or no secret is set. */
        FORGED,
        TOO_LARGE
    }

    /** @param body as received; of one that is too large the first {@link #MOST_BYTES} + 1 bytes are enough */
    public Reception receive(String source, String path, Function<String, @Nullable String> header, byte[] body) {
        var carrier = carriers.stream()
                .filter(known -> known.source().equals(source))
                .findFirst()
                .orElseThrow();
        var tenant = jdbc.sql("select tenant_id from tracking.endpoint_door(?, ?)")
                .params(source, path)
                .query(UUID.class)
                .optional();
        if (tenant.isEmpty()) {
            refusals.measure(source, "nobodys");
            return Reception.NOBODYS;
        }
        return TenantContext.callAs(
                new TenantId(tenant.get()),
                () -> Objects.requireNonNull(transactions.execute(_ -> receive(carrier, header, body))));
    }

    private Reception receive(CarrierEvents carrier, Function<String, @Nullable String> header, byte[] body) {
        if (body.length > MOST_BYTES) {
            refusals.count(carrier.source(), "too large");
            return Reception.TOO_LARGE;
        }
        var sealed = endpoints.findBySource(carrier.source()).orElseThrow().sealedSecret();
        if (sealed == null
                || !carrier.signed(body, header, secrets.openText(TrackingEndpoints.SECRET_PURPOSE, sealed))) {
            refusals.count(carrier.source(), sealed == null ? "no secret set" : "forged");
            return Reception.FORGED;
        }
        keep(carrier, body);
        return Reception.TAKEN;
    }

    private void keep(CarrierEvents carrier, byte[] body) {
        CarrierEvents.@Nullable News news = null;
        try {
            news = carrier.read(body);
        } catch (CarrierEvents.UnreadableMessage unreadable) {
            // Kept all the same, for a person to look at.
        }
        var number = news == null ? null : news.trackingNumber();
        var state = news == null
                ? CarrierMessageState.UNREADABLE
                : number == null ? CarrierMessageState.IGNORED : CarrierMessageState.WAITING;
        var id = Ids.next();
        var fresh = jdbc.sql("""
                        insert into tracking.raw_event
                            (tenant_id, id, source, event_id, tracking_number, number_key, state, received_at, body)
                        values (:tenant, :id, :source, :event, :number, :key, :state, :now, :body)
                        on conflict (tenant_id, source, event_id) do nothing
                        """)
                .param("tenant", TenantContext.current().value())
                .param("id", id)
                .param("source", carrier.source())
                .param("event", news == null ? "sha256:" + digest(body) : news.eventId())
                .param("number", number, java.sql.Types.VARCHAR)
                .param("key", number == null ? null : TrackingNumber.keyOf(number), java.sql.Types.VARCHAR)
                .param("state", state.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("body", new String(body, UTF_8).replace("\0", ""))
                .update();
        if (fresh == 1 && state == CarrierMessageState.WAITING) {
            jobs.schedule(delivery, id.toString(), new MessageDelivery.Message(id), clock.instant());
        }
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
