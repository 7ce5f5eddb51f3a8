package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Somebody sorts a file in a spreadsheet, and the rows of one order no longer stand together. */
class PartedRowsTests {
    @Test
    void rowsThatOthersPartAreJoined() {
        var told = GroupedLines.in("order,item\n#1,A\n#2,A\n#1,B\n#3,A\n#2,B\n#1,C\n");
        assertThat(told).extracting(Told::subject).containsExactly("#1", "#2", "#3");
        assertThat(told)
                .extracting(Told::value)
                .containsExactly(List.of("A", "B", "C"), List.of("A", "B"), List.of("A"));
        assertThat(told).extracting(Told::rows).containsExactly(3, 2, 1);
    }

    @Test
    void aBadRowFarAwayKeepsItsOrderOut() {
        var told = GroupedLines.in("order,item\n#1,A\n#2,A\n#1,\"B \"b\"\"\n#3,A\n");
        assertThat(told).extracting(each -> each.value() != null).containsExactly(false, true, true);
        assertThat(Objects.requireNonNull(told.getFirst().problem()).line()).isEqualTo(4);
    }

    @Test
    void whatDoesNotFitIntoMemoryIsRefusedWithItsLines() {
        var wide = "x".repeat(9_000);
        var half = IntStream.range(0, 1_500)
                .mapToObj(i -> "#%d,%s\n".formatted(i, wide))
                .collect(Collectors.joining());
        var told = GroupedLines.in("order,item\n" + half + half);
        assertThat(told).hasSize(1_500);
        assertThat(told.getFirst().value()).hasSize(2);
        var refused = told.stream().filter(each -> each.problem() != null).toList();
        assertThat(refused).isNotEmpty();
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(Objects.requireNonNull(each.problem()))
                        .hasMessageContaining("stand apart (lines")
                        .hasMessageContaining("sort the file by “order”"));
        assertThat(told.stream().filter(each -> each.value() != null))
                .as("never one without a line")
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.value()).hasSize(2));
    }

    @Test
    void aRowOfTotalsIsNoOrder() {
        var told = GroupedLines.in("order,item,price\n#1,A,1\nTotal,,1\n,,1\n");
        assertThat(told).filteredOn(each -> each.problem() != null).isEmpty();
        assertThat(told).filteredOn(each -> each.value() != null).hasSize(1);
        assertThat(told.get(1).remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.line()).isEqualTo(3);
            assertThat(remark.message()).contains("totals");
        });
    }
}
