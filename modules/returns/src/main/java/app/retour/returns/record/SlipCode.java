package app.retour.returns.record;

import java.util.random.RandomGenerator;

/**
 * What a slip's barcode says: sixteen letters by chance and a check letter. Nobody can guess it from the return's number, and
 * a misread one is known as such. Slips printed before 2026-11-29 say sixteen letters and digits without a check.
 */
public final class SlipCode {
    /**
     * Without vowels, so that it spells nothing; without A, M, Q, W, Y and Z, and without digits and signs, whose keys are
     * others on a German, French or American keyboard.
     */
    private static final String LETTERS = "BCDFGHJKLNPRSTVX";

    private static final int SIZE = LETTERS.length();
    private static final int LENGTH = 16;

    private SlipCode() {}

    public static String by(RandomGenerator chance) {
        var code = new StringBuilder(LENGTH + 1);
        for (var i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(chance.nextInt(SIZE)));
        }
        return code.append(check(code)).toString();
    }

    /** Whether it is a code of ours in which letters were read wrongly. */
    public static boolean isMisread(String code) {
        return code.length() == LENGTH + 1
                && code.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)
                && check(code.substring(0, LENGTH)) != code.charAt(LENGTH);
    }

    /** ISO/IEC 7064's hybrid system for sixteen letters (MOD 17,16): finds every single wrong letter. */
    private static char check(CharSequence letters) {
        var product = SIZE;
        for (var i = 0; i < letters.length(); i++) {
            var sum = (product + LETTERS.indexOf(letters.charAt(i))) % SIZE;
            product = (sum == 0 ? SIZE : sum) * 2 % (SIZE + 1);
        }
        return LETTERS.charAt((SIZE + 1 - product) % SIZE);
    }
}
