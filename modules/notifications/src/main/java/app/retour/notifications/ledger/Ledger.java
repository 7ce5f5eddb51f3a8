package app.retour.notifications.ledger;

import static app.retour.notifications.ledger.NotificationState.QUEUED;
import static app.retour.notifications.ledger.NotificationState.SKIPPED;

import app.retour.kernel.Ids;
import app.retour.mail.SenderAddress;
import app.retour.notifications.letters.RenderedMessage;
import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.NotificationAudience;
import app.retour.notifications.moments.NotificationTrigger;
import app.retour.notifications.moments.Recipient;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was, will be or will not be told: at most one row per moment, subject, recipient and channel. */
@Component
public class Ledger {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SenderAddress sender;

    Ledger(JdbcClient jdbc, Clock clock, SenderAddress sender) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sender = sender;
    }

    /** Until commit, nobody else records a message of this return. */
    public void hold(UUID returnId) {
        jdbc.sql("""
                        insert into notifications.conversation (tenant_id, return_id) values (?, ?)
                        on conflict (tenant_id, return_id) do update set return_id = excluded.return_id
                        """).params(tenant(), returnId).update();
    }

    /** Of a return that begins in this transaction nothing is recorded. */
    public Conversation begin(UUID returnId) {
        hold(returnId);
        return new Conversation(List.of());
    }

    /** What is recorded of a return, held until commit. */
    public Conversation open(UUID returnId) {
        hold(returnId);
        return recorded(returnId);
    }

    /** The same, only to look at. */
    public Conversation recorded(UUID returnId) {
        return new Conversation(jdbc.sql("""
                        select moment, subject_kind, subject_id, recipient_key, sequence, state in ('SENT', 'SKIPPED') as is_over
                        from notifications.notification where tenant_id = ? and return_id = ?
                        """)
                .params(tenant(), returnId)
                .query((row, _) -> new Conversation.Told(
                        Moment.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getLong(5),
                        row.getBoolean(6)))
                .list());
    }

    /** Takes back what has not left yet and became pointless by this occasion. */
    public void overtake(Conversation conversation, NotificationTrigger occasion, Collection<Moment> pointless) {
        if (!conversation.isAwaited(occasion, pointless)) {
            return;
        }
        jdbc.sql("""
                        update notifications.notification
                        set state = 'SKIPPED', reason = :reason, next_attempt_at = null, lease_until = null, claim = null
                        where tenant_id = :tenant and return_id = :return and sequence < :sequence and moment in (:moments)
                          and state in ('QUEUED', 'CLAIMED')
                          and (subject_kind <> 'SHIPMENT' or :kind <> 'SHIPMENT' or subject_id = :subject)
                        """)
                .param("reason", overtaken(occasion.moment()))
                .param("tenant", tenant())
                .param("return", occasion.returnId())
                .param("sequence", occasion.sequence())
                .param("moments", names(pointless))
                .param("kind", occasion.subject().kind())
                .param("subject", occasion.subject().id())
                .update();
    }

    /** Takes back what has not left yet about one subject. */
    public void withdraw(Moment moment, UUID subject, String reason) {
        jdbc.sql("""
                        update notifications.notification
                        set state = 'SKIPPED', reason = ?, next_attempt_at = null, lease_until = null, claim = null
                        where tenant_id = ? and moment = ? and subject_id = ? and state in ('QUEUED', 'CLAIMED')
                        """).params(reason, tenant(), moment.name(), subject).update();
    }

    /** To be handed to the mail server. */
    public void queue(
            Conversation conversation, NotificationTrigger occasion, Recipient recipient, RenderedMessage written) {
        queue(occasion, recipient, written, "Waits for its turn");
        conversation.add(occasion, recipient.key(), QUEUED);
    }

    public NotificationId queue(
            NotificationTrigger occasion, Recipient recipient, RenderedMessage written, String reason) {
        return write(occasion, recipient.audience(), recipient.key(), QUEUED, reason, recipient.email(), written);
    }

    /** Whom it would have reached is kept, so that people can see whose message stayed away. */
    public void skip(Conversation conversation, NotificationTrigger occasion, Draft draft, String reason) {
        var email = draft.recipient().map(Recipient::email).orElse(null);
        write(occasion, occasion.moment().audience(), draft.recipientKey(), SKIPPED, reason, email, null);
        conversation.add(occasion, draft.recipientKey(), SKIPPED);
    }

    private NotificationId write(
            NotificationTrigger occasion,
            NotificationAudience audience,
            String recipientKey,
            NotificationState state,
            String reason,
            @Nullable String email,
            @Nullable RenderedMessage written) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into notifications.notification (tenant_id, id, moment, subject_kind, subject_id, audience,
                          recipient_key, channel, return_id, rma_number, sequence, state, reason, recipient_email,
                          message_locale, template_version, order_id, subject_line, text_part, html_part, message_id, happened_at,
                          created_at, next_attempt_at)
                        values (:tenant, :id, :moment, :kind, :subject, :audience, :key, 'EMAIL', :return, :rma, :sequence,
                          :state, :reason, :email, :locale, :version, :order, :line, :text, :html, :messageId, :happened, :created,
                          case when :state = 'QUEUED' then now() end)
                        on conflict on constraint uq_notification_key do nothing
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("moment", occasion.moment().name())
                .param("kind", occasion.subject().kind())
                .param("subject", occasion.subject().id())
                .param("audience", audience.name())
                .param("key", recipientKey)
                .param("return", occasion.returnId())
                .param("rma", occasion.rmaNumber())
                .param("sequence", occasion.sequence())
                .param("state", state.name())
                .param("reason", reason)
                .param("email", email)
                .param("locale", written == null ? null : written.locale().toLanguageTag())
                .param("version", written == null ? null : written.templateVersion())
                .param("order", written == null ? null : written.order())
                .param("line", written == null ? null : written.letter().subject())
                .param("text", written == null ? null : written.letter().text())
                .param("html", written == null ? null : written.letter().html())
                .param("messageId", sender.messageId(id))
                .param("happened", time(occasion.happenedAt()))
                .param("created", time(clock.instant()))
                .update();
        return new NotificationId(id);
    }

    public static String overtaken(Moment by) {
        return "Not sent: overtaken by \"%s\"".formatted(by.title());
    }

    public static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Collection<String> names(Collection<Moment> moments) {
        return moments.stream().map(Moment::name).toList();
    }

    private static UUID tenant() {
        return TenantContext.current().value();
    }
}
