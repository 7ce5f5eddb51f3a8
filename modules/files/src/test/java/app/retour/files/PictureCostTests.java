package app.retour.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.files.ImageHeader.Format;
import app.retour.files.UnfitFile.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a picture may cost is reckoned before it is decoded, and decoding it costs no more than that. */
class PictureCostTests {
    private static final int SIDE = DrawingInLittleMemory.SIDE;
    private static final int ARGB = BufferedImage.TYPE_INT_ARGB;
    private static final int RGB = BufferedImage.TYPE_INT_RGB;

    private static Map<String, byte[]> forms() {
        var forms = new TreeMap<String, byte[]>();
        forms.put("baseline.jpeg", PictureForms.jpeg(PictureForms.noise(799, 799, RGB)));
        forms.put("small.jpeg", PictureForms.jpeg(PictureForms.noise(300, 350, RGB)));
        forms.put("thinned.jpeg", PictureForms.jpeg(PictureForms.noise(1500, 1400, RGB)));
        forms.put("turned.jpeg", SamplePictures.photographed(799, 700, 6, ""));
        forms.put("gray.jpeg", PictureForms.jpeg(PictureForms.noise(799, 799, BufferedImage.TYPE_BYTE_GRAY)));
        forms.put("progressive.jpeg", PictureForms.progressive(PictureForms.noise(700, 700, RGB)));
        forms.put("profile.jpeg", PictureForms.withProfile(PictureForms.jpeg(PictureForms.noise(799, 600, RGB))));
        forms.put("rgb.png", PictureForms.png(PictureForms.noise(799, 799, RGB)));
        forms.put("small.png", PictureForms.png(PictureForms.noise(350, 350, RGB)));
        forms.put("wide.png", PictureForms.png(PictureForms.noise(20_000, 40, RGB)));
        forms.put("alpha.png", PictureForms.png(PictureForms.noise(799, 799, ARGB)));
        forms.put("gray.png", PictureForms.png(PictureForms.noise(799, 799, BufferedImage.TYPE_BYTE_GRAY)));
        forms.put("bits.png", PictureForms.png(PictureForms.noise(799, 799, BufferedImage.TYPE_BYTE_BINARY)));
        forms.put("palette.png", PictureForms.png(PictureForms.noise(799, 799, BufferedImage.TYPE_BYTE_INDEXED)));
        forms.put("gray-alpha.png", PictureForms.png(PictureForms.grayAlpha(799, 799)));
        return forms;
    }

    @Test
    void everyFormIsDrawnWithinWhatWasReckonedForIt(@TempDir Path folder) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(DrawingInLittleMemory.FLAGS);
        command.addAll(List.of("-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path")));
        command.add(DrawingInLittleMemory.class.getName());
        for (var form : forms().entrySet()) {
            command.add(
                    Files.write(folder.resolve(form.getKey()), form.getValue()).toString());
        }
        var drawing = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(new String(drawing.getInputStream().readAllBytes(), UTF_8)).isEmpty();
        assertThat(drawing.waitFor()).isZero();
    }

    @Test
    void aPictureBeyondTheBudgetIsRefusedUndecoded() throws IOException {
        var budget = header(SamplePictures.of("png", 100, 100)).memory(2000) + 10_000;
        check(SamplePictures.of("png", 90, 90), budget, 32, 100);
        check(SamplePictures.of("jpeg", 90, 90), budget, 32, 100);
        assertThat(refused(SamplePictures.of("png", 200, 200), budget, 32, 100)).isEqualTo(Reason.TOO_MUCH_MEMORY);
        assertThat(refused(SamplePictures.of("jpeg", 200, 200), budget, 32, 100))
                .isEqualTo(Reason.TOO_MUCH_MEMORY);
        // With nothing behind its header: damaged, if anybody looked.
        assertThat(refused(SamplePictures.headerOnly(200, 200), budget, 32, 100))
                .isEqualTo(Reason.TOO_MUCH_MEMORY);
    }

    @Test
    void turningCountsAsTheCopyThatItIs() {
        var upright = header(SamplePictures.photographed(200, 200, 1, "")).memory(SIDE);
        assertThat(header(SamplePictures.photographed(200, 200, 6, "")).memory(SIDE))
                .isGreaterThanOrEqualTo(upright + 200 * 200 * 4);
    }

    @Test
    void allScansOfAProgressivePictureAreKeptAndCounted() {
        var picture = PictureForms.noise(400, 400, RGB);
        // One byte-sized sample becomes a coefficient of two bytes, of colors a quarter each.
        assertThat(header(PictureForms.progressive(picture)).memory(SIDE))
                .isGreaterThanOrEqualTo(header(PictureForms.jpeg(picture)).memory(SIDE) + 400 * 400 * 3);
    }

    @Test
    void whatIsReadFollowsTheKeptSizeAndNotTheSenders() {
        for (var side = 1000; side < 7000; side += 333) {
            var header = header(SamplePictures.headerOnly(side, side / 2));
            assertThat(side / header.step(SIDE)).isBetween(SIDE, 2 * SIDE);
            assertThat(header.memory(SIDE)).isLessThan(20_000_000);
        }
    }

    @Test
    void scansAndSegmentsAndChunksAreCapped() throws IOException {
        var progressive = PictureForms.progressive(PictureForms.noise(64, 64, RGB));
        assertThat(refused(progressive, 10_000_000, 4, 100)).isEqualTo(Reason.TOO_MANY_PARTS);
        check(progressive, 10_000_000, 32, 100);
        var noted = PictureForms.withSegments(SamplePictures.of("jpeg", 20, 20), 0xFE, new byte[9], 30);
        assertThat(refused(noted, 10_000_000, 32, 20)).isEqualTo(Reason.TOO_MANY_PARTS);
        check(noted, 10_000_000, 32, 100);
        var pieces = PictureForms.inChunksOf(10, SamplePictures.of("png", 40, 40));
        assertThat(refused(pieces, 10_000_000, 32, 5)).isEqualTo(Reason.TOO_MANY_PARTS);
        check(pieces, 10_000_000, 32, 1000);
    }

    private static void check(byte[] content, long memory, int scans, int parts) throws IOException {
        new Contents(new PictureLimits(60_000_000, memory, scans, parts, Duration.ofMinutes(5)))
                .check(FileKind.PHOTO, new ByteArrayInputStream(content));
    }

    private static Reason refused(byte[] content, long memory, int scans, int parts) {
        return assertThatExceptionOfType(UnfitFile.class)
                .isThrownBy(() -> check(content, memory, scans, parts))
                .actual()
                .reason();
    }

    private static ImageHeader header(byte[] content) {
        return ImageHeader.of(content, content[0] == (byte) 0x89 ? Format.PNG : Format.JPEG, 20_000, 32);
    }
}
