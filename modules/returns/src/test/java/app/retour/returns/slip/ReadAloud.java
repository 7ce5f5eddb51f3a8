package app.retour.returns.slip;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * What a file says in the order in which it is drawn, /ActualText included. PDFBox 3.0.8's own stripper does not read
 * /ActualText, and moves a Thai vowel above its letter to the next one (seen 2026-11-29); pdftotext does neither.
 */
final class ReadAloud extends PDFTextStripper {
    private final StringBuilder said = new StringBuilder();
    private boolean isSaid;

    static String text(PDDocument document) throws IOException {
        var reader = new ReadAloud();
        reader.getText(document);
        return reader.said.toString();
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        var actual = properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
        if (actual != null) {
            said.append(actual);
            isSaid = true;
        }
    }

    @Override
    public void endMarkedContentSequence() {
        isSaid = false;
    }

    @Override
    protected void processTextPosition(TextPosition shape) {
        if (!isSaid) {
            said.append(shape.getUnicode());
        }
    }
}
