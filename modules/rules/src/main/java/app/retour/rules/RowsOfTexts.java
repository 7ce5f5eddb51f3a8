package app.retour.rules;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which row belongs to a text: a table of numbers by text, without a box around each number. */
final class RowsOfTexts {
    private final @Nullable String[] texts;
    private final int[] rows;
    private final int mask;

    RowsOfTexts(List<String> all, IntUnaryOperator rowOfIndex) {
        var size = Integer.highestOneBit(Math.max(1, all.size())) << 2;
        texts = new String[size];
        rows = new int[size];
        mask = size - 1;
        for (var index = 0; index < all.size(); index++) {
            var at = place(all.get(index));
            texts[at] = all.get(index);
            rows[at] = rowOfIndex.applyAsInt(index);
        }
    }

    int row(String text, int otherwise) {
        var at = place(text);
        return texts[at] == null ? otherwise : rows[at];
    }

    private int place(String text) {
        var hash = text.hashCode();
        var at = (hash ^ hash >>> 16) & mask;
        for (var there = texts[at]; there != null && !there.equals(text); there = texts[at]) {
            at = at + 1 & mask;
        }
        return at;
    }
}
