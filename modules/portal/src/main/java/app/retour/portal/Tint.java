package app.retour.portal;

import java.util.regex.Pattern;

/** A colour of the screen, and how well it reads on another (WCAG 2.2, relative luminance). */
record Tint(int red, int green, int blue) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final double AA = 4.5;
    static final Tint WHITE = new Tint(255, 255, 255);
    static final Tint BLACK = new Tint(0, 0, 0);

    /** Nothing but {@code #rrggbb} ever reaches a style sheet; what else is given becomes the fallback. */
    static Tint of(String hex, Tint fallback) {
        if (!HEX.matcher(hex).matches()) {
            return fallback;
        }
        var rgb = Integer.parseInt(hex.substring(1), 16);
        return new Tint(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }

    String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    double contrastTo(Tint other) {
        var bright = Math.max(luminance(), other.luminance());
        var dim = Math.min(luminance(), other.luminance());
        return (bright + 0.05) / (dim + 0.05);
    }

    /** Black or white, whichever reads better on this. */
    Tint ink() {
        return contrastTo(WHITE) >= contrastTo(BLACK) ? WHITE : BLACK;
    }

    /** This colour, moved towards another just as far as text in it needs to be read on a ground. */
    Tint readableOn(Tint ground, Tint towards) {
        var tint = this;
        for (var step = 1; tint.contrastTo(ground) < AA && step <= 20; step++) {
            tint = mixedWith(towards, step / 20.0);
        }
        return tint;
    }

    Tint mixedWith(Tint other, double share) {
        return new Tint(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    private static int mix(int one, int other, double share) {
        return (int) Math.round(one * (1 - share) + other * share);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
