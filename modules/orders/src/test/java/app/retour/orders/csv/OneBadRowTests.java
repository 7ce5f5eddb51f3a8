package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** fastcsv 4.1.0 (2026-11-29) stops at a row that is not in order; here the others are read, and it is named. */
class OneBadRowTests {
    private static final String HEADER = "order,item,price\n";

    private static RowNotUnderstood problem(Told<List<String>> told) {
        return Objects.requireNonNull(told.problem());
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj("#%1$d,\"Tee, %1$d\",1.00%n"::formatted)
                .map(row -> row.replace("\r\n", "\n"))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#2,\"Tee \"Blue\"\",1.00\n",
                "#2,\"Tee \"Blue\" XL\",1.00\n",
                "#2,\"Tee \"Blue,1.00\n",
                "#2,\"Tee Blue,1.00\n",
                "#2,\"Tee\" Blue,1.00\n"
            })
    void oneBadQuoteInAHundredRowsLeavesNinetyNine(String bad) {
        var told = GroupedLines.in(HEADER + rows(1, 1) + bad + rows(3, 100));
        assertThat(told).hasSize(100);
        assertThat(told.stream().filter(each -> each.value() != null)).hasSize(99);
        assertThat(told.get(1).subject()).isEqualTo("#2");
        assertThat(problem(told.get(1)).line()).isEqualTo(3);
        assertThat(problem(told.get(1)).column()).isEqualTo("item");
        assertThat(problem(told.get(1))).hasMessageContaining("quote");
        assertThat(told.get(2).value()).containsExactly("Tee, 3");
    }

    @Test
    void aQuoteThatNeverClosesTakesNoFurtherRowWithIt() {
        var told = GroupedLines.in(HEADER + rows(1, 1) + "#2,\"open,1.00\n#3,plain,1.00\n#4,plain,1.00\n");
        assertThat(told).extracting(Told::subject).containsExactly("#1", "#2", "#3", "#4");
        assertThat(problem(told.get(1))).hasMessageContaining("never closes");
        assertThat(told.get(3).value()).containsExactly("plain");
    }

    @Test
    void textOverSeveralLinesIsLeftOutWholeAndItsLinesAreNamed() {
        var told =
                GroupedLines.in(HEADER + rows(1, 1) + "#2,\"first\nsecond \"word\" of it\nthird\",1.00\n" + rows(3, 4));
        assertThat(told).extracting(Told::subject).containsExactly("#1", "#2", "#3", "#4");
        assertThat(problem(told.get(1))).hasMessageContaining("Lines 3 to 5");
    }

    @Test
    void anOrderIsNeverTakenWithoutOneOfItsRows() {
        var told = GroupedLines.in(HEADER + "#1,A,1\n#2,A,1\n#2,\"B \"bad\"\",1\n#2,C,1\n#3,A,1\n");
        assertThat(told).extracting(Told::subject).containsExactly("#1", "#2", "#3");
        assertThat(told.get(1).value()).isNull();
        assertThat(told.get(1).rows()).isEqualTo(3);
        assertThat(problem(told.get(1)).line()).isEqualTo(4);
    }

    @Test
    void aRowOfNobodyKnowsWhomLeavesItsNeighboursOut() {
        var told = GroupedLines.in("item,order\nA,#1\nB,#2\n\"C \"bad\" c, d,#2\nD,#3\nE,#4\n");
        assertThat(told)
                .filteredOn(each -> each.value() != null)
                .extracting(Told::subject)
                .containsExactly("#1", "#4");
        assertThat(told)
                .filteredOn(each -> each.problem() != null && each.subject() != null)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(problem(each)).hasMessageContaining("Line 4"))
                .extracting(Told::subject)
                .containsExactly("#2", "#3");
    }

    @Test
    void aTextWithAnUnquotedSeparatorMovesNoCellUnseen() {
        var told = GroupedLines.in(HEADER + "#1,Tee, blue,1.00\n#2,Tee,1,00\n#3,Tee,1.00,\n");
        assertThat(told).extracting(each -> each.value() != null).containsExactly(false, false, true);
        assertThat(problem(told.getFirst())).hasMessageContaining("4 cells, but there are 3 columns");
    }

    @Test
    void aCharacterThatIsNoTextIsToldByItsColumn() {
        var told = GroupedLines.in(HEADER + "#1,A\0B,1\n#2,C,1\n");
        assertThat(problem(told.getFirst()).column()).isEqualTo("item");
        assertThat(told.get(1).value()).containsExactly("C");
    }

    @Test
    void aLineOfMoreThanAMillionCharactersIsOneBadRow() {
        var told = GroupedLines.in(HEADER + "#1,\"" + "x".repeat(1_200_000) + "\",1\n" + rows(2, 3));
        assertThat(told).hasSize(3);
        assertThat(problem(told.getFirst())).hasMessageContaining("million");
        assertThat(told.get(2).subject()).isEqualTo("#3");
    }

    @Test
    void aFileOfNothingButBadRowsIsRefusedInWords() {
        assertThatExceptionOfType(FileNotUnderstood.class)
                .isThrownBy(() -> GroupedLines.in(HEADER + "#1,\"a \"b\"\",1\n".repeat(1_500)))
                .withMessageContaining("1,000 rows");
        assertThatExceptionOfType(FileNotUnderstood.class)
                .isThrownBy(() -> GroupedLines.in("order,\"it\"em\n#1,a\n"))
                .withMessageContaining("line 1")
                .withMessageContaining("column 2");
    }
}
