package app.retour.orders.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first row of a file. */
class NamesOfColumnsTests {
    private static HeaderRow header(String... names) {
        return new HeaderRow(List.of(names));
    }

    @Test
    void theFurtherOnesOfOneNameGetANumber() {
        var header = header("Tax", "Name", "tax ", "TAX");
        assertThat(header.names()).containsExactly("Tax", "Name", "tax (2)", "TAX (3)");
        assertThat(header.places())
                .containsEntry("tax", 0)
                .containsEntry("tax (2)", 2)
                .containsEntry("tax (3)", 3);
        assertThat(header.isTwin("TAX")).isTrue();
        assertThat(header.isTwin("tax (2)")).isTrue();
        assertThat(header.isTwin("Name")).isFalse();
    }

    @Test
    void aNumberThatAColumnHasAlreadyIsNotGivenTwice() {
        var header = header("Tax", "Tax (2)", "Tax");
        assertThat(header.names()).containsExactly("Tax", "Tax (2)", "Tax (3)").doesNotHaveDuplicates();
    }

    @Test
    void theTwoThatAreCalledAlikeAreTold() {
        assertThat(header("Name", "Email", "Total", "e-mail", "EMAIL").twins())
                .contains(
                        "Columns 2 and 5 are both called “Email”; give one of them another name and send the file again");
        assertThat(header("Name", "Email").twins()).isEmpty();
        assertThat(header("Name", "", "", " ").twins())
                .as("columns without a name")
                .isEmpty();
    }

    @Test
    void theSameNamesOnceMoreAreNoRow() {
        var header = header("Name", "Email", "Total", "Created at");
        assertThat(header.isRepeatedBy(List.of("name", " EMAIL", "Total", "created_at")))
                .isTrue();
        assertThat(header.isRepeatedBy(List.of("Email", "Name", "Total", "Created at")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Created at|Name|Total|Email,       true",
        "Created at|Name|Total|Email|Phone, true",
        // Three names may stand in a row by chance.
        "Created at|Name|Total,             false",
        // A row of texts, some of which are names.
        "Name|Email|Total|Created at|a|b|c|d, false",
        "#1|a@example.com|49.90|2026-03-29, false",
    })
    void manyNamesInAnotherOrderAreTheHeaderOfAnotherFile(String cells, boolean another) {
        assertThat(header("Name", "Email", "Total", "Created at", "Phone")
                        .isFollowedByAnother(List.of(cells.split("\\|"))))
                .isEqualTo(another);
    }

    @Property
    void everyColumnHasANameOfItsOwn(
            @ForAll @Size(min = 1, max = 12) List<@AlphaChars @StringLength(min = 1, max = 2) String> told) {
        var header = new HeaderRow(told);
        assertThat(header.size()).isEqualTo(told.size());
        assertThat(header.names().stream().map(CsvRow::key)).doesNotHaveDuplicates();
        for (var place = 0; place < told.size(); place++) {
            assertThat(header.places()).containsEntry(CsvRow.key(header.name(place)), place);
            assertThat(header.name(place)).startsWith(told.get(place));
        }
    }
}
