package app.retour.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsTests {
    @Test
    void aPhotoIsDrawnAnewAndLosesThePlaceItWasTakenAt() throws IOException {
        var stored = stored(FileKind.PHOTO, SamplePictures.photographed(40, 20, 1, "48.137N 11.575E"));
        assertThat(new String(stored, ISO_8859_1)).doesNotContain("48.137N").doesNotContain("Exif");
        assertThat(read(stored).getWidth()).isEqualTo(40);
    }

    @Test
    void aPhotoStandsUprightAsTheCameraNoted() throws IOException {
        var upright = read(stored(FileKind.PHOTO, SamplePictures.photographed(40, 20, 6, "")));
        assertThat(upright.getWidth()).isEqualTo(20);
        assertThat(upright.getHeight()).isEqualTo(40);
        assertThat(redAt(upright, 10, 5)).as("the left side is on top now").isGreaterThan(200);
        assertThat(redAt(upright, 10, 35)).isLessThan(60);
    }

    @Test
    void aLargePhotoIsMadeSmaller() throws IOException {
        var small = read(stored(FileKind.PHOTO, SamplePictures.of("png", 4100, 900)));
        assertThat(small.getWidth()).isEqualTo(2000);
        assertThat(small.getHeight()).isEqualTo(439);
    }

    @Test
    void aLogoKeepsItsTransparency() throws IOException {
        var clear = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);
        var out = new java.io.ByteArrayOutputStream();
        ImageIO.write(clear, "png", out);
        var logo = Contents.check(FileKind.LOGO, new ByteArrayInputStream(out.toByteArray()));
        assertThat(logo.contentType()).isEqualTo("image/png");
        assertThat(read(logo.bytes().readAllBytes()).getRGB(5, 5) >>> 24).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 20, 33, 60, 100, 200})
    void anImageThatWasCutOffIsRefused(int kept) {
        for (var format : new String[] {"png", "jpeg"}) {
            var cut = java.util.Arrays.copyOf(SamplePictures.of(format, 64, 64), kept);
            refuses(FileKind.PHOTO, cut, ErrorCode.INVALID);
        }
    }

    @Test
    void formatsThatPhonesAndBrowsersMakeAreNamedInTheRefusal() {
        assertThat(refuses(FileKind.PHOTO, "RIFF....WEBPVP8 ".getBytes(UTF_8), ErrorCode.INVALID))
                .contains("WebP");
        assertThat(refuses(FileKind.PHOTO, "\0\0\0\030ftypheic\0\0\0\0".getBytes(UTF_8), ErrorCode.INVALID))
                .contains("HEIC");
    }

    @Test
    void morePixelsThanAllowedAreRefusedUnread() {
        assertThat(refuses(FileKind.PHOTO, SamplePictures.headerOnly(60_001, 1000), ErrorCode.TOO_LARGE))
                .contains("60001 × 1000", "60 megapixels");
    }

    @Test
    void moreBytesThanAllowedAreRefused() {
        refuses(FileKind.LOGO, new byte[2_000_001], ErrorCode.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>", "%PDF-1.7", "PK\u0003\u0004", "a,b\n\0,c", "{\"a\":1}"})
    void whatIsNoCsvIsNotImported(String content) {
        refuses(FileKind.IMPORT, content.getBytes(UTF_8), ErrorCode.INVALID);
    }

    @Test
    void aCsvInAnotherCharacterSetIsRefusedWithAWayOut() {
        assertThat(refuses(FileKind.IMPORT, "PK\u0003\u0004 a workbook".getBytes(ISO_8859_1), ErrorCode.INVALID))
                .contains("Excel workbook");
        assertThat(refuses(FileKind.IMPORT, "Name\n#1\n".getBytes(UTF_16), ErrorCode.INVALID))
                .contains("UTF-16")
                .contains("CSV UTF-8");
        assertThat(refuses(FileKind.IMPORT, "Name\nMüller\n".getBytes(ISO_8859_1), ErrorCode.INVALID))
                .contains("CSV UTF-8");
        assertThat(refuses(FileKind.IMPORT, "Name\nM\u00c3".getBytes(ISO_8859_1), ErrorCode.INVALID))
                .contains("CSV UTF-8");
    }

    @Test
    void aCsvPassesAsItIs() throws IOException {
        var csv = "\uFEFFName,Straße\n" + "#1001,日本 😀\n".repeat(20_000);
        assertThat(new String(stored(FileKind.IMPORT, csv.getBytes(UTF_8)), UTF_8))
                .isEqualTo(csv);
    }

    @Test
    void aPdfWithScriptsIsRefusedAndAPlainOneTaken() throws IOException {
        var plain = "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n";
        assertThat(stored(FileKind.DOCUMENT, plain.getBytes(UTF_8))).isEqualTo(plain.getBytes(UTF_8));
        refuses(FileKind.DOCUMENT, plain.replace("/Type", "/JavaScript").getBytes(UTF_8), ErrorCode.INVALID);
        refuses(FileKind.PHOTO, plain.getBytes(UTF_8), ErrorCode.INVALID);
    }

    private static String refuses(FileKind kind, byte[] content, ErrorCode code) {
        return String.valueOf(assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> stored(kind, content))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .satisfies(refusal -> assertThat(refusal.field()).containsExactly("file"))
                .actual()
                .getMessage());
    }

    private static byte[] stored(FileKind kind, byte[] content) throws IOException {
        return Contents.check(kind, new ByteArrayInputStream(content)).bytes().readAllBytes();
    }

    private static BufferedImage read(byte[] image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image));
    }

    private static int redAt(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >> 16 & 0xFF;
    }
}
