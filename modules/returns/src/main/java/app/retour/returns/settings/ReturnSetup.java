package app.retour.returns.settings;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Phrase;
import app.retour.kernel.Refusal;
import app.retour.rules.vocabulary.ReasonGroup;
import app.retour.tenants.Tenants;
import app.retour.tenants.tenancy.SetupStamps;
import app.retour.tenants.tenancy.TenantCache;
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
    private final SetupStamps stamps;
    private final TenantCache<List<ReturnReason>> known;
    private final TenantCache<Page> page;

    ReturnSetup(Reasons reasons, SettingsPages pages, Tenants tenants, JdbcClient jdbc, SetupStamps stamps) {
        this.reasons = reasons;
        this.pages = pages;
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.stamps = stamps;
        this.known = new TenantCache<>(stamps);
        this.page = new TenantCache<>(stamps);
    }

    private record Page(ReturnSettings settings, ApprovalCaps caps) {}

    /** In the merchant's order. */
    public List<ReturnReason> reasons(boolean includeArchived) {
        return known.get(this::knownNow).stream()
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
        var known = knownNow();
        if (known.stream().anyMatch(reason -> reason.code().equals(code))) {
            throw new Refusal(ErrorCode.TAKEN, "There is a reason “%s” already".formatted(code), "code");
        }
        var last = known.stream()
                .map(ReturnReason::position)
                .max(Comparator.naturalOrder())
                .orElse(0);
        return changed(new Reason(code, group, position == null ? last + 1 : position, checked(texts)));
    }

    public ReturnReason updateReason(
            ReasonId id, @Nullable ReasonGroup group, @Nullable Map<String, String> texts, @Nullable Integer position) {
        var reason = reason(id);
        var now = reason.snapshot();
        if (texts != null) {
            reason.say(checked(texts));
        }
        reason.file(group == null ? now.group() : group, position == null ? now.position() : position);
        return changed(reason);
    }

    public ReturnReason archiveReason(ReasonId id, boolean archived) {
        var reason = reason(id);
        reason.archive(archived);
        if (archived && knownNow().stream().allMatch(ReturnReason::archived)) {
            throw new Refusal(ErrorCode.WRONG_STATE, "Shoppers need at least one reason", "reasonId");
        }
        return changed(reason);
    }

    private ReturnReason changed(Reason reason) {
        var saved = reasons.saveAndFlush(reason).snapshot();
        stamps.changed();
        return saved;
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

    private List<ReturnReason> knownNow() {
        return stored().stream().map(Reason::snapshot).toList();
    }

    private List<Reason> stored() {
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
        return seen().settings();
    }

    private Page seen() {
        return page.get(() -> {
            var stored = pageNow();
            return new Page(stored.snapshot(shopCurrency()), stored.caps());
        });
    }

    /** @throws Refusal STALE when they were changed since; INVALID for what cannot be */
    public ReturnSettings change(ReturnSettingsChange change) {
        var page = pageNow();
        requireSeen(change.version(), page);
        page.change(change, shopCurrency());
        return changed(page);
    }

    public ApprovalCaps caps() {
        return seen().caps();
    }

    /** @throws Refusal STALE when the settings were changed since; INVALID naming the field */
    public ReturnSettings cap(long version, ApprovalCaps wanted) {
        var page = pageNow();
        requireSeen(version, page);
        page.cap(wanted.checked(shopCurrency()));
        return changed(page);
    }

    private ReturnSettings changed(SettingsPage page) {
        var saved = pages.saveAndFlush(page).snapshot(shopCurrency());
        stamps.changed();
        return saved;
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
