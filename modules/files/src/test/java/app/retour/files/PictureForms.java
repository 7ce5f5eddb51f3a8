package app.retour.files;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures of many forms, all sound and small. */
final class PictureForms {
    private PictureForms() {}

    /** Noise, which no format makes small; of a type of {@link BufferedImage}. */
    static BufferedImage noise(int width, int height, int type) {
        return noise(new BufferedImage(width, height, type));
    }

    static BufferedImage grayAlpha(int width, int height) {
        var gray = ColorSpace.getInstance(ColorSpace.CS_GRAY);
        var form = ImageTypeSpecifier.createInterleaved(gray, new int[] {0, 1}, DataBuffer.TYPE_BYTE, true, false);
        return noise(form.createBufferedImage(width, height));
    }

    static BufferedImage sixteenBits(int width, int height) {
        var rgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        var model = new ComponentColorModel(rgb, false, false, BufferedImage.OPAQUE, DataBuffer.TYPE_USHORT);
        return new BufferedImage(model, model.createCompatibleWritableRaster(width, height), false, null);
    }

    private static BufferedImage noise(BufferedImage image) {
        var chance = new Random(7);
        var raster = image.getRaster();
        for (var band = 0; band < raster.getNumBands(); band++) {
            var most = 1 << raster.getSampleModel().getSampleSize(band);
            for (var y = 0; y < image.getHeight(); y++) {
                for (var x = 0; x < image.getWidth(); x++) {
                    raster.setSample(x, y, band, chance.nextInt(most));
                }
            }
        }
        return image;
    }

    static byte[] png(BufferedImage image) {
        return written(image, "png", wanted -> wanted);
    }

    static byte[] jpeg(BufferedImage image) {
        return written(image, "jpeg", wanted -> wanted);
    }

    /** A JPEG of about ten scans. */
    static byte[] progressive(BufferedImage image) {
        return written(image, "jpeg", wanted -> {
            wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            return wanted;
        });
    }

    private static byte[] written(BufferedImage image, String format, UnaryOperator<ImageWriteParam> set) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), set.apply(writer.getDefaultWriteParam()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** With a color profile in so many segments, of which each says that it is all. */
    static byte[] withProfile(byte[] jpeg) {
        var segment = new ByteArrayOutputStream();
        segment.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
        segment.writeBytes(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
        return withSegments(jpeg, 0xE2, segment.toByteArray(), 1);
    }

    /** With more segments behind the first one of a JPEG. */
    static byte[] withSegments(byte[] jpeg, int marker, byte[] segment, int times) {
        var first = 4 + (jpeg[4] & 0xFF) * 256 + (jpeg[5] & 0xFF);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, first);
        for (var time = 0; time < times; time++) {
            var length = segment.length + 2;
            out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
            out.writeBytes(segment);
        }
        out.write(jpeg, first, jpeg.length - first);
        return out.toByteArray();
    }

    /** The same PNG with its pixels in chunks of so many bytes. */
    static byte[] inChunksOf(int bytes, byte[] png) {
        var out = new ByteArrayOutputStream();
        out.write(png, 0, 8);
        for (var at = 8; at < png.length; ) {
            var length = java.nio.ByteBuffer.wrap(png).getInt(at);
            var name = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            var step = name.equals("IDAT") ? bytes : Math.max(1, length);
            for (var from = 0; from == 0 || from < length; from += step) {
                out.writeBytes(chunk(name, png, at + 8 + from, Math.min(step, length - from)));
            }
            at += length + 12;
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String name, byte[] from, int start, int length) {
        var chunk = java.nio.ByteBuffer.allocate(length + 12)
                .putInt(length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(from, start, length);
        var crc = new java.util.zip.CRC32();
        crc.update(chunk.array(), 4, length + 4);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
