package app.retour.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How a camera was held, as it noted in the EXIF segment of a JPEG. */
final class ExifTurn {
    private static final int ORIENTATION = 0x0112;

    private ExifTurn() {}

    /** The orientation, 1 to 8; the one before when this segment says nothing sound. */
    static int of(byte[] content, int start, int length, int before) {
        if (length < 14 || !new String(content, start, 4, StandardCharsets.ISO_8859_1).equals("Exif")) {
            return before;
        }
        try {
            var tiff = ByteBuffer.wrap(content, start + 6, length - 6).slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            var directory = tiff.getInt(4);
            var entries = tiff.getShort(directory) & 0xFFFF;
            for (var entry = 0; entry < entries; entry++) {
                var at = directory + 2 + entry * 12;
                if (tiff.getShort(at) == ORIENTATION) {
                    var value = tiff.getShort(at + 8);
                    return value >= 1 && value <= 8 ? value : before;
                }
            }
        } catch (IndexOutOfBoundsException unsound) {
            return before;
        }
        return before;
    }
}
