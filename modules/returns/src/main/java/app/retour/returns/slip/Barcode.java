package app.retour.returns.slip;

import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;

/**
 * A slip's code as bars, vectors so that any printer keeps the edges sharp.
 *
 * <p>A module is half a millimetre and comes to whole dots at 100, 150, 200, 300 and 600 dots an inch: Code 128 of
 * okapibarcode 0.5.4 read by zxing 3.5.4 was not read at all at 1.5 dots a module, and read wrongly at 1.1 with a right
 * check digit (seen 2026-11-29).
 */
final class Barcode {
    /** 72 points an inch, 50 modules an inch. */
    static final float MODULE = 1.44f;
    /** What the standard wants white on both sides, in modules. */
    static final int QUIET = 10;

    static final float HEIGHT = 64;
    /** Of ink, right of the left edge of the page: whole modules, so that the first bar begins with a dot. */
    static final float LEFT = 40 * MODULE;

    private final Code128 bars = new Code128();

    /** @param code ASCII: of anything else some readers give back a part, and call it whole (jsQR, seen 2026-11-29) */
    Barcode(String code) {
        if (!code.chars().allMatch(letter -> letter >= ' ' && letter <= '~')) {
            throw new IllegalArgumentException("A barcode says ASCII only, not " + code);
        }
        bars.setHumanReadableLocation(HumanReadableLocation.NONE);
        bars.setContent(code);
    }

    /** The quiet zone right of it included. */
    float right() {
        return LEFT + (bars.getWidth() + QUIET) * MODULE;
    }

    void draw(Ink ink, float bottom) {
        for (var bar : bars.getRectangles()) {
            ink.bar(LEFT + (float) bar.x * MODULE, bottom, (float) bar.width * MODULE, HEIGHT);
        }
    }
}
