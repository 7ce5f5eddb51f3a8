package app.retour.orders;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address as shoppers are told apart by: without blanks around it, in lower case. */
record Email(String address) {
    private static final int LONGEST = 254;
    private static final Pattern PLAUSIBLE = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    /** Empty when it cannot be one. */
    static Optional<Email> of(String text) {
        var address = Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST && PLAUSIBLE.matcher(address).matches()
                ? Optional.of(new Email(address))
                : Optional.empty();
    }

    /** Enough for its owner to know it again: {@code a•••@e•••.com}. */
    String covered() {
        var at = address.lastIndexOf('@');
        var dot = address.lastIndexOf('.');
        return first(address) + "•••@" + first(address.substring(at + 1)) + "•••"
                + (dot > at ? address.substring(dot) : "");
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
