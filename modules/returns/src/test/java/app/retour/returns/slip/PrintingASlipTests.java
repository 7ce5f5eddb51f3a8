package app.retour.returns.slip;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.Slip;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;

class PrintingASlipTests {
    private static final List<String> WAREHOUSE = List.of("Warehouse", "Ulica 1", "00-001 Łódź", "Poland");

    @Test
    void itSaysWhatToPackAndWhereTo() throws IOException {
        var line = new Slip.Line(2, "Свитер Größe", "L", "SW-1", "Too large");
        var text = text(pdf(new Slip("R-1001", "BCDFGHJKLNPRSTVX", "#1001", List.of(line)), "Zażółć", Locale.ENGLISH));
        assertThat(text)
                .contains("Zażółć", "Return slip R-1001", "Order #1001", "BCDFGHJKLNPRSTVX", "2 ×", "Свитер Größe")
                .contains("L", "SW-1", "Too large", "00-001 Łódź", "Poland", "Page 1 of 1");
    }

    @Test
    void itsLastSentenceIsWhole() throws IOException {
        assertThat(unbroken(text(pdf(slip(1, "Tee"), "Shop", Locale.ENGLISH))))
                .contains("Keep the carrier’s receipt until your return is complete.");
        assertThat(unbroken(text(pdf(slip(1, "Tee"), "Shop", Locale.GERMAN))))
                .contains("Rücksendeschein R-1", "bis Ihre Rücksendung abgeschlossen ist.");
    }

    @Test
    void aLanguageWithoutAFileIsEnglish() throws IOException {
        assertThat(text(pdf(slip(1, "Tee"), "Shop", Locale.FRENCH))).contains("Return slip R-1");
    }

    @Test
    void allItemsAreOnAsManyPagesAsTheyNeedAndEachPageSaysWhose() throws IOException {
        var lines = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> new Slip.Line(1, "Tee number " + i, "M", "TEE-" + i, "Too small"))
                .toList();
        var pdf = pdf(new Slip("R-1", "BCDF", "1", lines), "Shop", Locale.ENGLISH);
        try (var document = Loader.loadPDF(pdf)) {
            var pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            for (var page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("Page %d of %d".formatted(page, pages), "R-1", "BCDF");
            }
            assertThat(onPaper(document))
                    .as("below the edge of the paper nobody reads it")
                    .contains(IntStream.rangeClosed(1, 60)
                            .mapToObj(i -> "TEE-" + i)
                            .toList());
        }
    }

    /** What stands between the edges and above the foot; a file may say more than its paper shows. */
    private static String onPaper(PDDocument document) throws IOException {
        var said = new StringBuilder();
        for (var page : document.getPages()) {
            var stripper = new PDFTextStripperByArea();
            stripper.addRegion("body", new Rectangle(40, 40, 515, 842 - 40 - 60));
            stripper.extractRegions(page);
            said.append(stripper.getTextForRegion("body"));
        }
        return said.toString();
    }

    @Test
    void longTextsWrapByTheWidthTheyHave() throws IOException {
        var capitals = "W".repeat(88);
        var words = "extraordinarily comfortable ".repeat(20).strip();
        var lines = List.of(
                new Slip.Line(1, capitals, "M".repeat(60), "S".repeat(80), "WRONG ".repeat(30)),
                new Slip.Line(123_456, words, null, null, "Other"));
        var pdf = pdf(new Slip("R-1", "BCDF", "N".repeat(300), lines), "W".repeat(88), Locale.ENGLISH);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(unbroken(new PDFTextStripper().getText(document))).contains(words);
            assertThat(new PDFTextStripper()
                            .getText(document)
                            .chars()
                            .filter(letter -> letter == 'W')
                            .count())
                    .isGreaterThanOrEqualTo(88 + 88 + 30);
            assertThat(InkedArea.of(document, 0).right()).isLessThan(595 - 40);
        }
    }

    @Test
    void whatNoFontHasIsShownAndStopsNothing() throws IOException {
        var title = "shoe \ud83d\udc5f end \ud83d shoe\u0000\t\nnext";
        var text = unbroken(text(pdf(slip(1, title), "Shop", Locale.ENGLISH)));
        assertThat(text)
                .contains(
                        "shoe " + Faces.all().missing() + " end " + Faces.all().missing() + " shoe next");
    }

    @Test
    void aSlipInLatinIsSmallAndEachFileOfLettersIsOnceInIt() throws IOException {
        var pdf = pdf(slip(60, "A tee for summer days, Größe ÅÄÖ"), "Shop", Locale.ENGLISH);
        assertThat(pdf.length).isLessThan(100_000);
    }

    private static byte[] pdf(Slip slip, String merchant, Locale language) throws IOException {
        var pdf = new SlipDocument(slip, merchant, WAREHOUSE, SlipWords.in(language)).pdf();
        var kept = Path.of("target", "slips");
        Files.createDirectories(kept);
        Files.write(kept.resolve("%s-%s.pdf".formatted(merchant.length() > 10 ? "long" : merchant, language)), pdf);
        return pdf;
    }

    private static Slip slip(int lines, String title) {
        return new Slip("R-1", "BCDF", "1", Collections.nCopies(lines, new Slip.Line(1, title, null, null, "Other")));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String unbroken(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
