package app.retour.files;

import app.retour.files.PictureInput.Part;
import app.retour.files.UnfitFile.Reason;
import java.nio.BufferUnderflowException;
import java.util.List;

/**
 * What an image says of itself, read by hand before any decoder sees a byte of it.
 *
 * @param channels bytes of a pixel as decoded
 * @param drawable whether it is drawn as it is decoded; other forms are copied first
 * @param turn EXIF orientation, 1 (upright) to 8
 * @param held bytes that the decoder keeps beside the pixels: rows, and for a JPEG of several scans all coefficients
 * @param parts what is worth decoding, so that texts, compressed profiles and further pictures never unfold
 */
record ImageHeader(
        Format format, long width, long height, int channels, boolean drawable, int turn, long held, List<Part> parts) {
    /** Bytes of a pixel of a form that the painter does not know: it turns into one that it knows by way of another. */
    private static final int COPIED = 8;
    /** Bytes of a pixel of the picture beside the one that it is turned from. */
    private static final int TURNED = 4;
    /** Bytes of a pixel that is kept: drawn, and written. */
    private static final int KEPT = 8;

    /** The formats that are read. */
    enum Format {
        PNG,
        JPEG
    }

    /** @throws UnfitFile when it is no sound PNG or JPEG, or of a form that is not taken */
    static ImageHeader of(byte[] content, Format format, int mostParts, int mostScans) {
        try {
            return format == Format.PNG
                    ? new PngHeader(content, mostParts).read()
                    : new JpegHeader(content, mostParts, mostScans).read();
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException cut) {
            throw new UnfitFile(Reason.DAMAGED);
        }
    }

    /** Every so many pixels are read, each way: no fewer than are kept, and less than twice as many. */
    int step(int side) {
        return (int) Math.max(1, Math.max(width, height) / side);
    }

    /** All that reading, turning and writing take, beside the content itself. */
    long memory(int side) {
        var across = read(width, side);
        var down = read(height, side);
        var scale = Math.min(1.0, (double) side / Math.max(across, down));
        var kept = (long) (Math.ceil(across * scale) * Math.ceil(down * scale));
        var copied = drawable ? 0 : COPIED;
        var turned = turn == 1 ? 0 : TURNED;
        return held + across * down * (channels + copied) + kept * (KEPT + turned);
    }

    private long read(long length, int side) {
        return (length + step(side) - 1) / step(side);
    }
}
