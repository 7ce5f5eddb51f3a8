package app.retour.notifications;

import app.retour.mail.MailTransport;
import app.retour.mail.MailTransport.Mail;
import app.retour.mail.queue.Delivery;
import app.retour.mail.queue.Taken;
import app.retour.notifications.letters.Links;
import app.retour.notifications.letters.Merchant;
import app.retour.notifications.letters.Merchants;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands due messages to the mail server, fairly over merchants. Any number of dispatchers may run at once; a message
 * belongs to the one that claimed it, until its lease runs out. What stops before the server may have it is sent again, and
 * what stops right then is found by the journal: see {@link Delivery}.
 */
@Component
class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration PAUSE_WITHOUT_ALLOWANCE = Duration.ofMinutes(1);
    private final Outbox outbox;
    private final Delivery delivery;
    private final Merchants merchants;
    private final Links links;
    private final NotificationSettings settings;
    private final MailAllowance allowance;

    Dispatcher(
            Outbox outbox,
            MailTransport transport,
            Merchants merchants,
            Links links,
            NotificationSettings settings,
            MailAllowance allowance) {
        this.outbox = outbox;
        this.delivery = new Delivery(transport, outbox.queue(), settings.retries());
        this.merchants = merchants;
        this.links = links;
        this.settings = settings;
        this.allowance = allowance;
    }

    /**
     * One batch for each merchant with due mail.
     *
     * @param goOn asked before each batch
     * @return whether there may be more to do at once
     */
    boolean dispatch(BooleanSupplier goOn) {
        allowance.giveBackSpare();
        var tookSome = false;
        for (var waiting : outbox.waiting()) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            try {
                tookSome |= TenantContext.callAs(waiting.tenant(), () -> dispatchOne(waiting.hasRunOut()));
            } catch (RuntimeException broken) {
                LOG.warn("Messages of tenant {} could not be dispatched", waiting.tenant(), broken);
            }
        }
        return tookSome;
    }

    /** Closes the line to the mail server unless it was needed within that time. */
    void hangUp(Duration idleFor) {
        delivery.hangUp(idleFor);
    }

    private boolean dispatchOne(boolean hasRunOut) {
        if (hasRunOut) {
            outbox.endLeases();
        }
        var granted = allowance.take(settings.batch());
        if (granted == 0) {
            outbox.hold(allowance.reason(), PAUSE_WITHOUT_ALLOWANCE);
            return false;
        }
        var unused = granted;
        try {
            var claim = UUID.randomUUID();
            var merchant = merchants.current();
            var messages = outbox.take(claim, merchant.live(), granted);
            var signing = links.signing(messages.stream()
                    .map(Outbox.Message::order)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
            var batch = messages.stream()
                    .map(message -> new Taken(message.id(), message.attempts(), () -> mail(message, merchant, signing)))
                    .toList();
            var delivered = delivery.deliver(claim, batch);
            unused -= delivered.told();
            return !batch.isEmpty() && delivered.isReachable();
        } finally {
            allowance.keep(unused);
        }
    }

    private Mail mail(Outbox.Message message, Merchant merchant, Links.Signing signing) {
        return new Mail(
                merchant.name(),
                merchant.contact(),
                message.email(),
                message.subject(),
                signing.signed(message.text(), message.order()),
                signing.signed(message.html(), message.order()),
                message.messageId());
    }
}
