package app.retour.returns.slip;

import app.retour.returns.Slip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws a slip on as many A4 pages as it needs. Each page says whose it is: they may come apart. */
final class SlipDocument {
    private static final float LEFT = Barcode.LEFT;
    private static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 56;
    private static final float BOTTOM = 84;
    private static final float FOOT = 48;
    private static final float SPACING = 1.4f;
    private static final float BLACK = 0;
    private static final float GRAY = 0.35f;
    private static final float AMOUNT = 52;
    private static final float REASON = 160;
    private static final float GAP = 14;
    private static final int MOST_HEAD_LINES = 3;
    private final Slip slip;
    private final String merchant;
    private final List<String> sendTo;
    private final SlipWords words;
    private final Locale language;
    private final List<Ink> pages = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private float y;

    SlipDocument(Slip slip, String merchant, List<String> sendTo, SlipWords words) {
        this.slip = slip;
        this.merchant = merchant;
        this.sendTo = List.copyOf(sendTo);
        this.words = words;
        this.language = words.language();
    }

    byte[] pdf() {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle(title());
            document.getDocumentCatalog().setLanguage(language.toLanguageTag());
            var resources = new PDResources();
            var faces = new EmbeddedFaces(document, resources);
            draw(faces);
            for (var ink : pages) {
                var page = new PDPage(PDRectangle.A4);
                page.setResources(resources);
                document.addPage(page);
                ink.dry(document, page);
            }
            faces.finish();
            document.save(out);
            return out.toByteArray();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Letters that nobody had when it was drawn, each once. */
    Set<String> missing() {
        return Collections.unmodifiableSet(missing);
    }

    private String title() {
        return words.say("title", slip.rmaNumber());
    }

    private void draw(EmbeddedFaces faces) {
        turnPage(faces);
        write(faces, words.say("pack"), 14, BLACK);
        y -= 4;
        slip.lines().forEach(line -> item(faces, line));
        if (!sendTo.isEmpty()) {
            y -= 18;
            keepTogether(faces, (sendTo.size() + 2) * 11 * SPACING);
            write(faces, words.say("send"), 14, BLACK);
            y -= 2;
            sendTo.forEach(part -> write(faces, part, 11, BLACK));
        }
        y -= 18;
        write(faces, words.say("last"), 11, BLACK);
        for (var page = 0; page < pages.size(); page++) {
            foot(pages.get(page), words.say("page", page + 1, pages.size()));
        }
    }

    private Ink page() {
        return pages.getLast();
    }

    private void turnPage(EmbeddedFaces faces) {
        pages.add(new Ink(faces));
        y = TOP;
        var code = new Barcode(slip.code());
        head(merchant, 11);
        y -= 2;
        head(title(), 24);
        head(words.say("order", slip.orderNumber()), 11);
        y -= 14 + Barcode.HEIGHT;
        code.draw(page(), y);
        y -= 4;
        head(slip.code(), 11);
        y -= 22;
    }

    /** Leaves room for what the page is there for. */
    private void head(String text, float size) {
        broken(text, size, RIGHT - LEFT).stream().limit(MOST_HEAD_LINES).forEach(line -> {
            y -= size * SPACING;
            page().line(line, size, BLACK, LEFT, y);
        });
    }

    private void foot(Ink ink, String page) {
        var said = new Paragraph(page + "   ·   " + slip.rmaNumber() + "   ·   " + slip.code(), language);
        said.lines(Float.MAX_VALUE).forEach(line -> ink.line(line, 9, GRAY, LEFT, FOOT));
    }

    private void keepTogether(EmbeddedFaces faces, float height) {
        if (y - height < BOTTOM && height < TOP - BOTTOM - 200) {
            turnPage(faces);
        }
    }

    private void write(EmbeddedFaces faces, String text, float size, float gray) {
        for (var line : broken(text, size, RIGHT - LEFT)) {
            step(faces, size);
            page().line(line, size, gray, LEFT, y);
        }
    }

    /** Turns the page where a line has no room. */
    private void step(EmbeddedFaces faces, float size) {
        if (y - size * SPACING < BOTTOM) {
            turnPage(faces);
        }
        y -= size * SPACING;
    }

    private List<Paragraph.Line> broken(String text, float size, float width) {
        var paragraph = new Paragraph(text, language);
        missing.addAll(paragraph.missing());
        return paragraph.lines(width / size * Face.SIZE);
    }

    /** A line of one column. */
    private record Cell(Paragraph.Line line, float size, float gray) {}

    /** Each part of an item has a place of its own, so that none turns the direction of another. */
    private void item(EmbeddedFaces faces, Slip.Line item) {
        var beside = LEFT + AMOUNT;
        var width = RIGHT - REASON - GAP - beside;
        var details = Stream.of(item.variantTitle(), item.sku())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .filter(part -> !part.isBlank())
                .toList();
        var amount = cells(words.say("amount", item.quantity()), 11, BLACK, AMOUNT - 4);
        var what = Stream.concat(
                        cells(item.title(), 11, BLACK, width).stream(),
                        details.stream().flatMap(part -> cells(part, 9, GRAY, width).stream()))
                .toList();
        var why = cells(item.reason(), 10, GRAY, REASON);
        var rows = Math.max(amount.size(), Math.max(what.size(), why.size()));
        keepTogether(faces, rows * 11 * SPACING);
        for (var row = 0; row < rows; ) {
            step(faces, 11);
            var fit = Math.min(rows, row + 1 + (int) ((y - BOTTOM) / (11 * SPACING)));
            put(amount, row, fit, LEFT);
            put(what, row, fit, beside);
            put(why, row, fit, RIGHT - REASON);
            y -= (fit - row - 1) * 11 * SPACING;
            row = fit;
        }
        y -= 6;
    }

    private List<Cell> cells(String text, float size, float gray, float width) {
        return broken(text, size, width).stream()
                .map(line -> new Cell(line, size, gray))
                .toList();
    }

    /** One column after the other, so that a file that is read aloud or searched says whole sentences. */
    private void put(List<Cell> column, int from, int to, float x) {
        for (var row = from; row < Math.min(to, column.size()); row++) {
            var cell = column.get(row);
            page().line(cell.line, cell.size, cell.gray, x, y - (row - from) * 11 * SPACING);
        }
    }
}
