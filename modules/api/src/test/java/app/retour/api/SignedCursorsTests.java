package app.retour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.MasterKeys;
import app.retour.kernel.Refusal;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignedCursorsTests {
    private static final String OF_THIS_HOUSE = "the master key of this house, long enough";
    private static final String ANOTHER = "another master key, which is long enough";
    private final SignedCursors cursors = SignedCursors.under(MasterKeys.of(OF_THIS_HOUSE, ""));

    @Test
    void aCursorComesBackAsItWas() {
        assertThat(cursors.decode(cursors.encode("K_{\"id\":\"ä\"}"))).isEqualTo("K_{\"id\":\"ä\"}");
    }

    @Test
    void aCursorOfSomebodyElseIsRefused() {
        assertRefused(SignedCursors.under(MasterKeys.of(ANOTHER, "")).encode("position"));
    }

    @Test
    void aCursorIsGoodStillWhenTheMasterKeyIsExchanged() {
        var exchanged = SignedCursors.under(MasterKeys.of(ANOTHER, OF_THIS_HOUSE));
        assertThat(exchanged.decode(cursors.encode("position"))).isEqualTo("position");
        assertRefused(exchanged.encode("position"));
    }

    @Test
    void whatIsNoCursorIsRefused() {
        assertRefused("");
        assertRefused("%%%");
        assertRefused(Base64.getUrlEncoder().encodeToString(new byte[] {1, 2, 3}));
    }

    @Test
    void aChangedCursorIsRefused() {
        var bytes = Base64.getUrlDecoder().decode(cursors.encode("position"));
        bytes[bytes.length - 1] ^= 1;
        assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private void assertRefused(String cursor) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cursors.decode(cursor))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID));
    }
}
