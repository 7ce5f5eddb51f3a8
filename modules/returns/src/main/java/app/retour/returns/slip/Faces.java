package app.retour.returns.slip;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** All files of letters, in the order in which a letter is looked for. Read once; a file is opened when it is needed. */
final class Faces {
    private static final String REPLACEMENT = "\uFFFD";
    private static final String INDEX = "/fonts/index.txt";
    private static final String LAST = "LiberationSans-Regular.ttf";
    private final List<Face> faces;

    private Faces(List<Face> faces) {
        this.faces = List.copyOf(faces);
    }

    static Faces all() {
        return Holder.ALL;
    }

    /** Whether the build brought letters of every script, beside the few that PDFBox has. */
    static boolean areBuilt() {
        return Faces.class.getResource(INDEX) != null;
    }

    /**
     * The same, with the Han letters of a text's own language before those of others: one code point is drawn in several
     * ways.
     */
    Faces with(String text, Locale language) {
        var first = hanFamily(text, language);
        ToIntFunction<Face> rank = face -> face.family().equals(first) ? 0 : isHan(face) ? 1 : -1;
        return first == null
                ? this
                : new Faces(faces.stream().sorted(Comparator.comparingInt(rank)).toList());
    }

    private static boolean isHan(Face face) {
        return Stream.of("jp", "kr", "sc", "tc").anyMatch(han -> face.family().equals("noto-sans-" + han));
    }

    private static @Nullable String hanFamily(String text, Locale language) {
        var scripts = text.codePoints().mapToObj(Character.UnicodeScript::of).toList();
        if (scripts.contains(Character.UnicodeScript.HIRAGANA) || scripts.contains(Character.UnicodeScript.KATAKANA)) {
            return "noto-sans-jp";
        }
        if (scripts.contains(Character.UnicodeScript.HANGUL)) {
            return "noto-sans-kr";
        }
        return switch (language.getLanguage()) {
            case "ja" -> "noto-sans-jp";
            case "ko" -> "noto-sans-kr";
            case "zh" -> isTraditional(language) ? "noto-sans-tc" : "noto-sans-sc";
            default -> null;
        };
    }

    private static boolean isTraditional(Locale chinese) {
        return chinese.getScript().equals("Hant")
                || chinese.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(chinese.getCountry());
    }

    /** What is written in place of what nobody has: the sign made for it, else a question mark. */
    String missing() {
        return of(REPLACEMENT, null) == null ? "?" : REPLACEMENT;
    }

    /**
     * Who writes a cluster of letters; null when nobody can.
     *
     * @param before who wrote what stands before it: spaces, digits and marks stay with their neighbours
     */
    @Nullable
    Face of(String cluster, @Nullable Face before) {
        if (before != null && before.has(cluster) && isCommon(cluster)) {
            return before;
        }
        return faces.stream().filter(face -> face.has(cluster)).findFirst().orElse(null);
    }

    private static boolean isCommon(String cluster) {
        return cluster.codePoints().mapToObj(Character.UnicodeScript::of).allMatch(script -> switch (script) {
            case COMMON, INHERITED -> true;
            default -> false;
        });
    }

    private static List<Face> read() {
        var faces = new ArrayList<Face>();
        try (InputStream index = Faces.class.getResourceAsStream(INDEX)) {
            if (index != null) {
                new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8))
                        .lines()
                        .map(Faces::face)
                        .forEach(faces::add);
            }
            faces.add(last());
            return faces;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Face face(String line) {
        var parts = line.split(" ");
        return new Face("/fonts/" + parts[0], parts[1], new Letters(parts[2]));
    }

    /** PDFBox brings it: Latin, Greek, Cyrillic and Hebrew, also where the build left our own files out. */
    private static Face last() throws IOException {
        var resource = "/org/apache/pdfbox/resources/ttf/" + LAST;
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(resource), resource);
                var letters = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            var table = letters.getUnicodeCmapLookup();
            var ranges = new StringBuilder("20");
            for (var point = 0x21; point <= 0xFFFF; point++) {
                if (table.getGlyphId(point) != 0) {
                    ranges.append(',').append(Integer.toHexString(point));
                }
            }
            return new Face(resource, "liberation-sans", new Letters(ranges.toString()));
        }
    }

    private static final class Holder {
        static final Faces ALL = new Faces(read());
    }
}
