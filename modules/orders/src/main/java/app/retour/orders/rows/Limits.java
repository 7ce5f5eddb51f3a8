package app.retour.orders.rows;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a told value must keep to, whoever tells it. Beyond them nothing can be stored or reckoned with; a refusal names the
 * path of the field.
 */
public record Limits(List<String> path) {
    public static final int LONG_TEXT = 500;
    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);
    private static final int FINEST = 15;
    private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** As a spreadsheet writes a long number: the digits that told one from another are gone. */
    private static final Pattern ROUNDED_BY_SPREADSHEET = Pattern.compile("\\d+([.,]\\d+)?[eE][+-]\\d{1,3}");

    /** The one at this place of those told together. */
    public static Limits of(int index) {
        return new Limits(List.of(String.valueOf(index)));
    }

    /** Beneath, at this place of a list. */
    public Limits in(String list, int place) {
        var deeper = new ArrayList<>(path);
        deeper.add(list);
        deeper.add(String.valueOf(place));
        return new Limits(List.copyOf(deeper));
    }

    /** Beneath. */
    public Limits in(String field) {
        var deeper = new ArrayList<>(path);
        deeper.add(field);
        return new Limits(List.copyOf(deeper));
    }

    public Refusal refusal(ErrorCode code, String message, String... field) {
        var whole = new ArrayList<>(path);
        whole.addAll(List.of(field));
        return new Refusal(code, message, whole.toArray(String[]::new));
    }

    public void required(String text, int longest, String field) {
        if (text.isBlank()) {
            throw refusal(ErrorCode.REQUIRED, "Say something here", field);
        }
        text(text, longest, field);
    }

    public void text(@Nullable String text, int longest, String field) {
        if (text == null) {
            return;
        }
        if (text.length() > longest) {
            throw refusal(ErrorCode.TOO_LARGE, "At most %,d characters".formatted(longest), field);
        }
        if (text.codePoints().anyMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE)) {
            throw refusal(ErrorCode.INVALID, "This text has characters that no text has", field);
        }
    }

    /** Of a picture that a page shall show. */
    public void pictureLink(@Nullable String link, int longest, String field) {
        text(link, longest, field);
        if (link != null && !PictureLink.isShown(link)) {
            throw refusal(ErrorCode.INVALID, "Give an address that begins with https://", field);
        }
    }

    /** What tells one thing from another. */
    public void identity(@Nullable String text, String field) {
        text(text, 200, field);
        exact(text, field);
    }

    /** No number that lost its last digits. */
    public void exact(@Nullable String text, String field) {
        if (text != null && ROUNDED_BY_SPREADSHEET.matcher(text.strip()).matches()) {
            throw refusal(
                    ErrorCode.INVALID,
                    "A spreadsheet rounded this number, so it tells nothing from another: give all its digits",
                    field);
        }
    }

    public void texts(@Nullable List<String> texts, String field) {
        if (texts == null) {
            return;
        }
        if (texts.size() > 250) {
            throw refusal(ErrorCode.TOO_LARGE, "At most 250 of them", field);
        }
        for (var i = 0; i < texts.size(); i++) {
            in(field).text(texts.get(i), LONG_TEXT, String.valueOf(i));
        }
    }

    /** Not negative, and not absurd. */
    public void amount(@Nullable BigDecimal amount, String field) {
        if (amount != null && amount.signum() < 0) {
            throw refusal(ErrorCode.INVALID, "This amount is not negative", field);
        }
        signed(amount, field);
    }

    /** Not absurd. */
    public void signed(@Nullable BigDecimal amount, String field) {
        if (amount != null && amount.abs().compareTo(MOST) >= 0) {
            throw refusal(ErrorCode.TOO_LARGE, "An amount is less than 1,000,000,000,000", field);
        }
    }

    /** An amount that was paid: as fine as the currency, no finer. */
    public void money(@Nullable BigDecimal amount, Currency currency, String field) {
        amount(amount, field);
        if (amount != null) {
            try {
                var _ = new Money(amount, currency);
            } catch (IllegalArgumentException tooPrecise) {
                throw refusal(
                        ErrorCode.INVALID,
                        "%s has %d decimals, this amount has more"
                                .formatted(currency, Math.max(0, currency.getDefaultFractionDigits())),
                        field);
            }
        }
    }

    /** A price, a rate: not negative, and of so many decimals as can be kept. */
    public void fine(@Nullable BigDecimal number, String field) {
        amount(number, field);
        if (number != null && number.stripTrailingZeros().scale() > FINEST) {
            throw refusal(ErrorCode.INVALID, "At most %d decimals".formatted(FINEST), field);
        }
    }

    public void whole(@Nullable Integer number, int least, int most, String field) {
        if (number != null && (number < least || number > most)) {
            throw refusal(ErrorCode.INVALID, "A whole number from %,d to %,d".formatted(least, most), field);
        }
    }

    public void time(@Nullable Instant time, String field) {
        if (time != null && (time.isBefore(FIRST) || !time.isBefore(LAST))) {
            throw refusal(ErrorCode.INVALID, "A time of the years 1970 to 2199", field);
        }
    }
}
