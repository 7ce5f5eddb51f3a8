package app.retour.returns.slip;

import app.retour.returns.Slip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;

/** Draws a slip on one A4 page. */
final class SlipPage {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 56;
    private static final float BAR_HEIGHT = 64;
    private static final float MODULE = 1.25f;
    private static final int MOST_LINES = 18;
    private static final int LONGEST_LINE = 88;
    private final Slip slip;
    private final String merchant;
    private final List<String> sendTo;

    SlipPage(Slip slip, String merchant, List<String> sendTo) {
        this.slip = slip;
        this.merchant = merchant;
        this.sendTo = List.copyOf(sendTo);
    }

    byte[] pdf() {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle("Return slip " + slip.rmaNumber());
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var font = font(document);
            try (var ink = new PDPageContentStream(document, page)) {
                draw(ink, font);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream letters = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            return PDType0Font.load(document, letters);
        }
    }

    private void draw(PDPageContentStream ink, PDFont font) throws IOException {
        var y = PDRectangle.A4.getHeight() - MARGIN;
        write(ink, font, 11, y, merchant);
        write(ink, font, 24, y - 34, "Return slip " + slip.rmaNumber());
        write(ink, font, 11, y - 54, "Order " + slip.orderNumber());
        bars(ink, y - 74 - BAR_HEIGHT);
        write(ink, font, 10, y - 90 - BAR_HEIGHT, slip.code() + "   ·   " + slip.rmaNumber());
        y -= 130 + BAR_HEIGHT;
        write(ink, font, 14, y, "Put this into the parcel");
        for (var line : slip.lines().stream().limit(MOST_LINES).toList()) {
            y -= 20;
            write(ink, font, 11, y, words(line));
        }
        if (slip.lines().size() > MOST_LINES) {
            y -= 20;
            write(ink, font, 11, y, "and %d more".formatted(slip.lines().size() - MOST_LINES));
        }
        y -= 44;
        if (!sendTo.isEmpty()) {
            write(ink, font, 14, y, "Send it to");
            for (var part : sendTo) {
                y -= 18;
                write(ink, font, 11, y, part);
            }
            y -= 44;
        }
        write(
                ink,
                font,
                11,
                y,
                "Lay this page on top of the items. Keep the receipt of the carrier until your return is complete.");
    }

    private static String words(Slip.Line line) {
        var title = line.variantTitle() == null ? line.title() : line.title() + ", " + line.variantTitle();
        var sku = line.sku() == null ? "" : " (" + line.sku() + ")";
        return "%d × %s%s: %s".formatted(line.quantity(), title, sku, line.reason());
    }

    /** As vectors, so that any printer keeps the edges sharp. */
    private void bars(PDPageContentStream ink, float bottom) throws IOException {
        var code = new Code128();
        code.setHumanReadableLocation(HumanReadableLocation.NONE);
        code.setContent(slip.code());
        for (var bar : code.getRectangles()) {
            ink.addRect(MARGIN + (float) bar.x * MODULE, bottom, (float) bar.width * MODULE, BAR_HEIGHT);
        }
        ink.fill();
    }

    private static void write(PDPageContentStream ink, PDFont font, int size, float y, String text) throws IOException {
        ink.beginText();
        ink.setFont(font, size);
        ink.newLineAtOffset(MARGIN, y);
        ink.showText(printable(font, text));
        ink.endText();
    }

    /** Letters that the font does not know become question marks; a long line is cut. */
    static String printable(PDFont font, String text) {
        var shown = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE - 1) + "…" : text;
        return shown.codePoints().mapToObj(letter -> known(font, letter)).collect(Collectors.joining());
    }

    private static String known(PDFont font, int letter) {
        var text = Character.toString(letter);
        try {
            font.encode(text);
            return text;
        } catch (IOException | IllegalArgumentException unknown) {
            return "?";
        }
    }
}
