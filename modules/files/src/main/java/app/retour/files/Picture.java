package app.retour.files;

import app.retour.files.ImageHeader.Format;
import app.retour.files.UnfitFile.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws an image anew: upright, no larger than wanted, and with nothing of the original file but its colours. Large ones
 * are thinned while they are read, so that memory follows the wanted size and not the sender's.
 */
final class Picture {
    private static final float QUALITY = 0.85f;

    private Picture() {}

    /**
     * @param side the most pixels of the longer side
     * @param keepAlpha PNG with transparency, else JPEG on white
     * @throws UnfitFile DAMAGED or TOO_SLOW
     */
    static byte[] redraw(byte[] content, ImageHeader header, int side, boolean keepAlpha, Deadline deadline) {
        try {
            // One inside the other, so that no name keeps a picture that is done with.
            return write(
                    upright(scaled(read(header, side, content, deadline), side, keepAlpha), header.turn()),
                    keepAlpha ? "png" : "jpeg");
        } catch (IOException | RuntimeException broken) {
            // Decoders answer broken files, and the end of their time, with many kinds of exceptions.
            deadline.check();
            throw new UnfitFile(Reason.DAMAGED);
        }
    }

    /**
     * Nobody listens to the reader, and nobody aborts it: its input ends it. A listener would have each scan of a JPEG
     * drawn, not only the last.
     */
    private static BufferedImage read(ImageHeader header, int side, byte[] content, Deadline deadline)
            throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(header.format() == Format.PNG ? "png" : "jpeg")
                .next();
        try (var input = new PictureInput(content, header.parts(), deadline)) {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
                throw new UnfitFile(Reason.DAMAGED);
            }
            var wanted = reader.getDefaultReadParam();
            wanted.setSourceSubsampling(header.step(side), header.step(side), 0, 0);
            return reader.read(0, wanted);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage read, int side, boolean keepAlpha) {
        var scale = Math.min(1.0, (double) side / Math.max(read.getWidth(), read.getHeight()));
        var width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        var drawn =
                new BufferedImage(width, height, keepAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        if (!keepAlpha) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
        }
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(read, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
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
