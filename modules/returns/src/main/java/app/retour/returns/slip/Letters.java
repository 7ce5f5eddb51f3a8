package app.retour.returns.slip;

import java.util.BitSet;

/** The code points that a file of letters has. */
final class Letters {
    private final BitSet has = new BitSet();

    /** @param ranges as {@code 20-7e,a0}, hexadecimal */
    Letters(String ranges) {
        for (var range : ranges.split(",")) {
            var ends = range.split("-");
            has.set(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16) + 1);
        }
    }

    /** Whether all of a cluster can be written; what is never seen needs no letter. */
    boolean have(String cluster) {
        return cluster.codePoints().allMatch(point -> has.get(point) || isUnseen(point));
    }

    /** Joiners, marks of direction and variation selectors change their neighbours and have no shape of their own. */
    static boolean isUnseen(int point) {
        return Character.getType(point) == Character.FORMAT
                || point >= 0xFE00 && point <= 0xFE0F
                || point >= 0xE0100 && point <= 0xE01EF;
    }
}
