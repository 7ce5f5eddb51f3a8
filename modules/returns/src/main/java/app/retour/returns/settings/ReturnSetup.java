package app.retour.returns.settings;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Phrase;
import app.retour.kernel.Refusal;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.TenantContext;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a merchant sets up for returns: reasons and settings. Both have working defaults from the first use. */
@Service
@Transactional
public class ReturnSetup {
    private static final int LONGEST_TEXT = 120;
    private final Reasons reasons;
    private final SettingsPages pages;
    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final OncePerTransaction<List<Reason>> known = new OncePerTransaction<>(this::knownNow);
    private final OncePerTransaction<SettingsPage> page = new OncePerTransaction<>(this::pageNow);

    ReturnSetup(Reasons reasons, SettingsPages pages, Tenants tenants, JdbcClient jdbc) {
        this.reasons = reasons;
        this.pages = pages;
        this.tenants = tenants;
        this.jdbc = jdbc;
    }

    /** In the merchant's order. */
    public List<ReturnReason> reasons(boolean includeArchived) {
        return known.get().stream()
                .map(Reason::snapshot)
                .filter(reason -> includeArchived || !reason.archived())
                .toList();
    }

    /** @throws Refusal INVALID for a code that this merchant does not use (any more) */
    public ReturnReason reasonInUse(String code, String... field) {
        return reasons(false).stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.INVALID,
                        "There is no reason “%s”; ask for the reasons first".formatted(code),
                        field));
    }

    public ReturnReason createReason(
            String code, ReasonGroup group, Map<String, String> texts, @Nullable Integer position) {
        if (!code.matches("[a-z][a-z0-9_]{1,39}")) {
            throw new Refusal(ErrorCode.INVALID, "A code is 2 to 40 small letters, digits and underscores", "code");
        }
        var known = this.known.get();
        if (known.stream().anyMatch(reason -> reason.snapshot().code().equals(code))) {
            throw new Refusal(ErrorCode.TAKEN, "There is a reason “%s” already".formatted(code), "code");
        }
        var last = known.stream()
                .map(reason -> reason.snapshot().position())
                .max(Comparator.naturalOrder())
                .orElse(0);
        this.known.forget();
        return reasons.saveAndFlush(new Reason(code, group, position == null ? last + 1 : position, checked(texts)))
                .snapshot();
    }

    public ReturnReason updateReason(
            ReasonId id, @Nullable ReasonGroup group, @Nullable Map<String, String> texts, @Nullable Integer position) {
        var reason = reason(id);
        var now = reason.snapshot();
        if (texts != null) {
            reason.say(checked(texts));
        }
        known.forget();
        reason.file(group == null ? now.group() : group, position == null ? now.position() : position);
        return reasons.saveAndFlush(reason).snapshot();
    }

    public ReturnReason archiveReason(ReasonId id, boolean archived) {
        var reason = reason(id);
        reason.archive(archived);
        known.forget();
        if (archived && known.get().stream().allMatch(one -> one.snapshot().archived())) {
            throw new Refusal(ErrorCode.WRONG_STATE, "Shoppers need at least one reason", "reasonId");
        }
        return reasons.saveAndFlush(reason).snapshot();
    }

    private Reason reason(ReasonId id) {
        return reasons.findById(id.value())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no such reason", "reasonId"));
    }

    private Phrase checked(Map<String, String> texts) {
        if (texts.isEmpty()) {
            throw new Refusal(ErrorCode.REQUIRED, "Give the text in at least one language", "texts");
        }
        var told = new LinkedHashMap<String, String>();
        texts.forEach((locale, text) -> {
            var at = String.valueOf(told.size());
            var tag = Phrase.tag(locale)
                    .orElseThrow(() -> new Refusal(
                            ErrorCode.INVALID,
                            "“%s” is no language tag; give one like de or pt-BR".formatted(locale),
                            "texts",
                            at,
                            "locale"));
            if (text.isBlank() || text.length() > LONGEST_TEXT) {
                throw new Refusal(
                        ErrorCode.INVALID,
                        "A text has 1 to %d characters".formatted(LONGEST_TEXT),
                        "texts",
                        at,
                        "text");
            }
            if (told.put(tag, text) != null) {
                throw new Refusal(
                        ErrorCode.TAKEN,
                        "There is another text in this language (%s)".formatted(tag),
                        "texts",
                        at,
                        "locale");
            }
        });
        return Phrase.of(
                told, Phrase.lastResort(told.keySet(), tenants.current().locale()));
    }

    private List<Reason> knownNow() {
        var known = reasons.inOrder();
        if (known.isEmpty()) {
            holdSetup();
            known = reasons.inOrder();
        }
        return known.isEmpty() ? reasons.saveAllAndFlush(DefaultReasons.all()) : known;
    }

    /** In which the merchant sets amounts. */
    public Currency shopCurrency() {
        return tenants.current().currency();
    }

    public ReturnSettings settings() {
        return page.get().snapshot(shopCurrency());
    }

    /** @throws Refusal STALE when they were changed since; INVALID for what cannot be */
    public ReturnSettings change(ReturnSettingsChange change) {
        var page = this.page.get();
        requireSeen(change.version(), page);
        page.change(change, shopCurrency());
        return pages.saveAndFlush(page).snapshot(shopCurrency());
    }

    public ApprovalCaps caps() {
        return page.get().caps();
    }

    /** @throws Refusal STALE when the settings were changed since; INVALID naming the field */
    public ReturnSettings cap(long version, ApprovalCaps wanted) {
        var page = this.page.get();
        requireSeen(version, page);
        page.cap(wanted.checked(shopCurrency()));
        return pages.saveAndFlush(page).snapshot(shopCurrency());
    }

    private static void requireSeen(long version, SettingsPage page) {
        if (page.version() != version) {
            throw new Refusal(ErrorCode.STALE, "The settings were changed meanwhile; look at them again", "version");
        }
    }

    private SettingsPage pageNow() {
        return pages.page().orElseGet(() -> {
            holdSetup();
            return pages.page().orElseGet(() -> pages.saveAndFlush(SettingsPage.withDefaults()));
        });
    }

    /** Two first uses at once make the defaults once. */
    private void holdSetup() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("returns.setup " + TenantContext.current())
                .query(row -> {});
    }
}
