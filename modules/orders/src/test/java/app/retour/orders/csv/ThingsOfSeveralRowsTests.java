package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that belong together, however a file holds them; and the file itself, which is always closed. */
class ThingsOfSeveralRowsTests {
    /** How many streams of it are open. */
    private static final class Watched implements Source {
        private final byte[] bytes;
        private int open;
        private int opened;

        Watched(String csv) {
            bytes = csv.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public InputStream open() {
            open++;
            opened++;
            return new ByteArrayInputStream(bytes) {
                @Override
                public void close() {
                    open--;
                }
            };
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order,item\n1,a\n2,b\n1,c\n",
                "order,item\n",
                "",
                "item\na\n",
                "order,order\n1,2\n",
                "order,item\n1,\"a\n",
                "<html></html>",
                "order,item\n1,a\n\0,b\n",
            })
    void aFileIsClosedHoweverItEnds(String csv) {
        var source = new Watched(csv);
        try (var file = GroupedFile.open(source, new GroupedLines())) {
            file.forEachRemaining(_ -> {});
        } catch (FileNotUnderstood refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
        assertThat(source.opened).isPositive();
        assertThat(source.open).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'item\na\n',           'The file has no column “order”; is it another export?'",
        "'order,item\n',        The file has names of columns and no rows below them",
        "'',                    The file is empty",
        "'order,item,order\n1,a,2\n', 'Columns 1 and 3 are both called “order”; give one of them another name and send the file again'",
    })
    void whatIsAnotherFileIsToldSo(String csv, String message) {
        assertThatThrownBy(() -> GroupedLines.in(csv))
                .isInstanceOf(FileNotUnderstood.class)
                .hasMessage(message);
    }

    /** However its rows are mixed, each thing has all of its rows in the order of the file. */
    @Property(tries = 300)
    void noRowIsLostOrGivenTwice(@ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 5) Integer> orders) {
        var csv = new StringBuilder("order,item\n");
        var wanted = new HashMap<String, List<String>>();
        for (var i = 0; i < orders.size(); i++) {
            csv.append(orders.get(i)).append(",i").append(i).append('\n');
            wanted.computeIfAbsent(String.valueOf(orders.get(i)), _ -> new ArrayList<>())
                    .add("i" + i);
        }
        var told = GroupedLines.in(csv.toString());
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.problem()).isNull());
        assertThat(told.stream()
                        .collect(Collectors.toMap(
                                each -> Objects.requireNonNull(each.subject()),
                                each -> Objects.requireNonNull(each.value()))))
                .isEqualTo(wanted);
        assertThat(told.stream().mapToInt(Told::rows).sum()).isEqualTo(orders.size());
    }

    @Test
    void aThingOfMoreThanTwoThousandRowsIsRefusedAndTheNextIsTaken() {
        var told = GroupedLines.in("order,item\n" + "1,a\n".repeat(2_001) + "2,b\n");
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().problem()).hasMessage("has more than 2,000 rows");
        assertThat(told.getLast().value()).containsExactly("b");
        assertThat(GroupedLines.in("order,item\n" + "1,a\n".repeat(2_000))
                        .getFirst()
                        .value())
                .hasSize(2_000);
    }

    @Test
    void nothingMoreIsAskedForAtTheEnd() {
        try (var file = GroupedFile.open(new Watched("order,item\n1,a\n"), new GroupedLines())) {
            assertThat(file.hasNext()).isTrue();
            assertThat(file.next().subject()).isEqualTo("1");
            assertThat(file.hasNext()).isFalse();
            assertThatThrownBy(file::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void theLineOfAThingIsThatOfItsFirstRow() {
        assertThat(GroupedLines.in("order,item\n\n1,a\n1,b\n\n2,c\n"))
                .extracting(Told::line)
                .containsExactly(3L, 6L);
    }
}
