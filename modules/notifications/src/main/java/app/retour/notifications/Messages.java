package app.retour.notifications;

import app.retour.kernel.Refusal;
import app.retour.notifications.ledger.Draft;
import app.retour.notifications.ledger.Ledger;
import app.retour.notifications.letters.DefaultWords;
import app.retour.notifications.letters.ExampleValues;
import app.retour.notifications.letters.Letter;
import app.retour.notifications.letters.LetterWriter;
import app.retour.notifications.letters.Links;
import app.retour.notifications.letters.LocaleFormat;
import app.retour.notifications.letters.Merchant;
import app.retour.notifications.letters.MessageTemplate;
import app.retour.notifications.letters.MessageValues;
import app.retour.notifications.letters.RenderedMessage;
import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.NotificationAudience;
import app.retour.notifications.moments.NotificationTrigger;
import app.retour.notifications.moments.Recipient;
import app.retour.orders.Orders;
import app.retour.orders.shoppers.Shopper;
import app.retour.orders.shoppers.ShopperId;
import app.retour.returns.Returns;
import app.retour.returns.events.ReturnId;
import app.retour.returns.status.ReturnDecision;
import app.retour.returns.view.EvidenceState;
import app.retour.returns.view.Notice;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts a message together: who reads it, in which words, about what. */
@Component
class Messages {
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private final Returns returns;
    private final Orders orders;
    private final TemplateVersions templates;
    private final LetterWriter writer;
    private final Links links;

    Messages(Returns returns, Orders orders, TemplateVersions templates, LetterWriter writer, Links links) {
        this.returns = returns;
        this.orders = orders;
        this.templates = templates;
        this.writer = writer;
        this.links = links;
    }

    /** A return as it is now, and whose it is. */
    record About(Notice notice, Optional<Shopper> shopper) {}

    /** Empty when it is no longer there. */
    Optional<About> about(UUID returnId) {
        return returns.notice(new ReturnId(returnId)).map(notice -> new About(notice, shopper(notice)));
    }

    Draft draft(NotificationTrigger occasion, Optional<About> about, Merchant merchant) {
        var audience = occasion.moment().audience();
        var nobody = audience == NotificationAudience.TEAM ? Recipient.TEAM : "shopper";
        if (about.isEmpty()) {
            return Draft.impossible(nobody, "Not sent: the return is no longer there");
        }
        var notice = about.get().notice();
        var shopper = about.get().shopper();
        var recipient = audience == NotificationAudience.TEAM
                ? Optional.ofNullable(merchant.teamInbox()).map(Recipient::team)
                : shopper.map(them -> Recipient.shopper(them.id().toString(), them.email()));
        if (recipient.isEmpty()) {
            return Draft.impossible(
                    nobody,
                    audience == NotificationAudience.TEAM
                            ? "Not sent: no team inbox is set"
                            : "Not sent: the order has no e-mail address");
        }
        return new Draft(
                recipient.get().key(),
                recipient.get(),
                pointless(occasion, notice),
                () -> written(occasion, notice, merchant, shopper));
    }

    /** What has become pointless while the event travelled. */
    private static @Nullable String pointless(NotificationTrigger occasion, Notice notice) {
        var decision = notice.subject().decision();
        return switch (occasion.moment()) {
            case REQUEST_RECEIVED ->
                decision == ReturnDecision.IN_REVIEW ? null : "Not sent: it was decided, or evidence asked, at once";
            case REVIEW_WANTED ->
                decision == ReturnDecision.IN_REVIEW ? null : "Not sent: it no longer waits for a person";
            case EVIDENCE_WANTED, EVIDENCE_REMINDER ->
                notice.subject().evidenceRequests().stream()
                                .anyMatch(request -> request.state() == EvidenceState.WANTED
                                        && request.requestId()
                                                .value()
                                                .equals(occasion.subject().id()))
                        ? null
                        : "Not sent: it is no longer wanted";
            case APPROVED, PARTLY_APPROVED ->
                decision == ReturnDecision.CANCELED || decision == ReturnDecision.EXPIRED
                        ? Ledger.overtaken(Moment.CANCELED)
                        : null;
            default -> null;
        };
    }

    private RenderedMessage written(
            NotificationTrigger occasion, Notice notice, Merchant merchant, Optional<Shopper> shopper) {
        var template = templates.bestFor(occasion.moment(), language(occasion, merchant, shopper), merchant.locale());
        try {
            return write(template, occasion, notice, merchant, shopper);
        } catch (Refusal broken) {
            if (template.isDefault()) {
                throw broken;
            }
            LOG.warn(
                    "Version {} of a template for {} cannot be filled for {}; Retour's own words are sent",
                    template.version(),
                    occasion.moment(),
                    occasion.rmaNumber());
            var own = DefaultWords.of(occasion.moment());
            var ours = new MessageTemplate(
                    occasion.moment(), "en", own.subject(), own.body(), own.buttonLabel(), true, 0, null);
            return write(ours, occasion, notice, merchant, shopper);
        }
    }

    private RenderedMessage write(
            MessageTemplate template,
            NotificationTrigger occasion,
            Notice notice,
            Merchant merchant,
            Optional<Shopper> shopper) {
        var tongue = LocaleFormat.of(template, merchant);
        var values = MessageValues.of(
                notice,
                occasion.subject().id(),
                merchant,
                shopper.map(Shopper::name).orElse(null),
                tongue);
        var letter = writer.write(
                template.words(), merchant.letterhead(), values, tongue, link(occasion.moment(), notice, merchant));
        return new RenderedMessage(
                letter,
                tongue.locale(),
                template.isDefault() ? 0 : template.version(),
                occasion.moment().audience() == NotificationAudience.SHOPPER
                        ? notice.subject().orderId()
                        : null);
    }

    private static Locale language(NotificationTrigger occasion, Merchant merchant, Optional<Shopper> shopper) {
        return occasion.moment().audience() == NotificationAudience.TEAM
                ? merchant.locale()
                : shopper.map(Shopper::locale).map(Locale::forLanguageTag).orElse(merchant.locale());
    }

    /** A template, saved or not, as it would read on a real return: all is read, and the letter is yet to be written. */
    Supplier<Letter> preview(MessageTemplate template, Notice notice, Merchant merchant) {
        var tongue = LocaleFormat.of(template, merchant);
        var values = MessageValues.of(
                notice,
                (UUID) null,
                merchant,
                shopper(notice).map(Shopper::name).orElse(null),
                tongue);
        var link = link(template.moment(), notice, merchant);
        return () -> writer.write(template.words(), merchant.letterhead(), values, tongue, link);
    }

    /** A template on the invented return, where whatever it names must exist; yet to be written. */
    Supplier<Letter> example(MessageTemplate template, Merchant merchant) {
        var example = UUID.fromString("00000000-0000-7000-8000-000000001042");
        var tongue = LocaleFormat.of(template, merchant);
        var values = ExampleValues.of(merchant, tongue);
        var link = links.to(template.moment().audience(), merchant, example);
        return () -> writer.tryOut(template.words(), merchant.letterhead(), values, tongue, link);
    }

    private String link(Moment moment, Notice notice, Merchant merchant) {
        return links.to(moment.audience(), merchant, notice.subject().returnId().value());
    }

    private Optional<Shopper> shopper(Notice notice) {
        return Optional.ofNullable(notice.subject().shopperId())
                .flatMap(id -> orders.shopper(new ShopperId(id)))
                .filter(shopper -> !shopper.email().isBlank());
    }
}
