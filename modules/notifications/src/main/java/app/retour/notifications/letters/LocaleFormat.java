package app.retour.notifications.letters;

import app.retour.kernel.AmountText;
import app.retour.kernel.Money;
import app.retour.notifications.liquid.ShownValue;
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
public record LocaleFormat(Locale locale, Locale dates, ZoneId zone) {
    /** Retour's own texts are English; their numbers and dates must be too. */
    public static LocaleFormat of(MessageTemplate template, Merchant merchant) {
        var asked = Locale.forLanguageTag(template.locale());
        var locale = template.isDefault() && !asked.getLanguage().equals("en") ? Locale.ENGLISH : asked;
        return new LocaleFormat(locale, merchant.dates().apply(locale), merchant.zone());
    }

    /** An amount that reads as text and still is a number; null stays null. */
    ShownValue.@Nullable Amount show(@Nullable Money money) {
        return money == null
                ? null
                : new ShownValue.Amount(
                        money.amount(), money.currency().getCurrencyCode(), AmountText.of(money, locale));
    }

    /** A day that something happened on. */
    ShownValue.@Nullable Moment show(@Nullable Instant instant) {
        return shown(instant, FormatStyle.LONG);
    }

    /** A day by which something must be done: with its weekday. */
    ShownValue.@Nullable Moment showLastDay(@Nullable Instant instant) {
        return shown(instant, FormatStyle.FULL);
    }

    private ShownValue.@Nullable Moment shown(@Nullable Instant instant, FormatStyle style) {
        return instant == null
                ? null
                : new ShownValue.Moment(
                        instant.atZone(zone),
                        DateTimeFormatter.ofLocalizedDate(style)
                                .withLocale(dates)
                                .withZone(zone)
                                .format(instant));
    }

    OwnWords words() {
        return OwnWords.in(locale);
    }
}
