package app.retour.files;

import app.retour.files.ImageHeader.Format;
import app.retour.files.ImageHeader.UnreadableContent;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws an image anew: upright, no larger than wanted, and with nothing of the original file but its colours. Large ones
 * are thinned while they are read, so that memory follows the wanted size and not the sender's.
 */
final class Picture {
    private static final float QUALITY = 0.85f;

    private Picture() {}

    /** @param side the most pixels of the longer side; @param keepAlpha PNG with transparency, else JPEG on white */
    static byte[] redraw(ImageHeader header, int side, boolean keepAlpha) throws UnreadableContent {
        try {
            var read = upright(read(header, side), header.turn());
            var scale = Math.min(1.0, (double) side / Math.max(read.getWidth(), read.getHeight()));
            var width = Math.max(1, (int) Math.round(read.getWidth() * scale));
            var height = Math.max(1, (int) Math.round(read.getHeight() * scale));
            var drawn = new BufferedImage(
                    width, height, keepAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
            var pen = drawn.createGraphics();
            if (!keepAlpha) {
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, width, height);
            }
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(read, 0, 0, width, height, null);
            pen.dispose();
            return keepAlpha ? write(drawn, "png") : write(drawn, "jpeg");
        } catch (IOException | RuntimeException broken) {
            // Decoders answer broken files with many kinds of exceptions; all mean the same to the sender.
            throw new UnreadableContent();
        }
    }

    private static BufferedImage read(ImageHeader header, int side) throws IOException, UnreadableContent {
        var reader = ImageIO.getImageReadersByFormatName(header.format() == Format.PNG ? "png" : "jpeg")
                .next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(header.pixels()))) {
            reader.setInput(in, true, true);
            requireSame(header, reader);
            var wanted = reader.getDefaultReadParam();
            var step = (int) Math.max(1, Math.max(header.width(), header.height()) / (2L * side));
            wanted.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, wanted);
        } finally {
            reader.dispose();
        }
    }

    private static void requireSame(ImageHeader header, ImageReader reader) throws IOException, UnreadableContent {
        if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
            throw new UnreadableContent();
        }
    }

    private static BufferedImage upright(BufferedImage image, int turn) {
        if (turn == 1) {
            return image;
        }
        var width = image.getWidth();
        var height = image.getHeight();
        var turned = turn >= 5;
        // EXIF orientations 2 to 8 as matrices: mirrored, upside down, both, transposed, clockwise, transverse,
        // counter.
        var move = switch (turn) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        var drawn = new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.drawImage(image, move, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] write(BufferedImage image, String format) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var wanted = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                wanted.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), wanted);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
