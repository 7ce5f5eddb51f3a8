package app.retour.orders.rows;

import java.text.Normalizer;
import java.util.Locale;

/** How order numbers are compared: {@code #1001} is {@code 1001}, {@code  ab-7 } is {@code AB-7}. */
public record OrderNumber(String key) {
    /** As it is compared. */
    public static OrderNumber of(String number) {
        var name = number.startsWith("#") ? number.substring(1) : number;
        if (!name.isEmpty() && isPlain(name)) {
            return new OrderNumber(name);
        }
        var joined = Normalizer.normalize(number, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}\\p{Cntrl}]+", "");
        // Some capitals come apart, and are put together again: ΐ.
        var plain = Normalizer.normalize(joined.toUpperCase(Locale.ROOT), Normalizer.Form.NFKC);
        var bare = plain.replaceFirst("^#+", "");
        return new OrderNumber(bare.isEmpty() ? plain : bare);
    }

    /** Digits and capitals, as most shops number: they are compared as they stand. */
    private static boolean isPlain(String number) {
        for (var i = 0; i < number.length(); i++) {
            var letter = number.charAt(i);
            if ((letter < '0' || letter > '9') && (letter < 'A' || letter > 'Z') && letter != '-') {
                return false;
            }
        }
        return true;
    }
}
