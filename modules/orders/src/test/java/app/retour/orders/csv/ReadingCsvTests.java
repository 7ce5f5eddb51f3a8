package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class ReadingCsvTests {
    private static List<Map<String, String>> rows(byte[] content) {
        var rows = new ArrayList<Map<String, String>>();
        try (var file = CsvFile.open(new ByteArrayInputStream(content))) {
            while (file.hasNext()) {
                var row = (CsvRow) file.next();
                var cells = new LinkedHashMap<String, String>();
                row.columns()
                        .forEach((name, index) -> cells.put(name, row.cells().get(index)));
                rows.add(cells);
            }
        }
        return rows;
    }

    private static List<Map<String, String>> rows(String content) {
        return rows(content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"comma_in_quotes", "empty_crlf", "json", "newlines", "quotes_and_newlines", "simple_crlf"})
    void everyAcidTestReadsAsItSays(String name) throws IOException {
        var expected = JsonMapper.shared()
                .readValue(
                        Files.readString(Fixtures.at("csv/csv-spectrum/" + name + ".json")),
                        new TypeReference<List<Map<String, String>>>() {});
        assertThat(rows(Files.readAllBytes(Fixtures.at("csv/csv-spectrum/" + name + ".csv"))))
                .isEqualTo(expected);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        assertThat(rows("\uFEFFName,Total\n#1,2\n")).containsExactly(Map.of("name", "#1", "total", "2"));
        var wide = "Name,Total\n山田,2\n".getBytes(StandardCharsets.UTF_16);
        assertThat(rows(wide)).containsExactly(Map.of("name", "山田", "total", "2"));
    }

    @Test
    void spreadsheetsOfOtherCountriesSaveWithSemicolonsOrTabs() {
        assertThat(rows("a;b\r\n1,5;2\r\n")).containsExactly(Map.of("a", "1,5", "b", "2"));
        assertThat(rows("a\tb\n1;5\t2\n")).containsExactly(Map.of("a", "1;5", "b", "2"));
    }

    @Test
    void whatIsNotUtf8IsRefusedRatherThanSpoilt() {
        var latin = "Name\nJörg\n".getBytes(Charset.forName("windows-1252"));
        assertThatExceptionOfType(FileNotUnderstood.class)
                .isThrownBy(() -> rows(latin))
                .withMessageContaining("UTF-8");
        assertThatExceptionOfType(FileNotUnderstood.class).isThrownBy(() -> rows(new byte[0]));
    }

    @Test
    void bothKindsOfMedusaFileReadAlike() throws IOException {
        var comma = rows(Files.readAllBytes(Fixtures.at("csv/medusa-import/exported-products-comma.csv")));
        var semicolon = rows(Files.readAllBytes(Fixtures.at("csv/medusa-import/exported-products-semicolon.csv")));
        assertThat(comma).isNotEmpty().allSatisfy(row -> assertThat(row).containsKey("product handle"));
        assertThat(semicolon).hasSameSizeAs(comma);
    }

    @Test
    void theLineThatTellsExcelTheSeparatorIsNoHeader() {
        assertThat(rows("sep=;\r\nName;Total\r\n#1;1,50\r\n")).containsExactly(Map.of("name", "#1", "total", "1,50"));
        assertThat(rows("\uFEFFsep=,\nName,Total\n#1,\"1;5\"\n")).containsExactly(Map.of("name", "#1", "total", "1;5"));
        assertThat(rows("SEP=|\nName|Total\n#1|2\n")).containsExactly(Map.of("name", "#1", "total", "2"));
    }

    @Test
    void blankRowsAreNoRows() {
        assertThat(rows("Name,Total\n,\n#1,2\n\n  , \n#2,3\n,,,\n")).hasSize(2);
    }

    @Test
    void linesMayEndAnyWayAndQuotedOnesStayAsTheyAre() {
        assertThat(rows("a,b\r1,\"x\r\ny\"\r2,\"x\ny\"\r"))
                .containsExactly(Map.of("a", "1", "b", "x\r\ny"), Map.of("a", "2", "b", "x\ny"));
        assertThat(rows("a,b\n1,\"x\ry\"\n2,z\n"))
                .as("fastcsv 4.1.0 (2026-11-29) makes one row of these two")
                .containsExactly(Map.of("a", "1", "b", "x\ry"), Map.of("a", "2", "b", "z"));
    }
}
