package app.retour.tenants;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a merchant looks: values only, never HTML or CSS.
 *
 * @param color #rrggbb, readable on white
 * @param logoFile id of a stored file
 */
public record Brand(String color, @Nullable UUID logoFile) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
    /** WCAG 2.2, level AA, for text of any size. */
    private static final double READABLE = 4.5;

    /** @throws Refusal INVALID for another notation, or for a colour that nobody can read on white */
    public Brand {
        color = color.strip().toLowerCase(Locale.ROOT);
        if (!HEX.matcher(color).matches()) {
            throw new Refusal(ErrorCode.INVALID, "A colour is written #rrggbb, for example #1f5a4d", "brand", "color");
        }
        if (contrastWithWhite(color) < READABLE) {
            throw new Refusal(
                    ErrorCode.INVALID,
                    "This colour has a contrast of %.1f with white, and 4.5 is needed; choose a darker one"
                            .formatted(Math.floor(contrastWithWhite(color) * 10) / 10),
                    "brand",
                    "color");
        }
    }

    /** The colour of text on the brand's colour: white, since the contrast is the same both ways. */
    public String onColor() {
        return "#ffffff";
    }

    private static double contrastWithWhite(String hex) {
        var luminance = 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double channel(String hex, int at) {
        var share = Integer.parseInt(hex, at, at + 2, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
