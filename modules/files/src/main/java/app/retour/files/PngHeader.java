package app.retour.files;

import app.retour.files.ImageHeader.Format;
import app.retour.files.PictureInput.Part;
import app.retour.files.UnfitFile.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.zip.CRC32;

/** Reads the chunks of a PNG: all sound, and only those that make the picture handed on. */
final class PngHeader {
    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;
    private static final int GRAY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GRAY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;
    /** The row, the one above, and one to copy from. */
    private static final int ROWS = 3;

    private final byte[] content;
    private final int most;
    private final ArrayList<Part> parts = new ArrayList<>();
    private boolean transparent;

    PngHeader(byte[] content, int most) {
        this.content = content;
        this.most = most;
        parts.add(new Part(0, SIGNATURE));
    }

    ImageHeader read() {
        var in = ByteBuffer.wrap(content).position(SIGNATURE);
        var chunks = 0;
        var seen = "";
        while (!seen.equals("IEND")) {
            var name = chunk(in);
            if (seen.isEmpty() != name.equals("IHDR")) {
                throw new UnfitFile(Reason.DAMAGED);
            }
            if (++chunks > most) {
                throw new UnfitFile(Reason.TOO_MANY_PARTS);
            }
            transparent |= name.equals("tRNS");
            seen = name;
        }
        return header();
    }

    private String chunk(ByteBuffer in) {
        var start = in.position();
        var length = in.getInt();
        if (length < 0 || length > in.remaining() - 8) {
            throw new UnfitFile(Reason.DAMAGED);
        }
        var name = new String(content, start + 4, 4, StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(content, start + 4, length + 4);
        in.position(start + 8 + length);
        if ((int) crc.getValue() != in.getInt()) {
            throw new UnfitFile(Reason.DAMAGED);
        }
        if (PICTURE.contains(name)) {
            parts.add(new Part(start, length + 12));
        }
        return name;
    }

    private ImageHeader header() {
        var in = ByteBuffer.wrap(content);
        var width = Integer.toUnsignedLong(in.getInt(SIGNATURE + 8));
        var height = Integer.toUnsignedLong(in.getInt(SIGNATURE + 12));
        var bits = in.get(SIGNATURE + 16);
        var color = in.get(SIGNATURE + 17);
        if (bits == 16) {
            throw new UnfitFile(Reason.SIXTEEN_BITS);
        }
        var sent = switch (color) {
            case GRAY, PALETTE -> 1;
            case GRAY_ALPHA -> 2;
            case RGB -> 3;
            case RGB_ALPHA -> 4;
            default -> throw new UnfitFile(Reason.DAMAGED);
        };
        var channels = transparent && (color == GRAY || color == RGB) ? sent + 1 : sent;
        var drawable = color == RGB || color == RGB_ALPHA || bits == 8 && channels == 1;
        return new ImageHeader(Format.PNG, width, height, channels, drawable, 1, ROWS * width * sent, parts);
    }
}
