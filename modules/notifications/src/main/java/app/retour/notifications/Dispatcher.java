package app.retour.notifications;

import app.retour.mail.MailTransport;
import app.retour.notifications.letters.Links;
import app.retour.notifications.letters.Merchant;
import app.retour.notifications.letters.Merchants;
import app.retour.tenants.tenancy.TenantContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands due messages to the mail server, fairly over merchants. Any number of dispatchers may run at once; a message
 * belongs to the one that claimed it, until its lease runs out. That the server may have it is noted before the end of the
 * mail is said: what stops before that is sent again, and what stops between the two is found by the journal. No transaction is open while the server is talked to.
 */
@Component
class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration PAUSE_WITHOUT_ALLOWANCE = Duration.ofMinutes(1);
    private final Outbox outbox;
    private final MailTransport transport;
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
        this.transport = transport;
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
        var tookSome = false;
        for (var tenant : outbox.tenantsWithDueMail()) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            try {
                tookSome |= TenantContext.callAs(tenant, this::dispatchOne);
            } catch (RuntimeException broken) {
                LOG.warn("Messages of tenant {} could not be dispatched", tenant, broken);
            }
        }
        return tookSome;
    }

    private boolean dispatchOne() {
        var granted = allowance.take(settings.batch());
        if (granted == 0) {
            outbox.hold(allowance.reason(), PAUSE_WITHOUT_ALLOWANCE);
            return false;
        }
        var unused = granted;
        var claim = UUID.randomUUID();
        var merchant = merchants.current();
        var batch = outbox.take(claim, merchant.live(), granted);
        var open = new OpenLine();
        try {
            for (var taken : batch) {
                if (open.isReady()) {
                    if (outbox.stillMine(taken.id(), claim)) {
                        var mail = made(taken, merchant);
                        if (mail.isEmpty()) {
                            tryLater(taken, claim, "The mail could not be made");
                            continue;
                        }
                        var outcome =
                                open.line().handOver(mail.get(), entry -> outbox.handingOver(taken.id(), claim, entry));
                        unused -= switch (outcome) {
                            case MailTransport.Outcome.Postponed _, MailTransport.Outcome.NotEnded _ -> 0;
                            default -> 1;
                        };
                        settle(taken, claim, outcome);
                    }
                } else {
                    tryLater(taken, claim, open.problem());
                }
            }
        } finally {
            open.close();
            allowance.giveBack(unused);
        }
        return !batch.isEmpty() && open.problem().isEmpty();
    }

    private void settle(Outbox.Taken taken, UUID claim, MailTransport.Outcome outcome) {
        switch (outcome) {
            case MailTransport.Outcome.Accepted(var answer) -> outbox.sent(taken.id(), claim, answer);
            case MailTransport.Outcome.Postponed(var answer, var _) -> tryLater(taken, claim, answer);
            case MailTransport.Outcome.Refused(var answer, var _) -> outbox.failed(taken.id(), claim, answer);
            case MailTransport.Outcome.Unknown(var answer, var _) -> outbox.failed(taken.id(), claim, answer);
            case MailTransport.Outcome.NotEnded() -> {
                // It is somebody else's by now, or was taken back.
            }
        }
    }

    private void tryLater(Outbox.Taken taken, UUID claim, String answer) {
        if (taken.attempts() >= settings.maxAttempts()) {
            outbox.failed(taken.id(), claim, "Given up after %d tries. %s".formatted(taken.attempts(), answer));
        } else {
            outbox.again(
                    taken.id(),
                    claim,
                    "Try %d failed. %s".formatted(taken.attempts(), answer),
                    settings.pauseAfter(taken.attempts()));
        }
    }

    /** One that cannot be made does not hold up the others. */
    private Optional<MailTransport.Mail> made(Outbox.Taken taken, Merchant merchant) {
        try {
            return Optional.of(mail(taken, merchant));
        } catch (RuntimeException broken) {
            LOG.warn("Message {} could not be made", taken.id(), broken);
            return Optional.empty();
        }
    }

    private MailTransport.Mail mail(Outbox.Taken taken, Merchant merchant) {
        return new MailTransport.Mail(
                merchant.name(),
                merchant.contact(),
                taken.email(),
                taken.subject(),
                signed(taken.text(), taken.order()),
                signed(taken.html(), taken.order()),
                taken.messageId());
    }

    private String signed(String part, @Nullable UUID order) {
        return order == null ? part : links.signed(part, order);
    }

    /** The line of one batch: opened when first needed, again when it broke, and not again once it could not be. */
    private final class OpenLine {
        private MailTransport.@Nullable Line line;
        private String problem = "";

        boolean isReady() {
            if (problem.isEmpty() && (line == null || !line.isOpen())) {
                close();
                try {
                    line = transport.open();
                } catch (IOException unreachable) {
                    problem = String.valueOf(unreachable.getMessage());
                }
            }
            return problem.isEmpty();
        }

        MailTransport.Line line() {
            return Objects.requireNonNull(line);
        }

        String problem() {
            return problem;
        }

        void close() {
            if (line != null) {
                line.close();
                line = null;
            }
        }
    }
}
