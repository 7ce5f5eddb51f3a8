package app.retour.returns.slip;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.Slip;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PrintingASlipTests {
    @Test
    void itSaysWhatToPackAndWhereToInAnyAlphabetThatTheFontKnows() throws IOException {
        var line = new Slip.Line(2, "Свитер Größe", "L", "SW-1", "Too large");
        var slip = new Slip("R-1001", "BCDF23456789GHJK", "#1001", List.of(line));
        var pdf = new SlipPage(slip, "Zażółć", List.of("Warehouse", "Ulica 1", "00-001 Łódź", "PL")).pdf();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Return slip R-1001", "BCDF23456789GHJK", "2 × Свитер Größe, L (SW-1): Too large", "Łódź");
        }
    }

    @Test
    void lettersThatTheFontDoesNotKnowAndEndlessListsDoNotStopIt() throws IOException {
        var lines = Collections.nCopies(60, new Slip.Line(1, "靴 👟 shoe" + "x".repeat(300), null, null, "Other"));
        var pdf = new SlipPage(new Slip("R-1", "BCDF", "1", lines), "Shop", List.of()).pdf();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("? ? shoe", "and 42 more");
        }
    }
}
