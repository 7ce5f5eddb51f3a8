package app.retour.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class SpreadsheetCsvTests {
    private record Injection(String cell, boolean must_not_start_a_formula_in_our_exports) {}

    @Test
    void noCellOfTheListBeginsAFormula() throws Exception {
        var path = Path.of(System.getProperty("retour.root", "."), "../shared/fixtures/csv/injection-cells.json");
        if (!Files.exists(path)) {
            System.err.println("SKIPPED, no fixture: csv/injection-cells.json");
        }
        Assumptions.assumeTrue(Files.exists(path), "no fixture csv/injection-cells.json");
        var cells = JsonMapper.shared().readValue(Files.readString(path), new TypeReference<List<Injection>>() {});
        assertThat(cells).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.must_not_start_a_formula_in_our_exports).isTrue();
            assertThat(SpreadsheetCsv.guarded(cell.cell)).isEqualTo("'" + cell.cell);
        });
    }

    @Test
    void numbersBelowZeroStayNumbers() {
        for (var cell : List.of("-3.00", "-1", "0.5", "12")) {
            assertThat(SpreadsheetCsv.guarded(cell)).isEqualTo(cell);
        }
        assertThat(SpreadsheetCsv.guarded("-3.00+1")).isEqualTo("'-3.00+1");
    }

    @Test
    void whereAWriterIsGivenEachRowIsThereAtOnce() {
        var out = new StringWriter();
        var csv = new SpreadsheetCsv(out).row("a");
        assertThat(out).hasToString("\uFEFF\"a\"\r\n");
        csv.row("b");
        assertThat(out).hasToString("\uFEFF\"a\"\r\n\"b\"\r\n");
    }

    @Test
    void plainWordsStayAsTheyAre() {
        for (var cell : List.of("Lovelace", "#1001", "“Total” is negative", "3-4", "'t Hooft", "")) {
            assertThat(SpreadsheetCsv.guarded(cell)).isEqualTo(cell);
        }
        assertThat(new SpreadsheetCsv().row("a", "=1").toString()).isEqualTo("\uFEFF\"a\",\"'=1\"\r\n");
    }
}
