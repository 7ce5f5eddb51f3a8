package app.retour.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HMAC-SHA-256 by the vectors of RFC 4231, and the keys that the house derives by it. */
class KeyedHashTests {
    private static final String MASTER = "a-master-key-of-more-than-32-characters";
    private static final String OLDER = "the-master-key-that-was-used-before-this";

    @ParameterizedTest
    @CsvSource({
        // Test cases 1, 2, 3 and 6.
        "0b x 20, 4869205468657265," + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665 x 1, 7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
                + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "aa x 20, dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd,"
                + " 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        "aa x 131, 54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374,"
                + " 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
    })
    void isThatOfTheStandard(String key, String text, String hash) {
        var parts = key.split(" x ");
        var bytes = HexFormat.of().parseHex(parts[0].repeat(Integer.parseInt(parts[1])));
        assertThat(HexFormat.of().formatHex(Hmac.of(bytes, HexFormat.of().parseHex(text))))
                .isEqualTo(hash);
    }

    @Test
    void eachUseHasItsOwnKeyAndTheNewestMasterKeyComesFirst() {
        var alone = MasterKeys.of(MASTER, "");
        var exchanged = MasterKeys.of(OLDER, MASTER);
        assertThat(alone.derived("cursors")).hasSize(1);
        assertThat(alone.derived("cursors").getFirst())
                .isNotEqualTo(alone.derived("secrets").getFirst());
        assertThat(exchanged.derived("cursors").getFirst())
                .isEqualTo(MasterKeys.of(OLDER, "").derived("cursors").getFirst());
        assertThat(exchanged.derived("cursors"))
                .as("what the older one made is still read")
                .contains(alone.derived("cursors").getFirst());
    }

    /** A file of a secret ends with a line feed, which some ways to read it keep. */
    @Test
    void anOlderKeyIsAlsoKnownWithTheEndOfItsLine() {
        assertThat(MasterKeys.of(OLDER, "\n" + MASTER + "\n\n").derived("cursors"))
                .hasSize(3)
                .contains(MasterKeys.of(MASTER + "\n", "").derived("cursors").getFirst());
    }

    @Test
    void aShortKeyIsRefusedByTheNameOfItsSetting() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MasterKeys.of("short", ""))
                .withMessageContaining("RETOUR_MASTER_KEY")
                .withMessageNotContaining("short,");
        assertThatIllegalStateException()
                .isThrownBy(() -> MasterKeys.of(MASTER, "hunter2"))
                .withMessageContaining("RETOUR_OTHER_MASTER_KEYS")
                .withMessageNotContaining("hunter2");
    }
}
