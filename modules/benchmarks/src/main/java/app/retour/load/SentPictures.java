package app.retour.load;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as people send them, all within the stated limits; drawn here, so that none lies in the repository. */
final class SentPictures {
    private SentPictures() {}

    /** By what they are like. */
    static Map<String, byte[]> all() throws IOException {
        var pictures = new LinkedHashMap<String, byte[]>();
        pictures.put("a phone's photo, 4032 × 3024 JPEG", jpeg(drawn(4032, 3024, BufferedImage.TYPE_INT_RGB), false));
        pictures.put("the same, progressive", jpeg(drawn(4032, 3024, BufferedImage.TYPE_INT_RGB), true));
        pictures.put("a large drawing, 7700 × 7700 PNG", png(drawn(7700, 7700, BufferedImage.TYPE_4BYTE_ABGR)));
        return pictures;
    }

    private static BufferedImage drawn(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var pen = image.createGraphics();
        var chance = new Random(7);
        for (var shape = 0; shape < 400; shape++) {
            pen.setColor(new Color(chance.nextInt(1 << 24)));
            pen.fillOval(
                    chance.nextInt(width),
                    chance.nextInt(height),
                    chance.nextInt(width / 4),
                    chance.nextInt(height / 4));
        }
        pen.dispose();
        return image;
    }

    private static byte[] jpeg(BufferedImage image, boolean progressive) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            var wanted = writer.getDefaultWriteParam();
            if (progressive) {
                wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), wanted);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
