package app.retour.returns.slip;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One file of letters. The JDK shapes with it (HarfBuzz is inside its font library); PDFBox embeds what was used of it.
 *
 * @see Faces
 */
final class Face {
    /** Widths are told for letters of this size. */
    static final int SIZE = 1000;

    private static final String INSTALLED = "sun.awt.fontconfig";
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private final String resource;
    private final String family;
    private final Letters letters;
    private volatile @Nullable Font font;

    Face(String resource, String family, Letters letters) {
        this.resource = resource;
        this.family = family;
        this.letters = letters;
    }

    String family() {
        return family;
    }

    boolean has(String cluster) {
        return letters.have(cluster);
    }

    /** Letters of one direction, joined and placed as their script wants it; from left to right as they are drawn. */
    GlyphVector shape(char[] text, int start, int limit, boolean isRightToLeft) {
        var direction = isRightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
        return font().layoutGlyphVector(EXACT, text, start, limit, direction);
    }

    byte[] file() {
        try (InputStream file = Objects.requireNonNull(Face.class.getResourceAsStream(resource), resource)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Font font() {
        var known = font;
        if (known == null) {
            synchronized (this) {
                known = font;
                if (known == null) {
                    known = opened().deriveFont((float) SIZE);
                    font = known;
                }
            }
        }
        return known;
    }

    private Font opened() {
        synchronized (Face.class) {
            try {
                return read();
            } catch (FontFormatException | IOException | RuntimeException failure) {
                return readOnABareMachine(failure);
            }
        }
    }

    private Font read() throws FontFormatException, IOException {
        return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file()));
    }

    /**
     * Where fontconfig or every font is missing, as in a slim image, the JDK opens no font at all, not even one of ours
     * (JDK 25.0.3: "Fontconfig head is null"), unless it is told what fonts the machine has: a file that names none.
     */
    private Font readOnABareMachine(Exception failure) {
        try {
            if (System.getProperty(INSTALLED) == null) {
                var none = Files.createTempFile("no-fonts-", ".properties");
                none.toFile().deleteOnExit();
                Files.writeString(none, "version=1\nsequence.allfonts=none\nallfonts.none=none\n");
                System.setProperty(INSTALLED, none.toString());
                return read();
            }
        } catch (FontFormatException | IOException | RuntimeException again) {
            failure.addSuppressed(again);
        }
        throw new IllegalStateException("The letters of %s cannot be read".formatted(resource), failure);
    }

    @Override
    public String toString() {
        return resource;
    }
}
