package app.retour.notifications;

import app.retour.kernel.Refusal;
import app.retour.notifications.ledger.Conversation;
import app.retour.notifications.ledger.Draft;
import app.retour.notifications.ledger.History;
import app.retour.notifications.ledger.Ledger;
import app.retour.notifications.letters.Merchant;
import app.retour.notifications.letters.Merchants;
import app.retour.notifications.letters.RenderedMessage;
import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.MomentSwitches;
import app.retour.notifications.moments.NotificationAudience;
import app.retour.notifications.moments.NotificationTrigger;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides of what happened to a return whether it is told, writes the message, and puts it in the ledger; hearing twice changes nothing. */
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

    /**
     * In the transaction in which it happened, at its end: what a return became is what is told of it.
     *
     * @param happened of one return, in their order
     * @param isNew whether the return began in this transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID returnId, List<NotificationTrigger> happened, boolean isNew) {
        var merchant = merchants.current();
        var subject = messages.about(returnId);
        var conversation = isNew ? ledger.begin(returnId) : ledger.open(returnId);
        for (var occasion : happened) {
            tell(occasion, conversation, merchant, messages.draft(occasion, subject, merchant));
        }
    }

    private void tell(NotificationTrigger occasion, Conversation conversation, Merchant merchant, Draft draft) {
        if (conversation.knows(occasion, draft.recipientKey())) {
            return;
        }
        var obstacle = obstacle(occasion, conversation, merchant).or(draft::obstacle);
        if (obstacle.isPresent()) {
            ledger.skip(conversation, occasion, draft, obstacle.get());
        } else {
            queue(occasion, conversation, draft);
        }
        var pointless = EnumSet.allOf(Moment.class);
        pointless.removeIf(moment -> !moment.overtakenBy().contains(occasion.moment()));
        ledger.overtake(conversation, occasion, pointless);
    }

    /** Whatever is wrong with a message, the return that it is about goes on. */
    private void queue(NotificationTrigger occasion, Conversation conversation, Draft draft) {
        RenderedMessage written;
        try {
            written = draft.write();
        } catch (Refusal unfit) {
            LOG.warn("A message of {} could not be written: {}", occasion.rmaNumber(), unfit.getMessage());
            ledger.skip(conversation, occasion, draft, "Not sent: it could not be written. " + unfit.getMessage());
            return;
        } catch (RuntimeException fault) {
            LOG.error("A message of {} could not be written", occasion.rmaNumber(), fault);
            ledger.skip(conversation, occasion, draft, "Not sent: it could not be written, which is our fault");
            return;
        }
        ledger.queue(conversation, occasion, draft.recipient().orElseThrow(), written);
        nudge.afterCommit();
    }

    private Optional<String> obstacle(NotificationTrigger occasion, Conversation conversation, Merchant merchant) {
        var moment = occasion.moment();
        if (history.holds(occasion.happenedAt())) {
            return Optional.of(HISTORY);
        }
        var overtaking = conversation.overtaking(occasion, moment.overtakenBy());
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
