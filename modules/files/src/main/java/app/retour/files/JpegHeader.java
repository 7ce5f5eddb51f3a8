package app.retour.files;

import app.retour.files.ImageHeader.Format;
import app.retour.files.PictureInput.Part;
import app.retour.files.UnfitFile.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/**
 * Reads the segments and scans of a JPEG, and hands on only what makes the picture: its frame, tables and scans, what JFIF
 * and Adobe note about colors, and one color profile of ordinary size.
 */
final class JpegHeader {
    private static final int BEGIN = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int JFIF = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int PROFILE = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int LARGEST_PROFILE = 64_000;
    /** Bytes of a block of 8 × 8 coefficients. */
    private static final int BLOCK = 128;
    /** Rows of a block, twice for each of the sampling, as the decoder keeps them. */
    private static final int ROWS = 64;

    private final byte[] content;
    private final ByteBuffer in;
    private final int mostSegments;
    private final int mostScans;
    private final ArrayList<Part> parts = new ArrayList<>();
    private int segments;
    private int scans;
    private int turn = 1;
    private int frame = -1;
    private boolean wholeKept;

    JpegHeader(byte[] content, int mostSegments, int mostScans) {
        this.content = content;
        this.mostSegments = mostSegments;
        this.mostScans = mostScans;
        in = ByteBuffer.wrap(content).position(2);
        parts.add(new Part(0, 2));
    }

    ImageHeader read() {
        for (var marker = marker(); marker != END; marker = marker()) {
            if (marker == BEGIN) {
                throw new UnfitFile(Reason.DAMAGED);
            }
            var start = in.position();
            var length = in.getShort(start) & 0xFFFF;
            if (length < 2 || ++segments > mostSegments) {
                throw new UnfitFile(length < 2 ? Reason.DAMAGED : Reason.TOO_MANY_PARTS);
            }
            in.position(start + length);
            take(marker, start, length);
        }
        if (in.position() >= 4 && in.get(in.position() - 1) == (byte) END) {
            parts.add(new Part(in.position() - 2, 2));
        }
        if (frame < 0 || scans == 0) {
            throw new UnfitFile(Reason.DAMAGED);
        }
        return header();
    }

    /** The next one that has a length, or the end; a file that stops after a scan ends there, as decoders see it. */
    private int marker() {
        if (!in.hasRemaining() && scans > 0) {
            return END;
        }
        if ((in.get() & 0xFF) != 0xFF) {
            throw new UnfitFile(Reason.DAMAGED);
        }
        var marker = in.get() & 0xFF;
        while (marker == 0xFF || marker == 0x01 || marker >= 0xD0 && marker <= 0xD7) {
            marker = in.get() & 0xFF;
        }
        return marker;
    }

    private void take(int marker, int start, int length) {
        if (isFrame(marker)) {
            if (marker > 0xC2 || in.get(start + 2) != 8) {
                throw new UnfitFile(Reason.RARE_JPEG);
            }
            if (frame >= 0) {
                throw new UnfitFile(Reason.DAMAGED);
            }
            frame = start;
            wholeKept = marker == 0xC2;
        }
        if (marker == EXIF) {
            turn = ExifTurn.of(content, start + 2, length - 2, turn);
        } else if (marker == SCAN) {
            scan(start, length);
        } else if (marker <= JFIF || marker == ADOBE || marker == PROFILE && isOneProfile(start, length)) {
            parts.add(new Part(start - 2, length + 2));
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private boolean isOneProfile(int start, int length) {
        return length > 16
                && length < LARGEST_PROFILE
                && text(start + 2, 11).equals("ICC_PROFILE")
                && in.get(start + 14) == 1
                && in.get(start + 15) == 1;
    }

    private String text(int start, int length) {
        return new String(content, start, length, StandardCharsets.ISO_8859_1);
    }

    /** A scan is a part of its own: the clock is looked at before each. */
    private void scan(int start, int length) {
        if (++scans > mostScans) {
            throw new UnfitFile(Reason.TOO_MANY_PARTS);
        }
        if (frame < 0) {
            throw new UnfitFile(Reason.DAMAGED);
        }
        wholeKept |= in.get(start + 2) < components();
        var end = start + length;
        while (end < content.length && !endsScan(end)) {
            end++;
        }
        in.position(end);
        parts.add(new Part(start - 2, end - start + 2));
    }

    private boolean endsScan(int at) {
        if (content[at] != (byte) 0xFF || at + 1 == content.length) {
            return false;
        }
        var next = content[at + 1] & 0xFF;
        return next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7);
    }

    private int components() {
        return in.get(frame + 7);
    }

    private ImageHeader header() {
        long height = in.getShort(frame + 3) & 0xFFFF;
        long width = in.getShort(frame + 5) & 0xFFFF;
        if (components() == 4) {
            throw new UnfitFile(Reason.PRINT_COLORS);
        }
        if (components() != 1 && components() != 3) {
            throw new UnfitFile(Reason.RARE_JPEG);
        }
        var held = ROWS * width * components() + (wholeKept ? coefficients(width, height) : 0);
        return new ImageHeader(Format.JPEG, width, height, components(), true, turn, held, parts);
    }

    /** What a decoder keeps when a scan does not tell all components, or not all of them at once. */
    private long coefficients(long width, long height) {
        var widest = 1;
        var highest = 1;
        for (var component = 0; component < components(); component++) {
            widest = Math.max(widest, sampling(component) >> 4);
            highest = Math.max(highest, sampling(component) & 15);
        }
        var across = (width + widest * 8L - 1) / (widest * 8L);
        var down = (height + highest * 8L - 1) / (highest * 8L);
        var bytes = 0L;
        for (var component = 0; component < components(); component++) {
            bytes += across * (sampling(component) >> 4) * down * (sampling(component) & 15) * BLOCK;
        }
        return bytes;
    }

    private int sampling(int component) {
        return in.get(frame + 9 + component * 3) & 0xFF;
    }
}
