package app.retour.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.files.ImageHeader.Format;
import app.retour.files.UnfitFile.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the time is over the work ends, wherever it is; not only the waiting for it. */
class PictureDeadlineTests {
    private static final BufferedImage NOISE = PictureForms.noise(300, 300, BufferedImage.TYPE_INT_RGB);

    @Test
    void aSlowSenderIsNotWaitedFor() {
        var limits = new PictureLimits(60_000_000, 128_000_000, 32, 100, Duration.ofMillis(50));
        var slow = new Slow(SamplePictures.of("png", 100, 100));
        assertThatExceptionOfType(UnfitFile.class)
                .isThrownBy(() -> new Contents(limits).check(FileKind.PHOTO, slow))
                .satisfies(unfit -> assertThat(unfit.reason()).isEqualTo(Reason.TOO_SLOW))
                .withMessageContaining("try again");
        assertThat(slow.reads).as("reads").isLessThan(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "progressive"})
    void theDecoderIsEndedWhereverItIs(String form) {
        var content = switch (form) {
            case "png" -> PictureForms.png(NOISE);
            case "jpeg" -> PictureForms.jpeg(NOISE);
            default -> PictureForms.progressive(NOISE);
        };
        var header = ImageHeader.of(content, form.equals("png") ? Format.PNG : Format.JPEG, 100, 32);
        if (form.equals("progressive")) {
            assertThat(header.parts()).as("each scan is one").hasSizeGreaterThan(10);
        }
        var all = looks(content, header, Long.MAX_VALUE);
        assertThat(all).as("looks at the clock").isGreaterThan(header.parts().size());
        for (var most = 1L; most < all - 1; most += Math.max(1, all / 20)) {
            assertThat(looks(content, header, most)).isBetween(most, most + 3);
        }
    }

    /** How often the clock was looked at, which goes on by one each time. */
    private static long looks(byte[] content, ImageHeader header, long most) {
        var clock = new AtomicLong();
        var deadline = Deadline.in(Duration.ofNanos(most), clock::incrementAndGet);
        if (most == Long.MAX_VALUE) {
            assertThat(Picture.redraw(content, header, 100, false, deadline)).isNotEmpty();
        } else {
            assertThatExceptionOfType(UnfitFile.class)
                    .isThrownBy(() -> Picture.redraw(content, header, 100, false, deadline))
                    .satisfies(unfit -> assertThat(unfit.reason()).isEqualTo(Reason.TOO_SLOW));
        }
        return clock.get();
    }

    /** Gives one byte at a time, and takes 20 ms for it. */
    private static final class Slow extends FilterInputStream {
        private int reads;

        Slow(byte[] content) {
            super(new ByteArrayInputStream(content));
        }

        @Override
        public int read(byte[] into, int start, int length) throws IOException {
            reads++;
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            return super.read(into, start, 1);
        }

        @Override
        public byte[] readNBytes(int most) throws IOException {
            return InputStream.nullInputStream().readNBytes(most);
        }
    }
}
