package app.retour.journeys;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures that can be told apart after they were drawn anew by others. */
final class DrawnPhoto {
    private DrawnPhoto() {}

    /** A photo of one colour with a crack across it. */
    static byte[] of(Color color, String format) {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(color);
        pen.fillRect(0, 0, 640, 480);
        pen.setColor(Color.BLACK);
        pen.drawLine(0, 470, 630, 0);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Whether these bytes are a picture of that colour, and of that size. */
    static boolean shows(byte[] bytes, Color color) {
        try {
            var seen = ImageIO.read(new ByteArrayInputStream(bytes));
            if (seen == null || seen.getWidth() != 640 || seen.getHeight() != 480) {
                return false;
            }
            var there = new Color(seen.getRGB(40, 40));
            return Math.abs(there.getRed() - color.getRed()) < 12
                    && Math.abs(there.getGreen() - color.getGreen()) < 12
                    && Math.abs(there.getBlue() - color.getBlue()) < 12;
        } catch (IOException broken) {
            return false;
        }
    }
}
