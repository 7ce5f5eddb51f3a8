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
        var logo = new Contents(PictureLimits.USUAL).check(FileKind.LOGO, new ByteArrayInputStream(out.toByteArray()));
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
    void rareFormsAreRefusedWithAWayOut() {
        assertThat(refuses(FileKind.LOGO, PictureForms.png(PictureForms.sixteenBits(9, 9)), ErrorCode.INVALID))
                .contains("16 bits", "8 bits");
        var jpeg = SamplePictures.of("jpeg", 16, 16);
        var frame = frame(jpeg);
        for (var marker : new int[] {0xC3, 0xC5, 0xC9, 0xCA}) {
            assertThat(refuses(FileKind.PHOTO, patched(jpeg, frame + 1, marker), ErrorCode.INVALID))
                    .contains("lossless, arithmetic or of 12 bits", "ordinary JPEG");
        }
        assertThat(refuses(FileKind.PHOTO, patched(jpeg, frame + 4, 12), ErrorCode.INVALID))
                .contains("12 bits");
        assertThat(refuses(FileKind.PHOTO, patched(jpeg, frame + 9, 4), ErrorCode.INVALID))
                .contains("CMYK", "RGB");
    }

    @Test
    void aColorProfileOfOrdinarySizeCounts() throws IOException {
        var gray = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 16 * 16; x++) {
            gray.setRGB(x % 16, x / 16, 0x404040);
        }
        var plain = PictureForms.jpeg(gray);
        assertThat(redAt(read(stored(FileKind.PHOTO, plain)), 8, 8)).isBetween(0x3C, 0x44);
        assertThat(redAt(read(stored(FileKind.PHOTO, PictureForms.withProfile(plain))), 8, 8))
                .as("linear light looks brighter")
                .isGreaterThan(0x80);
    }

    @Test
    void whatFollowsAPictureInItsFileIsNotRead() throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        out.writeBytes(SamplePictures.of("jpeg", 30, 20));
        out.writeBytes(SamplePictures.of("jpeg", 70, 50));
        assertThat(read(stored(FileKind.PHOTO, out.toByteArray())).getWidth()).isEqualTo(30);
    }

    private static int frame(byte[] jpeg) {
        var at = 2;
        while (jpeg[at + 1] != (byte) 0xC0) {
            at += 2 + (jpeg[at + 2] & 0xFF) * 256 + (jpeg[at + 3] & 0xFF);
        }
        return at;
    }

    private static byte[] patched(byte[] content, int at, int value) {
        var patched = content.clone();
        patched[at] = (byte) value;
        return patched;
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
        return new Contents(PictureLimits.USUAL)
                .check(kind, new ByteArrayInputStream(content))
                .bytes()
                .readAllBytes();
    }

    private static BufferedImage read(byte[] image) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(image));
    }

    private static int redAt(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >> 16 & 0xFF;
    }
}
