package app.retour.files;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes what a sender calls a file safe to show and to offer for download. It never becomes a path of ours. */
final class FileName {
    private static final Map<String, String> ENDINGS =
            Map.of("image/jpeg", ".jpg", "image/png", ".png", "application/pdf", ".pdf", "text/csv", ".csv");
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}<>:\"|?*%;&'`$\\\\/]+");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)");
    private static final int LONGEST = 80;

    private FileName() {}

    /** The last part of what the sender said, without its ending, then the ending that the content deserves. */
    static String of(@Nullable String declared, String contentType) {
        var said = declared == null ? "" : declared;
        var last = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
        var dot = last.lastIndexOf('.');
        var stem = UNSAFE.matcher(dot >= 0 ? last.substring(0, dot) : last).replaceAll("_");
        stem = stem.replaceAll("^[.\\s_]+|[.\\s]+$", "");
        if (stem.codePointCount(0, stem.length()) > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
        }
        if (stem.isBlank() || DEVICE.matcher(stem).matches()) {
            stem = "file";
        }
        return stem + ENDINGS.getOrDefault(contentType, ".bin");
    }
}
