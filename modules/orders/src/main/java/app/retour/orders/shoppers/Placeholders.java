package app.retour.orders.shoppers;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What people and tills write where they have nothing to write. It stands in many orders, so it proves none. */
final class Placeholders {
    private static final Set<String> WORDS = Set.of(
            "na",
            "none",
            "null",
            "nil",
            "no",
            "nan",
            "unknown",
            "undefined",
            "test",
            "tbd",
            "anonymous",
            "guest",
            "dummy",
            "nopostcode",
            "nopostalcode",
            "nozip",
            "noemail",
            "nomail",
            "noreply",
            "donotreply",
            "ohne",
            "keine",
            "kein",
            "unbekannt",
            "aucun",
            "nessuno",
            "ninguno",
            "geen");
    private static final Set<String> ALWAYS = Set.of("noemail", "nomail", "noreply", "donotreply");

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DOT = Pattern.compile("\\.");

    private Placeholders() {}

    /** @param bare letters and digits only, upper case */
    static boolean isPostcode(String bare) {
        return isWord(bare.toLowerCase(Locale.ROOT))
                || bare.chars().noneMatch(Character::isDigit) && bare.length() != 4
                || isOnly(bare, '0')
                || isOnly(bare, '9')
                || isOnly(bare, 'X')
                || bare.replaceFirst("^[A-Z]{1,2}(?=\\d)", "").matches("0{3,}");
    }

    /** @param digits of the number */
    static boolean isPhone(String digits) {
        return digits.length() < 7
                || digits.chars().distinct().count() < 3
                || "0123456789012345".contains(digits)
                || "9876543210".contains(digits);
    }

    /** @param address normalised */
    static boolean isEmail(String address) {
        var at = address.lastIndexOf('@');
        var name = plain(address.substring(0, at));
        var domain = address.substring(at + 1);
        var first = plain(DOT.split(domain, 2)[0]);
        return domain.endsWith(".invalid")
                || ALWAYS.contains(name)
                || (isWord(name) || name.isEmpty()) && (isWord(first) || first.isEmpty());
    }

    private static boolean isWord(String text) {
        return WORDS.contains(text) || isOnly(text, 'x') || isOnly(text, 'n') || isOnly(text, '0');
    }

    private static String plain(String text) {
        return SIGNS.matcher(text).replaceAll("");
    }

    private static boolean isOnly(String text, char one) {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter == one);
    }
}
