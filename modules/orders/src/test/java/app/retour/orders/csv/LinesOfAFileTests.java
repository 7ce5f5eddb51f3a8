package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as they end, numbered, and read once more where a record turns out to be broken. */
class LinesOfAFileTests {
    private static List<PhysicalLines.Line> lines(String text) throws IOException {
        var lines = new PhysicalLines(new StringReader(text));
        var all = new ArrayList<PhysicalLines.Line>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"a␤b, a␤|b", "a␍␤b␍␤, a␍␤|b␍␤", "a␍b␍c, a␍|b␍|c", "a␤␍b, a␤|␍|b", "␤␤, ␤|␤", "a␍␍␤b, a␍|␍␤|b"})
    void aLineEndsInAnyOfThreeWays(String text, String told) throws IOException {
        assertThat(lines(plain(text)))
                .extracting(PhysicalLines.Line::text)
                .containsExactly(Arrays.stream(told.split("\\|"))
                        .map(LinesOfAFileTests::plain)
                        .toArray(String[]::new));
    }

    private static String plain(String shown) {
        return shown.replace('␤', '\n').replace('␍', '\r');
    }

    @Property
    void putTogetherTheLinesAreTheTextAndNumberedFromOne(@ForAll("texts") String text) throws IOException {
        var lines = lines(text);
        assertThat(lines.stream().map(PhysicalLines.Line::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(lines.stream().map(PhysicalLines.Line::number))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, lines.size()).boxed().toList());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab\"\r\n").ofMaxLength(30);
    }

    @Test
    void linesThatWereTakenBackComeAgainInTheirOrder() throws IOException {
        var lines = new PhysicalLines(new StringReader("one\ntwo\nthree\nfour\n"));
        var first = Objects.requireNonNull(lines.next());
        var second = Objects.requireNonNull(lines.next());
        lines.takeBack(List.of(first, second));
        assertThat(Objects.requireNonNull(lines.next()).text()).isEqualTo("one\n");
        lines.takeBack(List.of());
        assertThat(Objects.requireNonNull(lines.next()).number()).isEqualTo(2);
        assertThat(Objects.requireNonNull(lines.next()).text()).isEqualTo("three\n");
    }

    @Test
    void ofALineWithoutEndOnlyItsBeginningIsKept() throws IOException {
        var line = lines("x".repeat(PhysicalLines.LONGEST + 5) + "\r\nnext").getFirst();
        assertThat(line.cutOff()).isTrue();
        assertThat(line.text()).hasSize(PhysicalLines.LONGEST);
        assertThat(lines("x".repeat(PhysicalLines.LONGEST + 5) + "\r\nnext")
                        .get(1)
                        .text())
                .isEqualTo("next");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Name,Email,Total ~ ,",
                "Name;Email;Total ~ ;",
                "\"Last, first, middle\";Email;Total ~ ;",
                "Name|Email|Total ~ |",
                "Name ~ ,",
                "Name,Email;Total ~ ,",
            })
    void theSignThatTheHeaderHasMostOfPartsItsCells(String header, String sign) throws IOException {
        assertThat(Separators.of(new PhysicalLines(new StringReader(header)))).isEqualTo(sign.charAt(0));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"sep=;␤, ;", "SEP=|␤, |", "'\"sep=,\"␤', ','", "␤␤sep=^␤, ^"})
    void whatTheFirstLineTellsExcelHolds(String line, String sign) throws IOException {
        var lines = new PhysicalLines(new StringReader(plain(line) + "Name,Email\n"));
        assertThat(Separators.of(lines)).isEqualTo(sign.charAt(0));
        assertThat(Objects.requireNonNull(lines.next()).text()).isEqualTo("Name,Email\n");
    }

    @Test
    void aColumnThatIsCalledSepIsAColumn() throws IOException {
        var lines = new PhysicalLines(new StringReader("sep=a,b\n"));
        assertThat(Separators.of(lines)).isEqualTo(',');
        assertThat(Objects.requireNonNull(lines.next()).text()).isEqualTo("sep=a,b\n");
    }
}
