package app.retour.portal;

import app.retour.kernel.AmountText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/**
 * Amounts and times as the merchant's shoppers read them.
 *
 * @param dates the language as dates are written in it where the shop is
 */
record Wording(Locale locale, Locale dates, ZoneId zone) {
    public String money(Amount amount) {
        return AmountText.of(amount.amount(), Currency.getInstance(amount.currencyCode()), locale);
    }

    public String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(dates)
                .withZone(zone)
                .format(at);
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(dates)
                .format(day);
    }

    public String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(dates)
                .withZone(zone)
                .format(at);
    }
}
