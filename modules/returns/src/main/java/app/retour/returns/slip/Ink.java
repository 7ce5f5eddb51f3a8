package app.retour.returns.slip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * What is drawn on one page. PDFBox's own content stream takes text and neither shapes it nor takes shapes, so the
 * operators are written here.
 */
final class Ink {
    private static final float BLACK = 0;
    /** Less than this apart, in thousandths of the letters' size, shapes follow each other. */
    private static final float CLOSE = 1;

    private final EmbeddedFaces faces;
    private final List<Object> tokens = new ArrayList<>();

    Ink(EmbeddedFaces faces) {
        this.faces = faces;
    }

    /** @param gray 0 is black, 1 is white */
    void line(Paragraph.Line line, float size, float gray, float x, float y) {
        var at = x;
        for (var run : line.runs()) {
            run(run, size, gray, at, y);
            at += run.width() * size / Face.SIZE;
        }
    }

    private void run(GlyphRun run, float size, float gray, float x, float y) {
        var face = faces.of(run.face());
        var isPlain = face.use(run);
        if (!isPlain) {
            begin(run.text());
        }
        operate(OperatorName.BEGIN_TEXT);
        numbers(gray);
        operate(OperatorName.NON_STROKING_GRAY);
        tokens.add(face.name());
        numbers(size);
        operate(OperatorName.SET_FONT_AND_SIZE);
        var shapes = new StringBuilder();
        var pen = Float.NaN;
        var height = Float.NaN;
        for (var glyph : run.glyphs()) {
            if (!(Math.abs(glyph.x() - pen) < CLOSE && Math.abs(glyph.y() - height) < CLOSE)) {
                show(shapes);
                numbers(1, 0, 0, 1, x + glyph.x() * size / Face.SIZE, y + glyph.y() * size / Face.SIZE);
                operate(OperatorName.SET_MATRIX);
                pen = glyph.x();
                height = glyph.y();
            }
            shapes.append((char) glyph.id());
            pen += face.width(glyph.id());
        }
        show(shapes);
        operate(OperatorName.END_TEXT);
        if (!isPlain) {
            operate(OperatorName.END_MARKED_CONTENT);
        }
    }

    /** For shapes that do not say by themselves what they mean where they stand. */
    private void begin(String text) {
        var says = new COSDictionary();
        says.setItem(COSName.ACTUAL_TEXT, new COSString(text));
        says.setDirect(true);
        tokens.add(COSName.getPDFName("Span"));
        tokens.add(says);
        operate(OperatorName.BEGIN_MARKED_CONTENT_SEQ);
    }

    private void show(StringBuilder shapes) {
        if (!shapes.isEmpty()) {
            tokens.add(new COSString(shapes.toString().getBytes(StandardCharsets.UTF_16BE)));
            operate(OperatorName.SHOW_TEXT);
            shapes.setLength(0);
        }
    }

    void bar(float x, float y, float width, float height) {
        numbers(BLACK);
        operate(OperatorName.NON_STROKING_GRAY);
        numbers(x, y, width, height);
        operate(OperatorName.APPEND_RECT);
        operate(OperatorName.FILL_NON_ZERO);
    }

    /** Call once, when all is drawn. */
    void dry(PDDocument document, PDPage page) {
        var content = new PDStream(document);
        try (var out = content.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        page.setContents(content);
    }

    private void numbers(float... numbers) {
        for (var number : numbers) {
            tokens.add(new COSFloat(number));
        }
    }

    private void operate(String operator) {
        tokens.add(Operator.getOperator(operator));
    }
}
