package app.retour.orders.shoppers;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.csv.Fixtures;
import app.retour.orders.rows.OrderNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who is the same shopper: laws of what an order is proven with. */
class SamePersonTests {
    @Property
    void aPostcodeInItsOneFormIsItself(@ForAll("typed") String typed) {
        var code = Proofs.postcode(typed);
        if (code != null) {
            assertThat(Proofs.postcode(code)).isEqualTo(code);
            assertThat(Proofs.postcode(" " + code.toLowerCase(Locale.ROOT) + " "))
                    .isEqualTo(code);
        }
    }

    @Property
    void blanksAndHyphensInAPostcodeTellNothing(@ForAll @IntRange(min = 10_000, max = 98_999) int digits) {
        var code = String.valueOf(digits);
        Assume.that(Proofs.postcode(code) != null);
        var parted = code.substring(0, 3) + " " + code.substring(3);
        assertThat(Proofs.postcode(parted)).isEqualTo(code);
        assertThat(Proofs.postcode(parted.replace(' ', '-'))).isEqualTo(code);
        for (var country : List.of("D-", "DE ", "SE-", "F-")) {
            assertThat(Proofs.postcode(country + code)).as(country).isEqualTo(code);
        }
    }

    @Property
    void aTelephoneNumberIsTheSameFromHomeAndFromAbroad(
            @ForAll @LongRange(min = 20_000_000L, max = 99_999_999_999L) long national,
            @ForAll @IntRange(min = 1, max = 999) int country) {
        var home = Proofs.phone("0" + national);
        Assume.that(home != null);
        for (var abroad : List.of("+%d %d", "00%d%d", "+%d (0)%d")) {
            var other = Proofs.phone(abroad.formatted(country, national));
            Assume.that(other != null);
            assertThat(Proofs.isSamePhone(home, other))
                    .as(abroad.formatted(country, national))
                    .isTrue();
            assertThat(Proofs.isSamePhone(other, home)).isTrue();
        }
    }

    @Property
    void aNumberOfWhichOneDigitDiffersIsAnothers(
            @ForAll @LongRange(min = 20_000_000L, max = 99_999_999_999L) long number,
            @ForAll @IntRange(max = 7) int place) {
        var text = String.valueOf(number);
        var at = text.length() - 1 - place;
        var other = text.substring(0, at) + (text.charAt(at) == '5' ? '6' : '5') + text.substring(at + 1);
        Assume.that(!other.equals(text));
        assertThat(Proofs.isSamePhone(Proofs.phone(text), Proofs.phone(other))).isFalse();
    }

    @Property
    void whateverIsTypedProvesSomethingOrNothing(@ForAll @StringLength(max = 40) String typed) {
        var code = Proofs.postcode(typed);
        assertThat(code == null || code.length() >= 3).isTrue();
        assertThat(Proofs.email(typed)
                        .map(address -> address.text().contains("@"))
                        .orElse(true))
                .isTrue();
        var phone = Proofs.phone(typed);
        assertThat(phone == null || phone.matches("[1-9][0-9]*"))
                .as("%s is %s", typed, phone)
                .isTrue();
    }

    @Test
    void nothingIsTheSameAsNothing() {
        assertThat(Proofs.isSamePhone(null, null)).isFalse();
        assertThat(Proofs.isSamePhone("", "")).isFalse();
        assertThat(Proofs.isSamePhone("1234567", null)).isFalse();
        assertThat(Proofs.postcode(null)).isNull();
        assertThat(Proofs.phone(null)).isNull();
        assertThat(Proofs.email(null)).isEmpty();
    }

    /** The end of a long number is not the number. */
    @ParameterizedTest
    @CsvSource({
        "4930901820, 30901820, true",
        "4930901820, 901820, false",
        "998930901820, 30901820, false",
        "4930901820, 4930901820, true",
        "30901820, 30901821, false",
    })
    void aNumberEndsWithAnotherByNoMoreThanACountrysCode(String one, String other, boolean same) {
        assertThat(Proofs.isSamePhone(one, other)).isEqualTo(same);
    }

    @Test
    void naughtyTextsProveNothingOrThemselvesAndBreakNothing() throws IOException {
        var texts = JsonMapper.shared()
                .readValue(
                        Files.readString(Fixtures.at("naughty/blns-open.json")), new TypeReference<List<String>>() {});
        assertThat(texts).hasSizeGreaterThan(100).allSatisfy(line -> {
            assertThat(Proofs.postcode(line)).isEqualTo(Proofs.postcode(line + " "));
            assertThat(OrderNumber.of(line))
                    .isEqualTo(OrderNumber.of(OrderNumber.of(line).key()));
            assertThat(Proofs.email(line)).isEqualTo(Proofs.email(" " + line));
        });
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.strings().withChars("abcSWDNL0123456789- ").ofMaxLength(12);
    }
}
