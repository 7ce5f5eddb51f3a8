package app.retour.tenants.people;

import app.retour.tenants.secrets.Secrets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code on paper: sixteen letters of five random bits each.
 *
 * @param text in the one form in which it is compared
 */
record RecoveryCode(String text) {
    /** Crockford's: nothing in it is read for something else. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 16;
    private static final Pattern CODE = Pattern.compile("[%s]{%d}".formatted(LETTERS, LENGTH));

    /** One that nobody had before. */
    static RecoveryCode made() {
        var code = new StringBuilder();
        for (var next : Secrets.random(LENGTH)) {
            code.append(LETTERS.charAt(next & 31));
        }
        return new RecoveryCode(code.toString());
    }

    /** However it is typed: with blanks or without, and with what is easily taken for something else. */
    static Optional<RecoveryCode> of(String typed) {
        var plain = typed.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        return CODE.matcher(plain).matches() ? Optional.of(new RecoveryCode(plain)) : Optional.empty();
    }

    /** As it is shown, in groups of four. */
    String shown() {
        return text.replaceAll("(.{4})(?=.)", "$1-");
    }
}
