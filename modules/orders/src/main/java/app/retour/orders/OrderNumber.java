package app.retour.orders;

import java.text.Normalizer;
import java.util.Locale;

/** How order numbers are compared: {@code #1001} is {@code 1001}, {@code  ab-7 } is {@code AB-7}. */
public record OrderNumber(String key) {
    /** As it is compared. */
    public static OrderNumber of(String number) {
        var joined = Normalizer.normalize(number, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}\\p{Cntrl}]+", "");
        // Some capitals come apart, and are put together again: ΐ.
        var plain = Normalizer.normalize(joined.toUpperCase(Locale.ROOT), Normalizer.Form.NFKC);
        var bare = plain.replaceFirst("^#+", "");
        return new OrderNumber(bare.isEmpty() ? plain : bare);
    }
}
