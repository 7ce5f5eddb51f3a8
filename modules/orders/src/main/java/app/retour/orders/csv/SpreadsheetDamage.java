package app.retour.orders.csv;

import java.util.regex.Pattern;

/**
 * Numbers that a spreadsheet has rounded when somebody opened a file in it and saved it: two ids that were different may
 * be the same afterwards, so that such a number says of nothing what it is.
 */
public final class SpreadsheetDamage {
    private static final Pattern POWER = Pattern.compile("-?\\d([.,]\\d+)?[eE][+-]\\d{1,3}");
    private static final Pattern DIGITS = Pattern.compile("\\d{16,}");
    private static final Pattern ROUND = Pattern.compile("\\d{6,}0{6}");
    /** So many digits a spreadsheet keeps. */
    private static final int KEPT = 15;

    private SpreadsheetDamage() {}

    /** 5.93214E+12, 1,23E+12, or a long number whose digits beyond the fifteenth are gone. */
    public static boolean seenIn(String text) {
        return POWER.matcher(text).matches()
                || DIGITS.matcher(text).matches()
                        && text.substring(KEPT).chars().allMatch(digit -> digit == '0');
    }

    /** The same, or 5932140000000, as 5.93214E+12 looks once it is written out again. */
    public static boolean seenInId(String text) {
        return seenIn(text) || ROUND.matcher(text).matches();
    }
}
