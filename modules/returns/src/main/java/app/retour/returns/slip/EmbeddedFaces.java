package app.retour.returns.slip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The letters that a document uses, embedded as subsets that say what each shape means. */
final class EmbeddedFaces {
    private static final int MOST_IN_A_BLOCK = 100;
    private final PDDocument document;
    private final PDResources resources;
    private final Map<Face, Embedded> embedded = new LinkedHashMap<>();

    EmbeddedFaces(PDDocument document, PDResources resources) {
        this.document = document;
        this.resources = resources;
    }

    Embedded of(Face face) {
        return embedded.computeIfAbsent(face, this::embed);
    }

    private Embedded embed(Face face) {
        try {
            var letters = new TTFParser().parse(new RandomAccessReadBuffer(face.file()));
            var font = PDType0Font.load(document, letters, true);
            return new Embedded(letters, font, resources.add(font), new TreeMap<>());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Call when all is drawn. */
    void finish() throws IOException {
        for (var each : embedded.values()) {
            each.finish(document);
        }
    }

    /** @param meaning what its shapes say */
    record Embedded(TrueTypeFont letters, PDType0Font font, COSName name, Map<Integer, String> meaning) {
        /** How far a shape goes by itself, as a reader of the file reckons. */
        float width(int glyph) {
            try {
                return Math.round(letters.getAdvanceWidth(glyph) * (float) Face.SIZE / letters.getUnitsPerEm());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        /**
         * Notes the shapes of a run as used.
         *
         * @return whether they alone say what the run says; a shape that says different things in two places does not
         */
        boolean use(GlyphRun run) {
            var isPlain = true;
            var said = 0;
            for (var glyph : run.glyphs()) {
                var says = Objects.requireNonNullElse(glyph.says(), "");
                var known = meaning.merge(glyph.id(), says, (before, now) -> before.isEmpty() ? now : before);
                isPlain &= says.equals(known);
                said += says.length();
            }
            return isPlain && said == run.text().length();
        }

        private void finish(PDDocument document) throws IOException {
            font.addGlyphsToSubset(meaning.keySet());
            font.subset();
            var stream = new PDStream(document);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(toUnicode().getBytes(StandardCharsets.US_ASCII));
            }
            font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
            letters.close();
        }

        /** PDFBox's own knows only shapes that a letter has by itself, not those that it takes among its neighbours. */
        private String toUnicode() {
            var entries = new ArrayList<String>();
            meaning.forEach((glyph, says) -> {
                if (!says.isEmpty()) {
                    entries.add("<%04X> <%s>".formatted(glyph, hex(says)));
                }
            });
            var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
            for (var from = 0; from < entries.size(); from += MOST_IN_A_BLOCK) {
                var block = entries.subList(from, Math.min(entries.size(), from + MOST_IN_A_BLOCK));
                map.append(block.size()).append(" beginbfchar\n");
                block.forEach(entry -> map.append(entry).append('\n'));
                map.append("endbfchar\n");
            }
            return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                    .toString();
        }

        private static String hex(String says) {
            var hex = new StringBuilder();
            says.chars().forEach(unit -> hex.append("%04X".formatted(unit)));
            return hex.toString();
        }
    }
}
