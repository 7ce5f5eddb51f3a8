package app.retour.files;

import app.retour.files.ImageHeader.Format;
import app.retour.files.ImageHeader.UnreadableContent;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

/** Looks at what somebody sends and gives what may be stored of it. What it is, its bytes say; its name says nothing. */
final class Contents {
    /** Beyond it an image is refused unread: more than most phones take. */
    static final long MOST_PIXELS = 60_000_000;

    private static final int PHOTO_SIDE = 2000;
    private static final int LOGO_SIDE = 800;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    /** Decoding takes memory; more at a time would add up. */
    private static final Semaphore DECODING = new Semaphore(2);

    private Contents() {}

    /** What may be stored, and what it is. */
    record Checked(String contentType, InputStream bytes) {}

    /** @throws Refusal INVALID or TOO_LARGE, for the field {@code file} */
    static Checked check(FileKind kind, InputStream content) throws IOException {
        if (kind == FileKind.IMPORT) {
            return csv(content);
        }
        var bytes = content.readNBytes((int) kind.mostBytes() + 1);
        if (bytes.length > kind.mostBytes()) {
            throw tooLarge(kind);
        }
        if (bytes.length == 0) {
            throw refused("The file is empty");
        }
        return kind == FileKind.DOCUMENT ? pdf(bytes) : image(kind, bytes);
    }

    static Refusal tooLarge(FileKind kind) {
        return new Refusal(
                ErrorCode.TOO_LARGE,
                "The file is too large; at most %d MB are taken".formatted(kind.mostBytes() / 1_000_000),
                "file");
    }

    private static Checked image(FileKind kind, byte[] bytes) {
        var format = formatOf(bytes);
        try {
            var header = ImageHeader.of(bytes, format);
            if (header.width() < 1 || header.height() < 1) {
                throw new UnreadableContent();
            }
            if (header.width() > MOST_PIXELS / header.height()) {
                throw new Refusal(
                        ErrorCode.TOO_LARGE,
                        "The image has %d × %d pixels; at most 60 megapixels are taken"
                                .formatted(header.width(), header.height()),
                        "file");
            }
            DECODING.acquireUninterruptibly();
            try {
                var logo = kind == FileKind.LOGO;
                var drawn = Picture.redraw(header, logo ? LOGO_SIDE : PHOTO_SIDE, logo);
                return new Checked(logo ? "image/png" : "image/jpeg", new ByteArrayInputStream(drawn));
            } finally {
                DECODING.release();
            }
        } catch (UnreadableContent unreadable) {
            throw refused("The image is damaged and cannot be read; take or save it again as PNG or JPEG");
        }
    }

    private static Format formatOf(byte[] bytes) {
        if (startsWith(bytes, PNG)) {
            return Format.PNG;
        }
        if (startsWith(bytes, JPEG)) {
            return Format.JPEG;
        }
        var start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            throw refused("WebP images are not taken; save it as PNG or JPEG");
        }
        if (start.startsWith("ftyphei", 4) || start.startsWith("ftypmif1", 4)) {
            throw refused("HEIC images are not taken; save it as JPEG");
        }
        throw refused("This is no PNG or JPEG image, whatever its name says; send a PNG or JPEG");
    }

    private static Checked pdf(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("%PDF-")
                || !text.substring(Math.max(0, text.length() - 1024)).contains("%%EOF")) {
            throw refused("This is no PDF, whatever its name says; send a PDF");
        }
        for (var active : new String[] {"/JavaScript", "/JS", "/Launch", "/EmbeddedFile"}) {
            if (text.contains(active)) {
                throw refused("The PDF holds scripts or other files; print it to a plain PDF and send that");
            }
        }
        return new Checked("application/pdf", new ByteArrayInputStream(bytes));
    }

    private static Checked csv(InputStream content) throws IOException {
        var raw = new BufferedInputStream(content, 65_536);
        raw.mark(16);
        var magic = new String(raw.readNBytes(4), StandardCharsets.ISO_8859_1);
        raw.reset();
        if (magic.startsWith("PK\u0003\u0004") || magic.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw refused("This is an Excel workbook or an archive, whatever its name says; in Excel choose Save As,"
                    + " \"CSV UTF-8\", and send that file");
        }
        if (magic.startsWith("\u00FF\u00FE") || magic.startsWith("\u00FE\u00FF")) {
            throw refused("This file is Unicode text in UTF-16; save it as \"CSV UTF-8\" and send that file");
        }
        var text = new BufferedInputStream(new CsvText(raw, FileKind.IMPORT.mostBytes()), 65_536);
        text.mark(16);
        var start = new String(text.readNBytes(8), StandardCharsets.UTF_8).strip();
        text.reset();
        if (start.isEmpty()) {
            throw refused("The file is empty");
        }
        if (start.startsWith("<") || start.startsWith("{") || start.startsWith("%PDF")) {
            throw refused("This is no CSV file, whatever its name says; export it as CSV");
        }
        return new Checked("text/csv", text);
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    private static Refusal refused(String message) {
        return new Refusal(ErrorCode.INVALID, message, "file");
    }
}
