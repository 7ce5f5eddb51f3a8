package app.retour.files;

import app.retour.files.ImageHeader.Format;
import app.retour.files.UnfitFile.Reason;
import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks at what somebody sends and gives what may be stored of it. What it is, its bytes say; its name says nothing. */
record Contents(PictureLimits limits) {
    private static final int PHOTO_SIDE = 2000;
    private static final int LOGO_SIDE = 800;
    /** The content itself is there twice while it is put together. */
    private static final long COPIES = 2;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /** What may be stored, and what it is. */
    record Checked(String contentType, InputStream bytes) {}

    /**
     * A photo, a logo or a document is held in memory: ask on {@link ContentWorkers}. An import passes as it is read.
     *
     * @throws Refusal INVALID or TOO_LARGE, for the field {@code file}
     */
    Checked check(FileKind kind, InputStream content) throws IOException {
        if (kind == FileKind.IMPORT) {
            return csv(content);
        }
        var deadline = Deadline.in(limits.time());
        var bytes = deadline.over(content).readNBytes((int) kind.mostBytes() + 1);
        if (bytes.length > kind.mostBytes()) {
            throw new UnfitFile(Reason.TOO_MANY_BYTES, kind.mostBytes() / 1_000_000);
        }
        if (bytes.length == 0) {
            throw refused("The file is empty");
        }
        return kind == FileKind.DOCUMENT ? pdf(bytes) : image(kind, bytes, deadline);
    }

    private Checked image(FileKind kind, byte[] bytes, Deadline deadline) {
        var logo = kind == FileKind.LOGO;
        var side = logo ? LOGO_SIDE : PHOTO_SIDE;
        var header = ImageHeader.of(bytes, formatOf(bytes), limits.parts(), limits.scans());
        requireWithin(header, header.memory(side) + COPIES * bytes.length);
        var drawn = Picture.redraw(bytes, header, side, logo, deadline);
        return new Checked(logo ? "image/png" : "image/jpeg", new ByteArrayInputStream(drawn));
    }

    private void requireWithin(ImageHeader header, long memory) {
        var width = header.width();
        var height = header.height();
        if (width < 1 || height < 1) {
            throw new UnfitFile(Reason.DAMAGED);
        }
        if (width > limits.pixels() / height) {
            throw new UnfitFile(Reason.TOO_MANY_PIXELS, width, height, limits.pixels() / 1_000_000);
        }
        if (memory > limits.memory()) {
            throw new UnfitFile(Reason.TOO_MUCH_MEMORY, width, height);
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
            throw new UnfitFile(Reason.WEBP);
        }
        if (start.startsWith("ftyphei", 4) || start.startsWith("ftypmif1", 4)) {
            throw new UnfitFile(Reason.HEIC);
        }
        throw new UnfitFile(Reason.NEITHER_PNG_NOR_JPEG);
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
