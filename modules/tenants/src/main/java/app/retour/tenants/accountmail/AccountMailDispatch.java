package app.retour.tenants.accountmail;

import app.retour.api.Origins;
import app.retour.mail.MailTransport;
import app.retour.mail.MailTransport.Mail;
import app.retour.mail.queue.Delivery;
import app.retour.mail.queue.MailQueue;
import app.retour.mail.queue.Retries;
import app.retour.mail.queue.Taken;
import app.retour.mail.queue.WakeUp;
import app.retour.tenants.secrets.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the mails that wait, each at most once; while no server is configured they wait. One that was cut off while it was
 * handed over is given up visibly, and whoever waits for it asks anew, unless the journal of the dead process says that it had
 * not gone out.
 */
@Component
class AccountMailDispatch implements MailQueue {
    static final Retries RETRIES = new Retries(12, Duration.ofSeconds(10), Duration.ofHours(1));

    private static final Logger LOG = LoggerFactory.getLogger(AccountMailDispatch.class);
    private static final int BATCH = 20;
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final AccountMailRows rows;
    private final Secrets secrets;
    private final JsonMapper json;
    private final MailTransport transport;
    private final Delivery delivery;
    private final Origins origins;
    private final AccountMailWakeUp wakeUp;
    private final Settings settings;

    /**
     * Whether and when this replica looks.
     *
     * @param enabled as jobs are
     * @param pause before it looks again whether a mail waits, unless it is woken
     */
    @Component
    record Settings(
            @Value("${retour.jobs.enabled:true}") boolean enabled,
            @Value("${retour.account-mails.pause:1s}") Duration pause) {}

    AccountMailDispatch(
            AccountMailRows rows,
            Secrets secrets,
            JsonMapper json,
            MailTransport transport,
            Origins origins,
            AccountMailWakeUp wakeUp,
            Settings settings) {
        this.rows = rows;
        this.secrets = secrets;
        this.json = json;
        this.transport = transport;
        this.delivery = new Delivery(transport, rows.queue(), RETRIES);
        this.origins = origins;
        this.wakeUp = wakeUp;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "account-mail-dispatcher";
    }

    @Override
    public boolean isEnabled() {
        return settings.enabled();
    }

    @Override
    public Duration pollEvery() {
        return settings.pause();
    }

    @Override
    public Duration longestMail() {
        return AccountMailRows.LEASE;
    }

    @Override
    public WakeUp wakeUp() {
        return wakeUp;
    }

    @Override
    public void hangUp(Duration idleFor) {
        delivery.hangUp(idleFor);
    }

    @Override
    public boolean dispatch(BooleanSupplier goOn) {
        rows.queue().takeBack();
        var given = rows.queue().giveUpInterrupted();
        if (given > 0) {
            LOG.warn("{} account mails were cut off while being handed over; they are not sent again", given);
        }
        if (!transport.isConfigured() || !goOn.getAsBoolean()) {
            return false;
        }
        var claim = UUID.randomUUID();
        var batch = rows.queue().claim(claim, BATCH, "id, kind, recipient, sealed, attempts", this::taken);
        return delivery.deliver(claim, batch).isReachable() && !batch.isEmpty();
    }

    private Taken taken(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var kind = row.getString("kind");
        var recipient = row.getString("recipient");
        var sealed = row.getBytes("sealed");
        return new Taken(id, row.getInt("attempts"), () -> mail(id, AccountMailText.valueOf(kind), recipient, sealed));
    }

    private Mail mail(UUID id, AccountMailText text, String recipient, byte[] sealed) {
        var values = new HashMap<>(json.readValue(secrets.open(AccountMails.PURPOSE, sealed), VALUES));
        values.put("base", origins.admin());
        values.put("portal", origins.portal());
        // Those that wait since before their inviter was named.
        values.putIfAbsent("inviter", AccountMailText.SOMEBODY);
        return new Mail(
                null,
                null,
                recipient,
                text.subject(values),
                text.body(values),
                null,
                "<%s@account.retour>".formatted(id));
    }
}
