package app.retour.tenants.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.retour.kernel.MasterKeys;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sealed says under which master key, and opens as long as that key is given. */
class SealedUnderAMasterKeyTests {
    private static final String FIRST = "the first master key, of more than 32 characters";
    private static final String SECOND = "the second master key, of more than 32 characters";
    private static final String PURPOSE = "easypost webhook";

    private static EnvelopeEncryption under(String first, String... others) {
        return new EnvelopeEncryption(MasterKeys.of(first, String.join("\n", others)));
    }

    @Property(tries = 200)
    void whatIsSealedIsOpenedWhateverItIs(@ForAll byte[] secret, @ForAll @StringLength(max = 20) String purpose) {
        var envelopes = under(FIRST);
        var sealed = envelopes.seal(purpose, secret);
        assertThat(envelopes.open(purpose, sealed)).isEqualTo(secret);
        assertThat(sealed).startsWith(envelopes.prefix()).hasSizeGreaterThan(secret.length + 60);
    }

    @Test
    void anExchangedKeyStillOpensWhatItSealed() {
        var before = under(FIRST).seal(PURPOSE, "geheim".getBytes(UTF_8));
        var exchanged = under(SECOND, FIRST);
        assertThat(exchanged.open(PURPOSE, before)).asString(UTF_8).isEqualTo("geheim");
        assertThat(exchanged.keyOf(PURPOSE, before)).isEqualTo(1);
        var after = exchanged.seal(PURPOSE, "geheim".getBytes(UTF_8));
        assertThat(exchanged.keyOf(PURPOSE, after)).isZero();
        assertThat(under(SECOND).open(PURPOSE, after)).asString(UTF_8).isEqualTo("geheim");
    }

    @Test
    void aKeyThatWasTakenAwayOpensNothingAndItIsSaid() {
        var sealed = under(FIRST).seal(PURPOSE, "geheim".getBytes(UTF_8));
        assertThatIllegalStateException()
                .isThrownBy(() -> under(SECOND).open(PURPOSE, sealed))
                .withMessage("This secret was sealed under a master key not given here");
    }

    @Test
    void whatNeedsNoOtherKeyThanTheFirstIsKnownByItsBeginning() {
        assertThat(under(FIRST).seal(PURPOSE, new byte[0]))
                .startsWith(under(FIRST, SECOND).prefix());
        assertThat(under(FIRST).prefix()).isNotEqualTo(under(SECOND).prefix());
        assertThat(under(FIRST).prefix())
                .as("the id of a key tells nothing of it")
                .hasSize(9);
    }

    /** As they were written until the ids came: 1, then the wrapped key, then the text. */
    @Test
    void aValueOfBeforeThereWereIdsIsTriedWithEachKey() {
        var sealed = under(FIRST).seal(PURPOSE, "geheim".getBytes(UTF_8));
        var before = ByteBuffer.allocate(sealed.length - 8)
                .put((byte) 1)
                .put(sealed, 9, sealed.length - 9)
                .array();
        assertThat(under(FIRST).open(PURPOSE, before)).asString(UTF_8).isEqualTo("geheim");
        assertThat(under(SECOND, FIRST).open(PURPOSE, before)).asString(UTF_8).isEqualTo("geheim");
        assertThatIllegalStateException().isThrownBy(() -> under(SECOND).open(PURPOSE, before));
        assertThatIllegalStateException().isThrownBy(() -> under(FIRST).open("another purpose", before));
    }

    @Test
    void noByteOfItCanBeChanged() {
        var envelopes = under(FIRST);
        var sealed = envelopes.seal(PURPOSE, "geheim".getBytes(UTF_8));
        for (var at = 0; at < sealed.length; at++) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            assertThatIllegalStateException().as("byte %d", at).isThrownBy(() -> envelopes.open(PURPOSE, changed));
        }
        for (var length = 0; length < sealed.length; length++) {
            var cut = Arrays.copyOf(sealed, length);
            assertThatIllegalStateException().as("%d bytes", length).isThrownBy(() -> envelopes.open(PURPOSE, cut));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tenants.person, totp_seed, true",
        "tenants, totp_seed, false",
        "tenants.person, seed; drop, false",
        "tenants.Person, seed, false",
        "a.b.c, seed, false",
        "tenants.person, '', false",
        "tenants.person where, seed, false",
    })
    void onlyANameOfAColumnIsWrittenIntoAStatement(String table, String column, boolean taken) {
        if (taken) {
            assertThat(SealedColumn.ofNobody(table, column, PURPOSE).ofTenants())
                    .isFalse();
            assertThat(SealedColumn.ofTenants(table, column, PURPOSE).ofTenants())
                    .isTrue();
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> SealedColumn.ofTenants(table, column, PURPOSE));
        }
    }

    @Test
    void aProgramsSecretMatchesItsHashAndNoOther() {
        var secrets = new ClientSecrets();
        // SHA-256 of "abc", FIPS 180-2.
        assertThat(secrets.encode("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(secrets.matches("abc", secrets.encode("abc"))).isTrue();
        assertThat(secrets.matches("abd", secrets.encode("abc"))).isFalse();
        assertThat(secrets.matches(null, secrets.encode("null"))).isFalse();
        assertThat(secrets.matches("abc", null)).isFalse();
    }

    @Test
    void aKeyedHashIsTheSameForTheSameValueOfOnePurposeOnly() {
        var secrets = TestSecrets.under(FIRST);
        assertThat(secrets.hash("erased shopper", "ida"))
                .isEqualTo(TestSecrets.under(FIRST).hash("erased shopper", "ida"));
        assertThat(List.of(
                        secrets.hash("erased shopper", "ida"),
                        secrets.hash("erased shopper", "ada"),
                        secrets.hash("known device", "ida"),
                        TestSecrets.under(SECOND).hash("erased shopper", "ida")))
                .doesNotHaveDuplicates();
        assertThat(secrets.hash("a", "b\0c"))
                .as("the purpose ends where it ends")
                .isNotEqualTo(secrets.hash("a\0b", "c\0"));
    }
}
