package app.retour.tenants;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the mails that wait. A row is claimed by moving its next try, in one statement; then it is sent outside any
 * transaction; a replica that dies between leaves it to be tried again.
 */
@Component
class AccountMailDispatch implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(AccountMailDispatch.class);
    private static final int MOST_TRIES = 12;
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final JsonMapper json;
    private final Clock clock;
    private final ObjectProvider<JavaMailSender> mail;
    private final String publicUrl;
    private final String sender;

    AccountMailDispatch(
            JdbcClient jdbc,
            Secrets secrets,
            JsonMapper json,
            Clock clock,
            ObjectProvider<JavaMailSender> mail,
            @Value("${retour.public-url:http://localhost:8080}") String publicUrl,
            @Value("${retour.mail.from:Retour <no-reply@retour.localhost>}") String sender) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
        this.mail = mail;
        this.publicUrl = publicUrl;
        this.sender = sender;
    }

    private record Due(UUID id, AccountMailText text, String recipient, byte[] sealed, int attempts) {}

    @Override
    public String name() {
        return "tenants-account-mails";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        var transport = mail.getIfAvailable();
        if (transport == null) {
            return;
        }
        for (var due = claimed(); !due.isEmpty(); due = claimed()) {
            due.forEach(one -> deliver(one, transport));
        }
    }

    private List<Due> claimed() {
        var now = clock.instant();
        return jdbc.sql("""
                        update tenants.account_mail set attempts = attempts + 1, next_try_at = ?
                        where id in (select id from tenants.account_mail where state = 'QUEUED' and next_try_at <= ?
                            order by next_try_at limit 20 for update skip locked)
                        returning id, kind, recipient, sealed, attempts
                        """)
                .params(Timestamp.from(now.plus(CLAIM)), Timestamp.from(now))
                .query((row, _) -> new Due(
                        row.getObject("id", UUID.class),
                        AccountMailText.valueOf(row.getString("kind")),
                        row.getString("recipient"),
                        row.getBytes("sealed"),
                        row.getInt("attempts")))
                .list();
    }

    private void deliver(Due due, JavaMailSender transport) {
        try {
            var values = new HashMap<>(json.readValue(secrets.open(AccountMails.PURPOSE, due.sealed), VALUES));
            values.put("base", publicUrl);
            transport.send(message -> {
                var mime = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
                mime.setFrom(sender);
                mime.setTo(due.recipient);
                mime.setSubject(due.text.subject(values));
                mime.setText(due.text.body(values));
                message.setHeader("Auto-Submitted", "auto-generated");
            });
            jdbc.sql("update tenants.account_mail set state = 'SENT', sealed = null, last_error = null where id = ?")
                    .param(due.id)
                    .update();
        } catch (MailException | IllegalStateException failure) {
            failed(due, failure);
        }
    }

    private void failed(Due due, RuntimeException failure) {
        var last = due.attempts >= MOST_TRIES;
        var pause = Duration.ofSeconds(5L << Math.min(due.attempts, 12));
        LOG.warn(
                "Account mail {} ({}) was not sent, try {}: {}",
                due.id,
                due.text,
                due.attempts,
                failure.getClass().getSimpleName());
        jdbc.sql("update tenants.account_mail set state = ?, next_try_at = ?, last_error = ? where id = ?")
                .params(
                        last ? "FAILED" : "QUEUED",
                        Timestamp.from(
                                clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)),
                        failure.getClass().getSimpleName(),
                        due.id)
                .update();
    }
}
