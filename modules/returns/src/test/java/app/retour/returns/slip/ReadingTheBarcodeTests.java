package app.retour.returns.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.retour.returns.Slip;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code 128 of okapibarcode 0.5.4 as zxing 3.5.4 reads it from the page, 2026-11-29. */
class ReadingTheBarcodeTests {
    /** The longest there is: a code with its check letter. */
    private static final String CODE = "BCDFGHJKLNPRSTVXB";

    @ParameterizedTest
    @ValueSource(ints = {100, 150, 200, 203, 300, 600})
    void itIsReadAsAnyPrinterDrawsIt(int dotsAnInch) throws IOException, NotFoundException {
        assertThat(read(page(dotsAnInch))).isEqualTo(CODE);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 150, 200, 300, 600})
    void aModuleIsAWholeNumberOfDotsAndAtLeastTwo(int dotsAnInch) throws IOException {
        var picture = page(dotsAnInch);
        var dots = dotsAnInch / 50;
        var row = picture.getHeight() - barRow(dotsAnInch);
        var from = 0;
        for (var x = 1; x < picture.getWidth(); x++) {
            var isEdge = isInk(picture, x, row) != isInk(picture, x - 1, row);
            if (isEdge) {
                assertThat((x - from) % dots).as("from %d to %d", from, x).isZero();
                from = x;
            }
        }
        assertThat(from).as("the bars' end").isPositive();
    }

    /** jsQR, 2026-11-29: gave back "R-1001" of "R-1001 Straße" and said nothing of the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"R-1001 Straße", "山田", "R\u00a01001", "R\t1001", "R\n1001", "R-1001\u007f"})
    void nothingButAsciiIsEverCoded(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Barcode(code)).withMessageContaining("ASCII only");
    }

    @Test
    void printedModulesAreWideEnoughAndTheQuietZonesAreOnThePage() {
        assertThat(Barcode.MODULE).isGreaterThanOrEqualTo(0.25f / 25.4f * 72);
        assertThat(Barcode.LEFT).isGreaterThanOrEqualTo(Barcode.QUIET * Barcode.MODULE);
        assertThat(new Barcode(CODE).right()).isLessThan(595 - Barcode.LEFT);
    }

    private static int barRow(int dotsAnInch) {
        return (int) ((842 - 56 - 100 - Barcode.HEIGHT / 2) / 72 * dotsAnInch);
    }

    private static boolean isInk(BufferedImage picture, int x, int y) {
        return (picture.getRGB(x, y) & 0xFF) < 0x80;
    }

    private static BufferedImage page(int dotsAnInch) throws IOException {
        var slip = new Slip("R-1001", CODE, "#1001", List.of());
        var pdf = new SlipDocument(slip, "Shop", List.of(), SlipWords.in(Locale.ENGLISH)).pdf();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, dotsAnInch);
        }
    }

    private static String read(BufferedImage page) throws NotFoundException {
        var width = page.getWidth();
        var dots = page.getRGB(0, 0, width, page.getHeight(), null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, page.getHeight(), dots)));
        try {
            return new Code128Reader()
                    .decode(
                            bitmap,
                            Map.of(
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(BarcodeFormat.CODE_128),
                                    DecodeHintType.TRY_HARDER,
                                    true))
                    .getText();
        } catch (com.google.zxing.FormatException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
