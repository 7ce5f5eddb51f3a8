package app.retour.orders.rows;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order is found by its number however somebody writes it. */
class OrderNumberTests {
    @ParameterizedTest
    @CsvSource({
        "#1001, 1001",
        "' # 1001 ', 1001",
        "##1001, 1001",
        "ab-7, AB-7",
        "１００１, 1001",
        "'10\u200b01', 1001",
        "＃1001, 1001",
        "'10 01', 1001",
        "#, #",
        "'\u00a0#1001', 1001",
        "r-100#2, R-100#2",
        "ῒ, \u03aa\u0300",
        "ß1, SS1",
    })
    void everySpellingIsOneNumber(String written, String key) {
        assertThat(OrderNumber.of(written).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"1001, 01001", "1001, 1001-1", "AB7, AB-7", "O1, 01"})
    void whatDiffersIsAnother(String one, String other) {
        assertThat(OrderNumber.of(one)).isNotEqualTo(OrderNumber.of(other));
    }

    @Property
    void theFormInWhichItIsComparedIsItsOwn(@ForAll @StringLength(min = 1, max = 12) String written) {
        var number = OrderNumber.of(written);
        assertThat(OrderNumber.of(number.key())).isEqualTo(number);
        assertThat(OrderNumber.of(" " + number.key() + "\t")).isEqualTo(number);
    }
}
