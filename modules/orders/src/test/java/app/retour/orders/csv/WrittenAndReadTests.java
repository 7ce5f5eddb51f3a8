package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a program writes as CSV in any of its dialects is read back cell by cell. */
class WrittenAndReadTests {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    record Dialect(char separator, String end, boolean mark, boolean quotesAll, boolean lastEnd) {
        String file(List<List<String>> table) {
            var rows = table.stream()
                    .map(cells -> cells.stream().map(this::cell).collect(Collectors.joining(String.valueOf(separator))))
                    .collect(Collectors.joining(end));
            return (mark ? BYTE_ORDER_MARK : "") + rows + (lastEnd ? end : "");
        }

        private String cell(String text) {
            var needed = quotesAll
                    || text.startsWith("\"")
                    || text.chars().anyMatch(letter -> letter == separator || letter == '\n' || letter == '\r');
            return needed ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
        }
    }

    @Property
    void everyDialectTellsTheSameTable(@ForAll("dialects") Dialect dialect, @ForAll("rows") List<List<String>> rows) {
        var table = new ArrayList<List<String>>();
        table.add(List.of("Name", "Note", "City"));
        table.addAll(rows);
        try (var file =
                CsvFile.open(new ByteArrayInputStream(dialect.file(table).getBytes(StandardCharsets.UTF_8)))) {
            assertThat(file.header()).containsExactly("Name", "Note", "City");
            var read = new ArrayList<List<String>>();
            file.forEachRemaining(entry -> read.add(((CsvRow) entry).cells()));
            assertThat(read).isEqualTo(rows);
        }
    }

    @Property(tries = 300)
    void howFarAFileIsReadNeverGoesBackAndEndsWithAllOfIt(@ForAll("rows") List<List<String>> rows) {
        var table = new ArrayList<List<String>>();
        table.add(List.of("Name", "Note", "City"));
        table.addAll(rows);
        var bytes = new Dialect(',', "\n", true, true, true).file(table).getBytes(StandardCharsets.UTF_8);
        try (var file = CsvFile.open(new ByteArrayInputStream(bytes))) {
            var before = file.bytesRead();
            while (file.hasNext()) {
                file.next();
                assertThat(file.bytesRead()).isBetween(before, (long) bytes.length);
                before = file.bytesRead();
            }
            assertThat(file.bytesRead()).isEqualTo(bytes.length);
        }
    }

    @Property
    void everyLineHasItsNumberHoweverItEnds(
            @ForAll("dialects") Dialect dialect, @ForAll("rows") List<List<String>> rows) {
        var table = new ArrayList<List<String>>();
        table.add(List.of("Name", "Note", "City"));
        table.addAll(rows);
        try (var file =
                CsvFile.open(new ByteArrayInputStream(dialect.file(table).getBytes(StandardCharsets.UTF_8)))) {
            var line = 2L;
            for (var row : rows) {
                assertThat(file.next().line()).isEqualTo(line);
                line += 1 + row.get(1).chars().filter(letter -> letter == '\n').count();
            }
        }
    }

    @Provide
    Arbitrary<Dialect> dialects() {
        return Combinators.combine(
                        Arbitraries.of(',', ';', '\t', '|'),
                        Arbitraries.of("\n", "\r\n", "\r"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Dialect::new);
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        var number = Arbitraries.integers().between(1, 99_999).map(each -> "#" + each);
        var note = Arbitraries.strings().withChars("ab ü,;\t|\"\n'=+@").ofMaxLength(12);
        var city = Arbitraries.of("Köln", "São Paulo", "Łódź", "東京", "O\"Neill", "a,b;c");
        return Combinators.combine(number, note, city)
                .as((one, other, third) -> List.of(one, other, third))
                .list()
                .ofMaxSize(12);
    }
}
