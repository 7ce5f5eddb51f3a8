package app.retour.tracking;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.util.Locale;
import java.util.regex.Pattern;

/** A tracking number as told, and the key by which it is found: without blanks and dashes, in capitals. */
public record TrackingNumber(String told, String key) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{5,50}");
    private static final Pattern DECORATION = Pattern.compile("[\\s\\p{Cf}._-]+");

    /** @throws Refusal INVALID for what no carrier would print */
    static TrackingNumber of(String told) {
        var key = keyOf(told);
        if (!FORM.matcher(key).matches()) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "A tracking number has 5 to 50 letters and digits; blanks and dashes do not count",
                    "trackingNumber");
        }
        return new TrackingNumber(told.strip(), key);
    }

    /** Of whatever was told, sense or not; two with the same key are one number. */
    public static String keyOf(String told) {
        return DECORATION.matcher(told).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
