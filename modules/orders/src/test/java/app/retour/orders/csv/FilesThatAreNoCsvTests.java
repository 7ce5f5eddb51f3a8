package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class FilesThatAreNoCsvTests {
    record Case(String name, byte[] content, String words) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("nothing", new byte[0], "empty"),
                new Case("a byte order mark", text("\uFEFF"), "empty"),
                new Case("blank lines", text("\n\n  \n"), "empty"),
                new Case("only sep=;", text("sep=;\n"), "empty"),
                new Case("only a header", text("order,item\n"), "no rows"),
                new Case("an xlsx called .csv", text("PK\u0003\u0004 and so on"), "Excel workbook"),
                new Case("an old xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, "Excel workbook"),
                new Case("a PDF", text("%PDF-1.7"), "PDF"),
                new Case("a web page", text("<!doctype html><title>Sign in</title>"), "web page"),
                new Case("gzip", new byte[] {0x1F, (byte) 0x8B, 8, 0}, "compressed"),
                new Case("Latin-1", "order,item\n#1,Jörg\n".getBytes(Charset.forName("windows-1252")), "UTF-8"),
                new Case("random bytes", new byte[] {(byte) 0xC3, 0x28, (byte) 0xA0, (byte) 0xA1}, "UTF-8"),
                new Case("other columns", text("a,b\n1,2\n"), "no column “order”"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachIsRefusedInWordsThatSayWhatItIs(Case file) {
        assertThatExceptionOfType(FileNotUnderstood.class)
                .isThrownBy(() -> {
                    try (var read =
                            GroupedFile.open(() -> new ByteArrayInputStream(file.content), new GroupedLines())) {
                        read.forEachRemaining(_ -> {});
                    }
                })
                .withMessageContaining(file.words);
    }

    @Test
    void utf16IsReadWithAndWithoutItsMark() {
        for (var charset : new Charset[] {
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8
        }) {
            var bytes = "order,item\n#1,山田\n".getBytes(charset);
            try (var read = GroupedFile.open(() -> new ByteArrayInputStream(bytes), new GroupedLines())) {
                assertThat(read.next().value()).containsExactly("山田");
            }
        }
    }

    @Test
    void hostileFilesAndTextsEndInRowsOrInWords() throws IOException {
        try (var hostile = Files.list(Fixtures.at("uploads"))) {
            for (var path : hostile.toList()) {
                ends(Files.readAllBytes(path));
            }
        }
        for (var name :
                new String[] {"naughty/blns-open.json", "csv/injection-cells.json", "naughty/person-names.json"}) {
            for (var node : JsonMapper.shared()
                    .readTree(Files.readString(Fixtures.at(name)))
                    .values()) {
                var cell = node.isObject() ? node.path("cell").asString() : node.asString();
                ends(text("order,item\n#1," + cell + "\n#2,b\n"));
                ends(text("order,item\n#1,\"" + cell.replace("\"", "\"\"") + "\"\n#2,b\n"));
                ends(text(cell));
            }
        }
    }

    private static void ends(byte[] content) {
        try (var read = GroupedFile.open(() -> new ByteArrayInputStream(content), new GroupedLines())) {
            read.forEachRemaining(told -> assertThat(told.value() != null
                            || told.problem() != null
                            || !told.remarks().isEmpty())
                    .isTrue());
        } catch (FileNotUnderstood refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
