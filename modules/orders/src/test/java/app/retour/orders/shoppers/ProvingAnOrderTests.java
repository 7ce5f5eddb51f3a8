package app.retour.orders.shoppers;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may open an order: a wrong answer opens none, and a better proof is never passed by with a worse one. */
class ProvingAnOrderTests {
    private static final OrderProofs WHOLE =
            OrderProofs.of("Ada@Bücher.example", "SW1A 1AA", "D-10115", "+44 20 7946 0018", "030 901820");
    private static final OrderProofs BY_PHONE_ONLY =
            OrderProofs.of(null, "n/a", null, "+44 20 7946 0018", "030 901820");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ada@bücher.example,            -,       -,              true",
                "ADA@xn--bcher-kva.example,     -,       -,              true",
                "bob@bücher.example,            -,       -,              false",
                "-,                             sw1a1aa, -,              true",
                "-,                             10115,   -,              true",
                "-,                             10116,   -,              false",
                "' ',                           10115,   -,              true",
                // Who gives an e-mail is held to it, however right the rest is.
                "bob@bücher.example,            SW1A1AA, +442079460018,  false",
                "ada@bücher.example,            99999,   -,              true",
                // A telephone number is no proof where there is a better one.
                "-,                             -,       +44 20 7946 0018, false",
                "-,                             -,       -,              false",
                "'',                            '',      '',             false",
            })
    void byEmailElseByPostcode(
            @Nullable String email, @Nullable String postcode, @Nullable String phone, boolean proven) {
        assertThat(WHOLE.areMetBy(email, postcode, phone)).isEqualTo(proven);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,                +44 20 7946 0018, true",
                "-,                020 7946 0018,    true",
                "-,                +49 30 901820,    true",
                "-,                030 901821,       false",
                "-,                1234567,          false",
                "n/a,              -,                false",
                "-,                -,                false",
            })
    void byTelephoneOnlyWhereNothingBetterIsKnown(@Nullable String postcode, @Nullable String phone, boolean proven) {
        assertThat(BY_PHONE_ONLY.areMetBy(null, postcode, phone)).isEqualTo(proven);
    }

    /** Or everybody who says nothing would open every order that says nothing. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -, -", "'', '', ''", "noemail@noemail.com, n/a, 0000000", "-, 00000, -", "-, -, 123"})
    void anOrderOfWhichNothingIsKnownIsOpenedByNothing(
            @Nullable String email, @Nullable String postcode, @Nullable String phone) {
        assertThat(OrderProofs.of(null, null, null, null, null).areMetBy(email, postcode, phone))
                .isFalse();
        assertThat(OrderProofs.of(email, postcode, postcode, phone, phone).areMetBy(email, postcode, phone))
                .as("a placeholder is no proof of an order that has the same")
                .isFalse();
    }

    @Property
    void onlyWhatIsKnownOpensIt(
            @ForAll @StringLength(max = 12) String email, @ForAll @StringLength(max = 12) String postcode) {
        assertThat(OrderProofs.of(null, null, null, null, null).areMetBy(email, postcode, postcode))
                .isFalse();
        var known = OrderProofs.of("ada@example.com", "SW1A 1AA", null, null, null);
        assertThat(known.areMetBy(email + "@other.example", postcode, null)).isFalse();
    }

    /** A session that a postcode opened ends when the order goes somewhere else, and not when it is only spelled anew. */
    @Test
    void whereItWentIsTheSameHoweverItIsSpelled() {
        var spelledAnew =
                OrderProofs.of("bob@example.com", "sw1a-1aa", "10115", "0044 (0)20 7946-0018", "030/90 18 20");
        assertThat(spelledAnew.withoutEmail()).isEqualTo(WHOLE.withoutEmail());
        var elsewhere = OrderProofs.of(null, "SW1A 1AB", "10115", "+44 20 7946 0018", "030 901820");
        assertThat(elsewhere.withoutEmail()).isNotEqualTo(WHOLE.withoutEmail()).doesNotContain("ada");
    }
}
