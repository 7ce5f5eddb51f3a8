package app.retour.files;

import java.time.Duration;

/**
 * What reading one picture may cost. Each but the time is looked at before a decoder sees a byte.
 *
 * @param pixels of the picture as sent
 * @param memory bytes that reading, turning and writing it may take, all copies included
 * @param scans passes of a JPEG over the whole picture; ordinary progressive ones have about ten
 * @param parts segments of a JPEG or chunks of a PNG
 * @param time from the first byte read to the last one written
 */
record PictureLimits(long pixels, long memory, int scans, int parts, Duration time) {
    static final PictureLimits USUAL = new PictureLimits(60_000_000, 128_000_000, 32, 20_000, Duration.ofSeconds(20));
}
