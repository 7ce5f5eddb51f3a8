package app.retour.returns.slip;

import java.text.Bidi;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text to print, in any script: who writes each letter, which way it runs, and where its lines end by measured width.
 * What nobody has is shown as {@link Faces#missing}; nothing is left out.
 */
final class Paragraph {
    /** The JDK finds the ends of words without spaces for Thai, and for other languages as everywhere. */
    private static final Locale WORDS = Locale.of("th");

    private final char[] text;
    private final Face[] writers;
    private final @Nullable Bidi bidi;
    private final float[] widths;
    private final Set<String> missing = new LinkedHashSet<>();

    Paragraph(String words, Locale language) {
        var clean = Normalizer.normalize(words, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
                .strip();
        var faces = Faces.all().with(clean, language);
        var shown = new StringBuilder();
        var writing = new ArrayList<Face>();
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(clean);
        Face before = null;
        for (int from = clusters.first(), to = clusters.next();
                to != BreakIterator.DONE;
                from = to, to = clusters.next()) {
            var cluster = clean.substring(from, to);
            var writer = faces.of(cluster, before);
            if (writer == null) {
                missing.add(cluster);
                cluster = faces.missing();
                writer = Objects.requireNonNull(faces.of(cluster, before), "no letter for what is missing");
            }
            shown.append(cluster);
            for (var i = 0; i < cluster.length(); i++) {
                writing.add(writer);
            }
            before = writer;
        }
        text = shown.toString().toCharArray();
        writers = writing.toArray(Face[]::new);
        bidi = text.length == 0 ? null : new Bidi(shown.toString(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        widths = new float[text.length];
        for (var stretch : stretches(bidi, 0)) {
            GlyphRun.addWidths(
                    writers[stretch.start], text, stretch.start, stretch.limit, stretch.isRightToLeft(), widths);
        }
    }

    /** What nobody had, each once. */
    Set<String> missing() {
        return Collections.unmodifiableSet(missing);
    }

    /** A line, its runs from left to right. */
    record Line(List<GlyphRun> runs) {
        /** In thousandths of the letters' size. */
        float width() {
            return (float) runs.stream().mapToDouble(GlyphRun::width).sum();
        }
    }

    /**
     * Broken between words, and inside a word that is longer than a line.
     *
     * @param width in thousandths of the letters' size
     */
    List<Line> lines(float width) {
        var words = BreakIterator.getLineInstance(WORDS);
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        words.setText(new String(text));
        clusters.setText(new String(text));
        var lines = new ArrayList<Line>();
        for (var start = 0; start < text.length; ) {
            var fits = fitting(start, width);
            var end = fits;
            if (fits < text.length) {
                var word = words.isBoundary(fits) ? fits : words.preceding(fits);
                var letter = clusters.isBoundary(fits) ? fits : clusters.preceding(fits);
                end = word > start ? word : letter > start ? letter : clusters.following(start);
            }
            var last = end;
            while (last > start && Character.isWhitespace(text[last - 1])) {
                last--;
            }
            if (last > start) {
                lines.add(line(start, last));
            }
            start = end;
        }
        return lines;
    }

    /** How far a line that begins here goes; spaces at its end need no room. */
    private int fitting(int start, float width) {
        var used = 0f;
        for (var i = start; i < text.length; i++) {
            used += widths[i];
            if (used > width && !Character.isWhitespace(text[i])) {
                return i;
            }
        }
        return text.length;
    }

    private Line line(int start, int limit) {
        var stretches = stretches(Objects.requireNonNull(bidi).createLineBidi(start, limit), start);
        var levels = new byte[stretches.size()];
        for (var i = 0; i < levels.length; i++) {
            levels[i] = (byte) stretches.get(i).level;
        }
        var drawn = stretches.toArray();
        Bidi.reorderVisually(levels, 0, drawn, 0, drawn.length);
        var runs = new ArrayList<GlyphRun>();
        for (var each : drawn) {
            if (each instanceof Stretch stretch) {
                runs.add(GlyphRun.of(
                        writers[stretch.start], text, stretch.start, stretch.limit, stretch.isRightToLeft()));
            }
        }
        return new Line(List.copyOf(runs));
    }

    /** Letters of one direction and one writer. */
    private record Stretch(int start, int limit, int level) {
        boolean isRightToLeft() {
            return level % 2 == 1;
        }
    }

    private List<Stretch> stretches(@Nullable Bidi directions, int offset) {
        var stretches = new ArrayList<Stretch>();
        for (var run = 0; directions != null && run < directions.getRunCount(); run++) {
            var limit = offset + directions.getRunLimit(run);
            for (var start = offset + directions.getRunStart(run); start < limit; ) {
                var end = start + 1;
                while (end < limit && Objects.equals(writers[end], writers[start])) {
                    end++;
                }
                stretches.add(new Stretch(start, end, directions.getRunLevel(run)));
                start = end;
            }
        }
        return stretches;
    }
}
