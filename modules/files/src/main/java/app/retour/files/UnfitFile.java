package app.retour.files;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.util.List;

/** A content that is not taken, and why: for those who tell it in their own words. */
public final class UnfitFile extends Refusal {
    private final Reason reason;
    private final List<Long> facts;

    /** Why; the words say what is wrong and what to do. */
    public enum Reason {
        NEITHER_PNG_NOR_JPEG(
                ErrorCode.INVALID, "This is no PNG or JPEG image, whatever its name says; send a PNG or JPEG"),
        WEBP(ErrorCode.INVALID, "WebP images are not taken; save it as PNG or JPEG"),
        HEIC(ErrorCode.INVALID, "HEIC images are not taken; save it as JPEG"),
        DAMAGED(ErrorCode.INVALID, "The image is damaged and cannot be read; take or save it again as PNG or JPEG"),
        SIXTEEN_BITS(
                ErrorCode.INVALID,
                "The image has 16 bits a color, at most 8 are taken; save it as a PNG of 8 bits, or as JPEG"),
        PRINT_COLORS(
                ErrorCode.INVALID,
                "The image has colors for print (CMYK), which are not taken; save it as an RGB image"),
        RARE_JPEG(
                ErrorCode.INVALID,
                "This kind of JPEG (lossless, arithmetic or of 12 bits) is not taken; save it as an ordinary JPEG"),
        /** Its fact: the most megabytes. */
        TOO_MANY_BYTES(ErrorCode.TOO_LARGE, "The file is too large; at most %d MB are taken"),
        /** Its facts: width, height, the most megapixels. */
        TOO_MANY_PIXELS(
                ErrorCode.TOO_LARGE, "The image has %d × %d pixels; at most %d megapixels are taken; make it smaller"),
        /** Its facts: width and height. */
        TOO_MUCH_MEMORY(
                ErrorCode.TOO_LARGE,
                "The image of %d × %d pixels takes too much memory in this form; save it as an ordinary JPEG"
                        + " (not a progressive one), or make it smaller"),
        TOO_MANY_PARTS(
                ErrorCode.TOO_LARGE,
                "The image is made of too many parts; open it in an image program and save it as an ordinary JPEG"),
        /** Its fact: the most seconds. */
        TOO_SLOW(ErrorCode.TOO_LARGE, "The file could not be read within %d seconds; try again, or send a smaller one"),
        /** Its facts: the most files, the most gigabytes. */
        DAY_IS_FULL(
                ErrorCode.TOO_LARGE,
                "This shop has sent as many files within a day as it may, %d or %d GB; send this one tomorrow"),
        BUSY(ErrorCode.THROTTLED, "Too many files are being read at this moment; send it again in a few seconds");

        private final ErrorCode code;
        private final String words;

        Reason(ErrorCode code, String words) {
            this.code = code;
            this.words = words;
        }
    }

    /** @param facts what the words of that reason fill in, in order */
    public UnfitFile(Reason reason, long... facts) {
        super(reason.code, reason.words.formatted(boxed(facts).toArray()), "file");
        this.reason = reason;
        this.facts = boxed(facts);
    }

    private static List<Long> boxed(long... facts) {
        return java.util.Arrays.stream(facts).boxed().toList();
    }

    public Reason reason() {
        return reason;
    }

    /** What the words fill in, in order. */
    public List<Long> facts() {
        return facts;
    }
}
