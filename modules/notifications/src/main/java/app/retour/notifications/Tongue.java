package app.retour.notifications;

import app.retour.kernel.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How amounts and days are written in one language and zone.
 *
 * @param dates the language as dates are written in it where the shop is
 */
record Tongue(Locale locale, Locale dates, ZoneId zone) {
    /** Retour's own texts are English; their numbers and dates must be too. */
    static Tongue of(MessageTemplate template, Merchant merchant) {
        var asked = Locale.forLanguageTag(template.locale());
        var locale = template.isDefault() && !asked.getLanguage().equals("en") ? Locale.ENGLISH : asked;
        return new Tongue(locale, merchant.dates().apply(locale), merchant.zone());
    }

    String say(Money money) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        var digits = Math.max(0, money.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(money.amount());
    }

    @Nullable
    String say(@Nullable Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(dates)
                        .withZone(zone)
                        .format(instant);
    }
}
