package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file lacks or holds twice is never passed over in silence. */
class WholeFilesTests {
    private static final String HEADER = "order,item,price\n";

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj("#%1$d,Tee %1$d,1.00\n"::formatted)
                .collect(Collectors.joining());
    }

    @Test
    void anOpenQuoteThatAnotherOneClosesFarBelowSwallowsNoRow() {
        var told = GroupedLines.in(HEADER + rows(1, 1) + "#2,\"Tee 2,1.00\n" + rows(3, 6) + "#7,Screen 24\",1.00\n");
        assertThat(told).extracting(Told::subject).containsExactly("#1", "#2", "#3", "#4", "#5", "#6", "#7");
        assertThat(told.stream().filter(each -> each.problem() != null))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.line()).isEqualTo(3);
                    assertThat(Objects.requireNonNull(each.problem()).column()).isEqualTo("item");
                    assertThat(each.problem()).hasMessageContaining("closes only in line 8");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Dear Ada,\nthe blue, please, one\nBye", "one, two\nthree, four\nfive", "x\n\ny", "a\r\nb\rc"})
    void aTextOverSeveralLinesIsOneText(String text) {
        var told = GroupedLines.in("order,item,price,note\n#1,Tee,1.00,\"" + text + "\"\n#2,\"" + text + "\",1.00,\n");
        assertThat(told).extracting(Told::problem).containsOnlyNulls();
        assertThat(told.get(1).value()).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order,item,price,Item\n", "order,item,price,Price\n", "order,item,PRICE,price\n"})
    void twoColumnsOfOneNameAreRefused(String header) {
        assertThatExceptionOfType(FileNotUnderstood.class)
                .isThrownBy(() -> GroupedLines.in(header + "#1,Tee,1.00,2.00\n"))
                .withMessageMatching("Columns [23] and [34] are both called “.*”; give one .*");
    }

    @Test
    void columnsWithoutANameAreNoTwins() {
        assertThat(GroupedLines.in("order,item,,\n#1,Tee,,\n")).hasSize(1);
    }

    @Test
    void aRowThatRepeatsTheNamesOfTheColumnsIsPassedOver() {
        var told = GroupedLines.in(HEADER + rows(1, 2) + "Order,Item,Price\n" + rows(3, 4));
        assertThat(told).extracting(Told::subject).containsExactly("#1", "#2", "#3", "#4");
    }

    @Test
    void twoFilesOfOtherColumnsPutTogetherAreRefused() {
        assertThatExceptionOfType(FileNotUnderstood.class)
                .isThrownBy(() -> GroupedLines.in(
                        "order,item,price,paid\n#1,Tee,9.00,5.00\norder,item,paid,price\n#2,Tee,5.00,9.00\n"))
                .withMessageContaining("Line 3 names columns once more");
    }

    @Test
    void aFirstLineThatIsCutOffIsToldAsSuch() {
        assertThatExceptionOfType(FileNotUnderstood.class)
                .isThrownBy(() -> GroupedLines.in("order,item\n" + rows(1, 50)))
                .withMessageContaining("that line is cut off");
        assertThatExceptionOfType(FileNotUnderstood.class)
                .isThrownBy(() -> GroupedLines.in("order,it"))
                .withMessageContaining("no column “item”");
        assertThatExceptionOfType(FileNotUnderstood.class)
                .isThrownBy(() -> GroupedLines.in("order,\"item\n" + rows(1, 5)))
                .withMessageContaining("names of the columns in line 1");
    }

    @Test
    void aLastRowThatIsCutOffIsNotTaken() {
        var told = GroupedLines.in(HEADER + "#1,A,1.00\n#2,A,1.00\n#2,B");
        assertThat(told.getFirst().value()).containsExactly("A");
        assertThat(told.get(1).value()).isNull();
        assertThat(Objects.requireNonNull(told.get(1).problem())).hasMessageContaining("cut off after 2 of 3 cells");
        assertThat(GroupedLines.in(HEADER + "#1,A\n#2,B").getLast().problem())
                .as("a spreadsheet that leaves out what is empty at the end")
                .isNull();
        assertThat(GroupedLines.in(HEADER + "#1,A,1.00\n#2,B,1.00").getLast().problem())
                .isNull();
    }

    @Test
    void oneFileMayEndItsLinesInEveryWayAndHoldATab() {
        var text = "\uFEFForder|item|price\r\n#1|\"A\t1\"|1\r#2|\"B\r\n2\"|1\n\r\n#3|C|1";
        for (var charset : new java.nio.charset.Charset[] {
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
            try (var file =
                    GroupedFile.open(() -> new ByteArrayInputStream(text.getBytes(charset)), new GroupedLines())) {
                assertThat(file).toIterable().extracting(Told::subject).containsExactly("#1", "#2", "#3");
            }
        }
    }
}
