package app.retour.notifications;

import app.retour.kernel.Actor;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Ids;
import app.retour.kernel.LanguageMatch;
import app.retour.kernel.Refusal;
import app.retour.notifications.ledger.Ledger;
import app.retour.notifications.letters.DefaultWords;
import app.retour.notifications.letters.MessageTemplate;
import app.retour.notifications.letters.TemplateText;
import app.retour.notifications.moments.Moment;
import app.retour.tenants.tenancy.SetupStamps;
import app.retour.tenants.tenancy.TenantCache;
import app.retour.tenants.tenancy.TenantContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything a merchant ever saved; the highest version is the one in use. Nothing is changed or removed. */
@Component
class TemplateVersions {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SetupStamps stamps;
    private final TenantCache<List<MessageTemplate>> inUse;

    TemplateVersions(JdbcClient jdbc, Clock clock, SetupStamps stamps) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.stamps = stamps;
        this.inUse = new TenantCache<>(stamps);
    }

    /** In this language exactly; Retour's own text when the merchant has none. */
    MessageTemplate in(Moment moment, Locale locale) {
        var tag = locale.toLanguageTag();
        var saved = inUse(moment).stream().filter(template -> template.locale().equals(tag));
        return saved.findFirst().orElseGet(() -> {
            var words = DefaultWords.of(moment);
            return new MessageTemplate(moment, tag, words.subject(), words.body(), words.buttonLabel(), true, 0, null);
        });
    }

    /**
     * For a reader: the merchant's words in this language, as {@link LanguageMatch} finds it; else in the merchant's own;
     * else Retour's.
     */
    MessageTemplate bestFor(Moment moment, Locale wanted, Locale merchants) {
        var written = writtenIn(moment);
        var best = LanguageMatch.best(written, wanted, merchants).or(() -> LanguageMatch.best(written, merchants));
        return in(moment, best.map(Locale::forLanguageTag).orElse(merchants));
    }

    /** The languages that the merchant's own words are used in. */
    private List<String> writtenIn(Moment moment) {
        return inUse(moment).stream()
                .filter(template -> !template.isDefault())
                .map(MessageTemplate::locale)
                .toList();
    }

    /** The newest of each language. */
    private List<MessageTemplate> inUse(Moment moment) {
        return inUse.get(moment, () -> newest(moment));
    }

    List<MessageTemplateVersion> history(Moment moment, Locale locale) {
        return jdbc.sql("""
                        select number, subject, body, button_label, is_default, saved_at from notifications.template_version
                        where tenant_id = ? and moment = ? and locale = ? order by number desc limit 50
                        """)
                .params(tenant(), moment.name(), locale.toLanguageTag())
                .query((row, _) -> new MessageTemplateVersion(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getTimestamp(6).toInstant()))
                .list();
    }

    /** @throws Refusal STALE when somebody saved meanwhile */
    void add(Moment moment, Locale locale, int edited, TemplateText words, boolean isDefault, Actor by) {
        var current = newest(moment).stream()
                .filter(template -> template.locale().equals(locale.toLanguageTag()))
                .map(MessageTemplate::version)
                .findFirst()
                .orElse(0);
        requireNewest(edited, current);
        var saved = jdbc.sql("""
                                insert into notifications.template_version (tenant_id, id, moment, locale, number, is_default,
                                  subject, body, button_label, saved_at, saved_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict on constraint uq_template_version_number do nothing
                                """)
                .params(
                        tenant(),
                        Ids.next(),
                        moment.name(),
                        locale.toLanguageTag(),
                        edited + 1,
                        isDefault,
                        words.subject(),
                        words.body(),
                        words.buttonLabel(),
                        Ledger.time(clock.instant()),
                        "%s:%s".formatted(by.kind(), by.id()))
                .update();
        if (saved == 0) {
            throw stale(edited + 1);
        }
        stamps.changed();
    }

    /** @throws Refusal STALE */
    static void requireNewest(int edited, int newest) {
        if (edited != newest) {
            throw stale(newest);
        }
    }

    private static Refusal stale(int newest) {
        return new Refusal(
                ErrorCode.STALE,
                "Somebody saved this template meanwhile (version %d); load it again".formatted(newest),
                "version");
    }

    private List<MessageTemplate> newest(Moment moment) {
        return jdbc.sql("""
                        select distinct on (locale) locale, subject, body, button_label, is_default, number, saved_at
                        from notifications.template_version
                        where tenant_id = ? and moment = ? order by locale, number desc
                        """)
                .params(tenant(), moment.name())
                .query((row, _) -> {
                    var isDefault = row.getBoolean(5);
                    var own = DefaultWords.of(moment);
                    return new MessageTemplate(
                            moment,
                            row.getString(1),
                            isDefault ? own.subject() : row.getString(2),
                            isDefault ? own.body() : row.getString(3),
                            isDefault ? own.buttonLabel() : row.getString(4),
                            isDefault,
                            row.getInt(6),
                            row.getTimestamp(7).toInstant());
                })
                .list();
    }

    private static UUID tenant() {
        return TenantContext.current().value();
    }
}
