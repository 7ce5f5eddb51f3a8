package app.retour.returns.slip;

import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Letters of one file and one direction, placed.
 *
 * @param text what they say, in the order in which it is read
 * @param glyphs in the order in which they are drawn, from left to right
 */
record GlyphRun(Face face, String text, List<Glyph> glyphs, float width) {
    /** What the JDK gives for what has no shape, as joiners. */
    private static final int UNSEEN = 0xFFFE;

    /**
     * A shape of the file, where it stands in thousandths of the letters' size.
     *
     * @param says its part of the text; null for a part of a shape that another one says already
     */
    record Glyph(int id, float x, float y, @Nullable String says) {}

    GlyphRun {
        glyphs = List.copyOf(glyphs);
    }

    static GlyphRun of(Face face, char[] text, int start, int limit, boolean isRightToLeft) {
        var shaped = face.shape(text, start, limit, isRightToLeft);
        var speakers = speakers(shaped);
        var glyphs = new ArrayList<Glyph>();
        for (var i = 0; i < shaped.getNumGlyphs(); i++) {
            var id = shaped.getGlyphCode(i);
            if (id >= UNSEEN) {
                continue;
            }
            var begin = shaped.getGlyphCharIndex(i);
            var next = speakers.higherKey(begin);
            var end = next == null ? limit - start : next;
            var speaks = Integer.valueOf(i).equals(speakers.get(begin));
            var at = shaped.getGlyphPosition(i);
            glyphs.add(new Glyph(
                    id,
                    (float) at.getX(),
                    (float) -at.getY(),
                    speaks ? new String(text, start + begin, end - begin) : null));
        }
        var end = shaped.getGlyphPosition(shaped.getNumGlyphs());
        return new GlyphRun(face, new String(text, start, limit - start), glyphs, (float) end.getX());
    }

    /** By the place of a character, which of the shapes that it is drawn with says it: the widest, not a mark of it. */
    private static NavigableMap<Integer, Integer> speakers(GlyphVector shaped) {
        var speakers = new TreeMap<Integer, Integer>();
        for (var i = 0; i < shaped.getNumGlyphs(); i++) {
            speakers.merge(
                    shaped.getGlyphCharIndex(i),
                    i,
                    (one, other) -> width(shaped, other) > width(shaped, one) ? other : one);
        }
        return speakers;
    }

    private static double width(GlyphVector shaped, int i) {
        return shaped.getGlyphPosition(i + 1).getX()
                - shaped.getGlyphPosition(i).getX();
    }

    /** How far each character goes, for finding where a line ends. */
    static void addWidths(Face face, char[] text, int start, int limit, boolean isRightToLeft, float[] widths) {
        var shaped = face.shape(text, start, limit, isRightToLeft);
        for (var i = 0; i < shaped.getNumGlyphs(); i++) {
            widths[start + shaped.getGlyphCharIndex(i)] += (float) width(shaped, i);
        }
    }
}
