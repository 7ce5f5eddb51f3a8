package app.retour.notifications;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.Refusal;
import app.retour.notifications.ledger.Ledger;
import app.retour.notifications.ledger.LedgerRows;
import app.retour.notifications.ledger.Notification;
import app.retour.notifications.letters.DefaultWords;
import app.retour.notifications.letters.ExampleValues;
import app.retour.notifications.letters.Letter;
import app.retour.notifications.letters.LocaleFormat;
import app.retour.notifications.letters.Merchants;
import app.retour.notifications.letters.MessagePreview;
import app.retour.notifications.letters.MessageTemplate;
import app.retour.notifications.letters.MessageVariable;
import app.retour.notifications.letters.RenderedMessage;
import app.retour.notifications.letters.TemplateText;
import app.retour.notifications.moments.Moment;
import app.retour.notifications.moments.MomentSwitches;
import app.retour.notifications.moments.NotificationTrigger;
import app.retour.notifications.moments.NotificationTrigger.Subject;
import app.retour.notifications.moments.Recipient;
import app.retour.returns.Returns;
import app.retour.returns.events.ReturnId;
import app.retour.returns.view.Notice;
import app.retour.tenants.audit.Audit;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The merchant's words: what each moment says, tried before it is saved, and whether it is told at all. Somebody's template
 * takes as long as it takes: what it needs is read first, and while it is filled no transaction holds a connection.
 */
@Service
public class MessageTemplates {
    private final TemplateVersions versions;
    private final MomentSwitches switches;
    private final Messages messages;
    private final Merchants merchants;
    private final Returns returns;
    private final Ledger ledger;
    private final LedgerRows rows;
    private final DispatcherWakeUp nudge;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    MessageTemplates(
            TemplateVersions versions,
            MomentSwitches switches,
            Messages messages,
            Merchants merchants,
            Returns returns,
            Ledger ledger,
            LedgerRows rows,
            DispatcherWakeUp nudge,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.versions = versions;
        this.switches = switches;
        this.messages = messages;
        this.merchants = merchants;
        this.returns = returns;
        this.ledger = ledger;
        this.rows = rows;
        this.nudge = nudge;
        this.audit = audit;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Every moment, in the order of a return's life. */
    @Transactional(readOnly = true)
    public List<MomentSetting> moments() {
        var locale = merchants.current().locale();
        var off = switches.off();
        return Arrays.stream(Moment.values())
                .map(moment -> new MomentSetting(moment, !off.contains(moment), versions.in(moment, locale)))
                .toList();
    }

    /** @param locale null for the merchant's own */
    @Transactional(readOnly = true)
    public MessageTemplate template(Moment moment, @Nullable Locale locale) {
        return versions.in(moment, locale == null ? merchants.current().locale() : locale);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<MessageTemplateVersion> history(MessageTemplate template) {
        return versions.history(template.moment(), Locale.forLanguageTag(template.locale()));
    }

    /** Everything that may stand in it, as an example in its language. */
    @Transactional(readOnly = true)
    public List<MessageVariable> variables(MessageTemplate template) {
        var merchant = merchants.current();
        return MessageVariable.of(template.moment(), ExampleValues.of(merchant, LocaleFormat.of(template, merchant)));
    }

    /** @throws Refusal STALE; INVALID or TOO_LARGE naming field, line and column */
    public MessageTemplate save(TemplateDraft draft, int edited, Actor by) {
        var read = read(() -> {
            var saved = template(draft.moment(), draft.locale());
            TemplateVersions.requireNewest(edited, saved.version());
            var tried = draft.over(saved);
            return new Unsaved(tried, messages.example(tried, merchants.current()));
        });
        var _ = read.letter().get();
        return Objects.requireNonNull(
                writing.execute(_ -> add(read.tried(), edited, read.tried().words(), false, by)));
    }

    private record Unsaved(MessageTemplate tried, Supplier<Letter> letter) {}

    /** @throws Refusal STALE */
    @Transactional
    public MessageTemplate revert(Moment moment, @Nullable Locale locale, int edited, Actor by) {
        return add(template(moment, locale), edited, DefaultWords.of(moment), true, by);
    }

    private MessageTemplate add(MessageTemplate saved, int edited, TemplateText words, boolean isDefault, Actor by) {
        var locale = Locale.forLanguageTag(saved.locale());
        versions.add(saved.moment(), locale, edited, words, isDefault, by);
        audit.record(
                isDefault ? "template.reverted" : "template.saved",
                "MessageTemplate",
                "%s/%s".formatted(saved.moment(), saved.locale()),
                Map.of("version", edited + 1));
        return versions.in(saved.moment(), locale);
    }

    /** @throws Refusal INVALID, TOO_LARGE; NOT_FOUND for a return that is not there */
    public MessagePreview preview(TemplateDraft draft, @Nullable UUID returnId) {
        return MessagePreview.of(read(() -> unwritten(draft, returnId)).get());
    }

    /** For {@link #sendTest}, before its transaction. What cannot be written is refused there, and not where it was sent. */
    public TestMessage test(TemplateDraft draft, @Nullable UUID returnId) {
        try {
            var letter = read(() -> unwritten(draft, returnId)).get();
            return new TestMessage(draft, returnId, () -> letter);
        } catch (Refusal refused) {
            return new TestMessage(draft, returnId, () -> {
                throw refused;
            });
        }
    }

    /**
     * Sends it to a member of staff.
     *
     * @throws Refusal as {@link #preview}
     */
    @Transactional
    public Notification sendTest(TestMessage message, UUID person, String email) {
        var letter = message.letter();
        var draft = message.draft();
        var returnId = message.returnId();
        var template = draft.over(template(draft.moment(), draft.locale()));
        var test = new Letter("[Test] " + letter.subject(), letter.text(), letter.html());
        var occasion = new NotificationTrigger(
                draft.moment(),
                new Subject("TEST", Ids.next()),
                returnId,
                returnId == null ? null : notice(returnId).subject().rmaNumber(),
                0,
                clock.instant());
        var id = ledger.queue(
                occasion,
                Recipient.staff(person.toString(), email),
                new RenderedMessage(
                        test, LocaleFormat.of(template, merchants.current()).locale(), template.version(), null),
                "A test, asked for by a member of staff");
        nudge.afterCommit();
        return rows.find(id.value()).orElseThrow();
    }

    /** Takes effect for what happens from now on. */
    @Transactional
    public MomentSetting switchMoment(Moment moment, boolean enabled) {
        switches.set(moment, enabled);
        audit.record("moment.switched", "Moment", moment.name(), Map.of("enabled", enabled));
        return new MomentSetting(moment, enabled, template(moment, null));
    }

    /** On the invented return, where whatever it names must exist, and then on the real one. */
    private Supplier<Letter> unwritten(TemplateDraft draft, @Nullable UUID returnId) {
        var merchant = merchants.current();
        var template = draft.over(template(draft.moment(), draft.locale()));
        var example = messages.example(template, merchant);
        if (returnId == null) {
            return example;
        }
        var real = messages.preview(template, notice(returnId), merchant);
        return () -> {
            var _ = example.get();
            return real.get();
        };
    }

    private <T> T read(Supplier<T> what) {
        return Objects.requireNonNull(reading.execute(_ -> what.get()));
    }

    private Notice notice(UUID returnId) {
        return returns.notice(new ReturnId(returnId))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such return", "returnId"));
    }
}
