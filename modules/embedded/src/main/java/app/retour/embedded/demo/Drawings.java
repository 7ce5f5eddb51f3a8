package app.retour.embedded.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Draws the demo's products from shapes of our own, as PNG: no third party's picture is needed. */
final class Drawings {
    private static final int SIDE = 480;
    private static final double BOX = 100;
    private static final Map<String, List<Layer>> SHAPES = shapes();

    private Drawings() {}

    private record Layer(String ink, Path2D path) {}

    /** @param color of the goods themselves, {@code #rrggbb} */
    static byte[] png(String shape, String color) {
        var layers = Objects.requireNonNull(SHAPES.get(shape), shape);
        var base = Color.decode(color);
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(mixed(base, Color.WHITE, 0.88));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.scale(SIDE / BOX * 0.86, SIDE / BOX * 0.86);
        pen.translate(BOX * 0.08, BOX * 0.08);
        layers.forEach(layer -> draw(pen, layer, base));
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static void draw(Graphics2D pen, Layer layer, Color base) {
        var dark = mixed(base, Color.BLACK, 0.32);
        switch (layer.ink) {
            case "dark" -> pen.setColor(dark);
            case "light" -> pen.setColor(mixed(base, Color.WHITE, 0.55));
            case "line" -> pen.setColor(mixed(base, Color.BLACK, 0.45));
            default -> pen.setColor(base);
        }
        if (layer.ink.equals("line")) {
            pen.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.draw(layer.path);
        } else {
            pen.fill(layer.path);
        }
    }

    private static Color mixed(Color one, Color other, double share) {
        return new Color(
                mixed(one.getRed(), other.getRed(), share),
                mixed(one.getGreen(), other.getGreen(), share),
                mixed(one.getBlue(), other.getBlue(), share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one * (1 - share) + other * share);
    }

    private static Map<String, List<Layer>> shapes() {
        var shapes = new HashMap<String, List<Layer>>();
        List<Layer> current = new ArrayList<>();
        for (var line : text().lines().filter(each -> !each.startsWith("#")).toList()) {
            var space = line.indexOf(' ');
            if (space < 0) {
                current = new ArrayList<>();
                shapes.put(line, current);
            } else {
                current.add(new Layer(line.substring(0, space), path(line.substring(space + 1))));
            }
        }
        return Map.copyOf(shapes);
    }

    private static Path2D path(String words) {
        var path = new Path2D.Double();
        var points = new ArrayList<double[]>();
        var step = "";
        for (var word : words.split(" ")) {
            if (word.equals("Z")) {
                path.closePath();
            } else if (word.length() == 1) {
                step = word;
                points.clear();
            } else {
                var comma = word.indexOf(',');
                points.add(new double[] {
                    Double.parseDouble(word.substring(0, comma)), Double.parseDouble(word.substring(comma + 1))
                });
                if (points.size() == (step.equals("Q") ? 2 : 1)) {
                    go(path, step, points);
                    points.clear();
                }
            }
        }
        return path;
    }

    private static void go(Path2D path, String step, List<double[]> points) {
        var to = points.getLast();
        switch (step) {
            case "M" -> path.moveTo(to[0], to[1]);
            case "L" -> path.lineTo(to[0], to[1]);
            case "Q" -> path.quadTo(points.getFirst()[0], points.getFirst()[1], to[0], to[1]);
            default -> throw new IllegalStateException("No such step in a shape: " + step);
        }
    }

    private static String text() {
        try (InputStream in = Drawings.class.getResourceAsStream("/demo/shapes.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
