package app.retour.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * What the header of an image says, read by hand before any decoder sees a byte of it.
 *
 * @param pixels what is worth decoding: for a PNG only the chunks that make the picture, so that compressed texts and
 *     profiles never unfold
 * @param turn EXIF orientation, 1 (upright) to 8
 */
record ImageHeader(Format format, long width, long height, int turn, byte[] pixels) {
    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int PNG_SIGNATURE = 8;

    /** The formats that are read. */
    enum Format {
        PNG,
        JPEG
    }

    /** @throws UnreadableContent when it is no sound PNG or JPEG */
    static ImageHeader of(byte[] content, Format format) throws UnreadableContent {
        try {
            return format == Format.PNG ? png(content) : jpeg(content);
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException | IllegalArgumentException cut) {
            throw new UnreadableContent();
        }
    }

    private static ImageHeader png(byte[] content) throws UnreadableContent {
        var in = ByteBuffer.wrap(content).position(PNG_SIGNATURE);
        var picture = new ByteArrayOutputStream(content.length);
        picture.write(content, 0, PNG_SIGNATURE);
        long width = 0;
        long height = 0;
        var seen = "";
        while (!seen.equals("IEND")) {
            var start = in.position();
            var length = in.getInt();
            if (length < 0 || length > in.remaining() - 8) {
                throw new UnreadableContent();
            }
            var type = new byte[4];
            in.get(type);
            var name = new String(type, StandardCharsets.ISO_8859_1);
            if (seen.isEmpty() != name.equals("IHDR")) {
                throw new UnreadableContent();
            }
            if (seen.isEmpty()) {
                width = Integer.toUnsignedLong(in.getInt(in.position()));
                height = Integer.toUnsignedLong(in.getInt(in.position() + 4));
            }
            var crc = new CRC32();
            crc.update(content, start + 4, length + 4);
            in.position(in.position() + length);
            if ((int) crc.getValue() != in.getInt()) {
                throw new UnreadableContent();
            }
            if (PICTURE.contains(name)) {
                picture.write(content, start, length + 12);
            }
            seen = name;
        }
        return new ImageHeader(Format.PNG, width, height, 1, picture.toByteArray());
    }

    private static ImageHeader jpeg(byte[] content) throws UnreadableContent {
        var in = ByteBuffer.wrap(content).position(2);
        var turn = 1;
        while (true) {
            if ((in.get() & 0xFF) != 0xFF) {
                throw new UnreadableContent();
            }
            var marker = in.get() & 0xFF;
            while (marker == 0xFF) {
                marker = in.get() & 0xFF;
            }
            if (marker == 0x01 || marker >= 0xD0 && marker <= 0xD7) {
                continue;
            }
            var segment = in.position();
            var length = in.getShort(segment) & 0xFFFF;
            if (length < 2 || marker == 0xD9 || marker == 0xDA) {
                throw new UnreadableContent();
            }
            if (marker == 0xE1) {
                turn = turn(content, segment + 2, length - 2, turn);
            }
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                var height = in.getShort(segment + 3) & 0xFFFF;
                var width = in.getShort(segment + 5) & 0xFFFF;
                return new ImageHeader(Format.JPEG, width, height, turn, content);
            }
            in.position(segment + length);
        }
    }

    /** The orientation that a camera noted; the one before when this segment says nothing sound. */
    private static int turn(byte[] content, int start, int length, int before) {
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
                if (tiff.getShort(at) == 0x0112) {
                    var value = tiff.getShort(at + 8);
                    return value >= 1 && value <= 8 ? value : before;
                }
            }
        } catch (IndexOutOfBoundsException unsound) {
            return before;
        }
        return before;
    }

    /** The content is not what it says it is, or damaged. */
    static final class UnreadableContent extends Exception {
        UnreadableContent() {
            super("The content is damaged or not what it claims to be", null, false, false);
        }
    }
}
