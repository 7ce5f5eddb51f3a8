package app.retour.returns.receiving;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;

/**
 * What a keyboard prints on its keys. A wedge scanner is a keyboard: it sends keys, not letters, so a code comes in other
 * letters when the scanner is set to another layout than the computer. "RZ-1" sent with American keys is "RYß1" on a German
 * computer (seen on 2026-11-29).
 */
enum KeyboardLayout {
    US("`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./", "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"),
    DE("^1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.-", "°!\"§$%&/()=?`QWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_"),
    FR("²&é\"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!", "³1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§");

    /** The same keys in the same order, as they are and with Shift. */
    private final String plain;

    private final String shifted;

    KeyboardLayout(String plain, String shifted) {
        if (plain.length() != shifted.length()) {
            throw new IllegalArgumentException("Two rows of the same keys");
        }
        this.plain = plain;
        this.shifted = shifted;
    }

    /** What a typed text was before it came over a scanner of another layout than the computer's; not the text itself. */
    static Collection<String> readings(String typed) {
        var readings = new LinkedHashSet<String>();
        for (var scanner : values()) {
            for (var computer : values()) {
                computer.readAs(scanner, typed).ifPresent(readings::add);
            }
        }
        readings.remove(typed);
        return readings;
    }

    /** Empty when this keyboard cannot have typed the text; no scanned code has blanks. */
    private Optional<String> readAs(KeyboardLayout scanner, String typed) {
        var read = new StringBuilder();
        for (var letter : typed.toCharArray()) {
            var key = plain.indexOf(letter);
            var shiftedKey = shifted.indexOf(letter);
            if (key >= 0) {
                read.append(scanner.plain.charAt(key));
            } else if (shiftedKey >= 0) {
                read.append(scanner.shifted.charAt(shiftedKey));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(read.toString());
    }
}
