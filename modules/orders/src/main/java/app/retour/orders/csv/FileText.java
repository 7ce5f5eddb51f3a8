package app.retour.orders.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of a file, whatever its name says of it. What is no text is refused in words that say what to do. */
final class FileText {
    private static final int START = 16;
    private static final List<Disguise> DISGUISES = List.of(
            new Disguise("PK\u0003\u0004", "an Excel workbook. In Excel choose Save As, “CSV UTF-8”, and send that"),
            new Disguise(
                    "\u00D0\u00CF\u0011\u00E0",
                    "an old Excel workbook. In Excel choose Save As, “CSV UTF-8”, and send that"),
            new Disguise("%PDF", "a PDF. Export it as CSV"),
            new Disguise("<!DOCTYPE", "a web page. Sign in to your shop and export the file again"),
            new Disguise("<html", "a web page. Sign in to your shop and export the file again"),
            new Disguise("<?xml", "XML. Export it as CSV"),
            new Disguise("\u001F\u008B", "compressed. Unpack it first"),
            new Disguise("\u0089PNG", "a picture. Export the orders as CSV"));

    private FileText() {}

    private record Disguise(String start, String what) {}

    /** @param content closed with what is returned */
    static BufferedReader of(InputStream content) throws IOException {
        var in = new BufferedInputStream(content);
        in.mark(START);
        var start = in.readNBytes(START);
        in.reset();
        var letters = new String(start, StandardCharsets.ISO_8859_1);
        for (var disguise : DISGUISES) {
            if (letters.regionMatches(true, 0, disguise.start, 0, disguise.start.length())) {
                throw new FileNotUnderstood("This is no CSV file but " + disguise.what);
            }
        }
        if (letters.startsWith("\u00EF\u00BB\u00BF")) {
            in.skipNBytes(3);
        }
        var decoder = charset(letters)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(in, decoder));
    }

    private static Charset charset(String start) {
        if (start.startsWith("\u00FE\u00FF") || start.startsWith("\u00FF\u00FE")) {
            return StandardCharsets.UTF_16;
        }
        if (start.matches("(?s)[^\0]\0[^\0]\0.*")) {
            return StandardCharsets.UTF_16LE;
        }
        return start.matches("(?s)\0[^\0]\0[^\0].*") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }
}
