package app.retour.orders.shoppers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofsTests {
    @ParameterizedTest
    @CsvSource({
        "48226, 48226-1906",
        "48226-1906, 48226 1906",
        "482261906, 48226",
        "SW1A 1AA, sw1a1aa",
        "K1A 0B1, k1a-0b1",
        "1012 AB, 1012ab",
        "D-10115, 10115",
        "DE 10115, 10115",
        "A-1010, 1010",
        "NL-1012 AB, 1012AB",
        "SE-123 45, 12345",
        "1000-205, 1000205",
        "〒100-0001, 1000001",
        "１０００００１, 100-0001",
        "٤٨٢٢٦, 48226"
    })
    void aPostcodeIsTheSameHoweverItIsWritten(String one, String other) {
        assertThat(Proofs.postcode(one)).isNotNull().isEqualTo(Proofs.postcode(other));
    }

    @ParameterizedTest
    @CsvSource({
        "48226, 48227",
        "SW1A 1AA, SW1A 1AB",
        "1012 AB, 1012 AC",
        "VLT 1117, SLM 1117",
        "10115, 1011",
        "1000001, 10000"
    })
    void postcodesThatDifferAreTwo(String one, String other) {
        assertThat(Proofs.postcode(one)).isNotNull().isNotEqualTo(Proofs.postcode(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "--",
                "",
                "  ",
                "0",
                "00000",
                "0000",
                "000000",
                "00000-0000",
                "99999",
                "n/a",
                "N.A.",
                "na",
                "none",
                "None",
                "null",
                "x",
                "xx",
                "xxxx",
                "XXXXX",
                ".",
                "?",
                "12",
                "no zip",
                "unknown",
                "D-00000",
                "keine"
            })
    void aPlaceholderIsNoPostcode(String text) {
        assertThat(Proofs.postcode(text)).as(text).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noreply@shop.example",
                "no-reply@shop.example",
                "none@none.com",
                "n/a@n/a.com",
                "test@test.de",
                "x@x.x",
                "xxx@xxx.com",
                "unknown@unknown.org",
                "no.email@anything.de",
                "guest@pos.invalid",
                "-@-.-"
            })
    void aPlaceholderIsNobodysEmail(String address) {
        assertThat(Proofs.email(address)).as(address).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "x@smith.org", "test@smith.org", "guest.room@hotel.de", "no@ra.dk"})
    void anAddressThatOnlyLooksOddIsSomebodys(String address) {
        assertThat(Proofs.email(address)).as(address).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "+49 171 1234568, 0171 1234568",
        "+49 (0)171 1234568, 0049 171 1234568",
        "(313) 555-0123, +1 313 555 0123",
        "+354 555 1298, 5551298"
    })
    void aTelephoneNumberIsTheSameFromHomeAndFromAbroad(String one, String other) {
        assertThat(Proofs.isSamePhone(Proofs.phone(one), Proofs.phone(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0171 1234568, 0171 1234569",
        "1234568, 49 171 1234568",
        "-, -",
        "0000000, 0000000",
        "1234567, 1234567",
        "555, 555"
    })
    void anotherNumberOrAPlaceholderIsNoProof(String one, String other) {
        assertThat(Proofs.isSamePhone(Proofs.phone(one), Proofs.phone(other))).isFalse();
    }
}
