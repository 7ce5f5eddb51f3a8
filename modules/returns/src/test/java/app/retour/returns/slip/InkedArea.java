package app.retour.returns.slip;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Where a page has ink, in points. */
record InkedArea(int left, int right) {
    static InkedArea of(PDDocument document, int page) throws IOException {
        var picture = new PDFRenderer(document).renderImage(page);
        var left = picture.getWidth();
        var right = 0;
        for (var x = 0; x < picture.getWidth(); x++) {
            if (isInked(picture, x)) {
                left = Math.min(left, x);
                right = x;
            }
        }
        return new InkedArea(left, right);
    }

    private static boolean isInked(BufferedImage picture, int x) {
        for (var y = 0; y < picture.getHeight(); y++) {
            if ((picture.getRGB(x, y) & 0xFF) < 0x80) {
                return true;
            }
        }
        return false;
    }
}
