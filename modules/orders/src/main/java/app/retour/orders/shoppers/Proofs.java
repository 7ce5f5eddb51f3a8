package app.retour.orders.shoppers;

import app.retour.kernel.MailAddress;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a shopper proves an order with, in the one form in which it is compared. Placeholders are no proof. */
public final class Proofs {
    /** Before a postcode's digits, as letters are addressed across borders: D-10115, NL-1012 AB. */
    private static final Pattern COUNTRY = Pattern.compile(
            "^(A|AT|B|BE|BG|CH|CZ|D|DE|DK|E|EE|ES|EST|F|FI|FIN|FL|FR|GR|H|HR|HU|I|IT|L|LI|LT|LU|LV|N|NL|NO|P|PL|PT|RO|S|SE|SI|SK|SLO|UA|US)"
                    + "[\\s-]+(?=\\d[\\d\\s-]*([A-Z]{2})?$)");

    private static final int LONGEST_PREFIX = 3;

    private Proofs() {}

    /** A shopper's e-mail, unless it is none of anybody's. */
    public static Optional<MailAddress> email(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(MailAddress::of).filter(email -> !Placeholders.isEmail(email.text()));
    }

    /** {@code sw1a 1aa} is {@code SW1A1AA}, {@code D-10115} is {@code 10115}, {@code 48226-1906} is {@code 48226}. */
    public static @Nullable String postcode(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var plain =
                digits(Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT));
        var bare = COUNTRY.matcher(plain).replaceFirst("").replaceAll("[^\\p{L}\\p{N}]+", "");
        if (bare.length() < 3 || Placeholders.isPostcode(bare)) {
            return null;
        }
        // ZIP+4: the four digits more name a side of a street, and change.
        return bare.matches("\\d{9}") ? bare.substring(0, 5) : bare;
    }

    /** The digits that do not depend on where one calls from; compare with {@link #isSamePhone}. */
    public static @Nullable String phone(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var digits = digits(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replace("(0)", "")
                .replaceAll("[^0-9]+", "");
        return Placeholders.isPhone(digits) ? null : digits.replaceFirst("^0+", "");
    }

    /** One with and one without the country's code are the same number. */
    public static boolean isSamePhone(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return false;
        }
        var longer = one.length() >= other.length() ? one : other;
        var shorter = one.length() >= other.length() ? other : one;
        return shorter.length() >= 7
                && longer.endsWith(shorter)
                && longer.length() - shorter.length() <= LONGEST_PREFIX;
    }

    /** Of any script, as ASCII writes them. */
    private static String digits(String text) {
        var plain = new StringBuilder();
        text.codePoints()
                .forEach(point ->
                        plain.appendCodePoint(Character.isDigit(point) ? '0' + Character.digit(point, 10) : point));
        return plain.toString();
    }
}
