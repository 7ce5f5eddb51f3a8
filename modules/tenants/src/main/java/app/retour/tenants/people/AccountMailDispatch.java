package app.retour.tenants.people;

import app.retour.api.Origins;
import app.retour.mail.MailTransport;
import app.retour.mail.MailTransport.Mail;
import app.retour.mail.MailTransport.Outcome;
import app.retour.mail.journal.JournalEntry;
import app.retour.tenants.accountmail.AccountMailText;
import app.retour.tenants.accountmail.AccountMails;
import app.retour.tenants.jobs.RecurringJob;
import app.retour.tenants.secrets.Secrets;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the mails that wait, each at most once. It is claimed, told to the server but for its end, noted as being handed
 * over, ended, then marked; each step is a statement that commits by itself. A replica that dies before the note leaves the
 * mail to another; one that dies after it leaves a mail that may have gone out: nobody sends it again, it is given up
 * visibly, and whoever waits for it asks anew, unless the journal of the dead one says that it had not gone out.
 */
@Component
public class AccountMailDispatch implements RecurringJob {
    public static final int MOST_TRIES = 12;
    /** Longer than the longest talk with a server. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(AccountMailDispatch.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final JsonMapper json;
    private final Clock clock;
    private final MailTransport transport;
    private final Origins origins;
    private final Duration pause;

    /** @param pause before it looks again whether a mail waits */
    public AccountMailDispatch(
            JdbcClient jdbc,
            Secrets secrets,
            JsonMapper json,
            Clock clock,
            MailTransport transport,
            Origins origins,
            @Value("${retour.account-mails.pause:1s}") Duration pause) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
        this.transport = transport;
        this.origins = origins;
        this.pause = pause;
    }

    private record Due(UUID id, UUID claim, AccountMailText text, String recipient, byte[] sealed, int attempts) {}

    @Override
    public String name() {
        return "tenants-account-mails";
    }

    @Override
    public Duration pause() {
        return pause;
    }

    @Override
    public void run() {
        giveUpInterrupted();
        if (!transport.isConfigured()) {
            return;
        }
        for (var due = claimed(); !due.isEmpty(); due = claimed()) {
            due.stream().filter(this::stillMine).forEach(this::deliver);
        }
    }

    /** Its words are kept while the journal of the dead one may still be found; see {@code InterruptedAccountMails}. */
    private void giveUpInterrupted() {
        var given = jdbc.sql("""
                        update tenants.account_mail
                        set state = 'FAILED', last_error = 'INTERRUPTED', sealed = case when journal is not null then sealed end
                        where state = 'HANDING_OVER' and next_try_at <= ?
                        """).param(now()).update();
        if (given > 0) {
            LOG.warn("{} account mails were cut off while being handed over; they are not sent again", given);
        }
    }

    private List<Due> claimed() {
        var claim = UUID.randomUUID();
        return jdbc.sql("""
                        update tenants.account_mail
                        set state = 'CLAIMED', claim = ?, attempts = attempts + 1, next_try_at = ?
                        where id = any(array(select id from tenants.account_mail
                            where state in ('QUEUED', 'CLAIMED') and next_try_at <= ?
                            order by next_try_at limit 20 for update skip locked))
                        returning id, kind, recipient, sealed, attempts
                        """)
                .params(claim, leased(), now())
                .query((row, _) -> new Due(
                        row.getObject("id", UUID.class),
                        claim,
                        AccountMailText.valueOf(row.getString("kind")),
                        row.getString("recipient"),
                        row.getBytes("sealed"),
                        row.getInt("attempts")))
                .list();
    }

    /** Gives it the whole lease from now on. False: its lease ran out, and it is somebody else's now. */
    private boolean stillMine(Due due) {
        return note(due, "CLAIMED", null);
    }

    /** Notes, before the end of the mail is said, that the server may have it. */
    private boolean handingOver(Due due, @Nullable JournalEntry entry) {
        return note(due, "HANDING_OVER", entry);
    }

    private boolean note(Due due, String state, @Nullable JournalEntry entry) {
        return jdbc.sql("""
                                update tenants.account_mail set state = ?, next_try_at = ?, journal = ?, journal_entry = ?
                                where id = ? and claim = ? and state = 'CLAIMED'
                                """)
                        .param(state)
                        .param(leased())
                        .param(entry == null ? null : entry.journal())
                        .param(entry == null ? null : entry.number())
                        .param(due.id)
                        .param(due.claim)
                        .update()
                == 1;
    }

    private void deliver(Due due) {
        Mail mail;
        try {
            mail = mail(due);
        } catch (RuntimeException unreadable) {
            // Sealed by another key, say: tried again, it would hold up all that wait behind it.
            givenUp(due, "cannot be made: " + unreadable.getClass().getSimpleName());
            return;
        }
        switch (handedOver(mail, due)) {
            case Outcome.Accepted _ -> settle(due, "SENT", "", Duration.ZERO);
            case Outcome.Postponed(var _, var why) -> {
                LOG.warn("Account mail {} ({}) was not sent, try {}: {}", due.id, due.text, due.attempts, why);
                if (due.attempts >= MOST_TRIES) {
                    settle(due, "FAILED", why, Duration.ZERO);
                } else {
                    settle(due, "QUEUED", why, pauseAfter(due.attempts));
                }
            }
            case Outcome.Refused(var _, var why) -> givenUp(due, why);
            case Outcome.Unknown(var _, var why) -> givenUp(due, why);
            case Outcome.NotEnded() -> {
                // It is somebody else's by now.
            }
        }
    }

    /** One line for each mail: there are few. */
    private Outcome handedOver(Mail mail, Due due) {
        try (var line = transport.open()) {
            return line.handOver(mail, entry -> handingOver(due, entry));
        } catch (IOException unreachable) {
            return new Outcome.Postponed(String.valueOf(unreachable.getMessage()));
        }
    }

    private Mail mail(Due due) {
        var values = new HashMap<>(json.readValue(secrets.open(AccountMails.PURPOSE, due.sealed), VALUES));
        values.put("base", origins.admin());
        values.put("portal", origins.portal());
        // Those that wait since before their inviter was named.
        values.putIfAbsent("inviter", Invitations.SOMEBODY);
        return new Mail(
                null,
                null,
                due.recipient,
                due.text.subject(values),
                due.text.body(values),
                null,
                "<%s@account.retour>".formatted(due.id));
    }

    private void givenUp(Due due, String why) {
        LOG.warn("Account mail {} ({}) is given up: {}", due.id, due.text, why);
        settle(due, "FAILED", why, Duration.ZERO);
    }

    private void settle(Due due, String state, String error, Duration pause) {
        jdbc.sql("""
                        update tenants.account_mail
                        set state = ?, last_error = nullif(?, ''), next_try_at = ?, claim = null,
                            journal = null, journal_entry = null, sealed = case when ? then sealed end
                        where id = ? and claim = ? and state in ('CLAIMED', 'HANDING_OVER')
                        """)
                .params(
                        state,
                        error,
                        Timestamp.from(clock.instant().plus(pause)),
                        state.equals("QUEUED"),
                        due.id,
                        due.claim)
                .update();
    }

    private static Duration pauseAfter(int attempts) {
        var pause = Duration.ofSeconds(5L << Math.min(attempts, 12));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp leased() {
        return Timestamp.from(clock.instant().plus(LEASE));
    }
}
