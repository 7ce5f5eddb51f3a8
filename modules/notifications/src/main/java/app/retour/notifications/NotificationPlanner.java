package app.retour.notifications;

import app.retour.kernel.Refusal;
import app.retour.notifications.ledger.History;
import app.retour.notifications.ledger.Ledger;
import app.retour.notifications.letters.Merchant;
import app.retour.notifications.letters.Merchants;
import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.MomentSwitches;
import app.retour.notifications.moments.NotificationAudience;
import app.retour.notifications.moments.NotificationTrigger;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides for an occasion whether it is told, writes the message, and puts it in the ledger; hearing twice changes nothing. */
@Component
class NotificationPlanner {
    static final String NOT_LIVE = "Not sent: the shop is not live, and before that no mail leaves to a shopper";
    static final String TOO_OLD = "Not sent: it happened too long ago to be news";
    static final String HISTORY = "Not sent: it is history, brought in after it had happened";
    private static final Logger LOG = LoggerFactory.getLogger(NotificationPlanner.class);
    private final Ledger ledger;
    private final MomentSwitches switches;
    private final History history;
    private final Messages messages;
    private final Merchants merchants;
    private final Clock clock;
    private final NotificationSettings settings;
    private final DispatcherWakeUp nudge;

    NotificationPlanner(
            Ledger ledger,
            MomentSwitches switches,
            History history,
            Messages messages,
            Merchants merchants,
            Clock clock,
            NotificationSettings settings,
            DispatcherWakeUp nudge) {
        this.ledger = ledger;
        this.switches = switches;
        this.history = history;
        this.messages = messages;
        this.merchants = merchants;
        this.clock = clock;
        this.settings = settings;
        this.nudge = nudge;
    }

    /** In the listener's transaction, as its tenant. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(NotificationTrigger occasion) {
        ledger.hold(Objects.requireNonNull(occasion.returnId()));
        var merchant = merchants.current();
        var draft = messages.draft(occasion, merchant);
        if (ledger.knows(occasion, draft.recipientKey())) {
            return;
        }
        var obstacle = obstacle(occasion, merchant).or(draft::obstacle);
        if (obstacle.isPresent()) {
            ledger.skip(occasion, draft, obstacle.get());
        } else {
            var recipient = draft.recipient().orElseThrow();
            try {
                ledger.queue(occasion, recipient, draft.write(), "Waits for its turn");
                nudge.afterCommit();
            } catch (Refusal unfit) {
                LOG.warn("A message of {} could not be written: {}", occasion.rmaNumber(), unfit.getMessage());
                ledger.skip(occasion, draft, "Not sent: it could not be written. " + unfit.getMessage());
            }
        }
        var pointless = EnumSet.allOf(Moment.class);
        pointless.removeIf(moment -> !moment.overtakenBy().contains(occasion.moment()));
        ledger.overtake(occasion, pointless);
    }

    private Optional<String> obstacle(NotificationTrigger occasion, Merchant merchant) {
        var moment = occasion.moment();
        if (history.holds(occasion.happenedAt())) {
            return Optional.of(HISTORY);
        }
        var overtaking = ledger.overtaking(occasion, moment.overtakenBy());
        if (overtaking.isPresent()) {
            return overtaking.map(Ledger::overtaken);
        }
        if (occasion.happenedAt().isBefore(clock.instant().minus(settings.tooOld()))) {
            return Optional.of(TOO_OLD);
        }
        if (!switches.isOn(moment)) {
            return Optional.of("Not sent: this moment is switched off");
        }
        if (moment.audience() == NotificationAudience.SHOPPER && !merchant.live()) {
            return Optional.of(NOT_LIVE);
        }
        return Optional.empty();
    }
}
