package app.retour.tenants;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a merchant says of their business when they sign up; everything else has a default. */
public record NewTenant(String name, String slug, Currency currency, ZoneId zone, Locale locale) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}[a-z0-9]");
    private static final Set<String> RESERVED = Set.of("admin", "api", "www", "retour", "support", "help", "status");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** @throws Refusal naming the field and what would be accepted */
    public static NewTenant of(String businessName, String slug, String currency, String timeZone, String locale) {
        return new NewTenant(
                name(businessName, "businessName"), slug(slug), currency(currency), zone(timeZone), locale(locale));
    }

    public static String name(String text, String field) {
        var name = text.strip();
        if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(
                    name.isEmpty() ? ErrorCode.REQUIRED : ErrorCode.INVALID, "A name has 1 to 100 characters", field);
        }
        return name;
    }

    static String slug(String text) {
        var slug = text.strip().toLowerCase(Locale.ROOT);
        if (!SLUG.matcher(slug).matches()) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "The portal's place has 3 to 40 of a-z, 0-9 and hyphen, and begins and ends without hyphen",
                    "slug");
        }
        if (RESERVED.contains(slug)) {
            throw new Refusal(ErrorCode.TAKEN, "This place is kept for Retour; choose another", "slug");
        }
        return slug;
    }

    static Currency currency(String code) {
        try {
            var currency = Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            // Refused below, like the codes that are no money.
        }
        throw new Refusal(ErrorCode.INVALID, "A currency is three letters of ISO 4217, for example EUR", "currency");
    }

    static ZoneId zone(String name) {
        try {
            if (ZoneId.getAvailableZoneIds().contains(name.strip())) {
                return ZoneId.of(name.strip());
            }
        } catch (DateTimeException unknown) {
            // Refused below.
        }
        throw new Refusal(ErrorCode.INVALID, "A time zone is an IANA name, for example Europe/Berlin", "timeZone");
    }

    static Locale locale(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag.strip()).build();
            if (LANGUAGES.contains(locale.getLanguage())) {
                return locale;
            }
        } catch (IllformedLocaleException unknown) {
            // Refused below.
        }
        throw new Refusal(ErrorCode.INVALID, "A language is a BCP 47 tag, for example en or de-AT", "locale");
    }
}
