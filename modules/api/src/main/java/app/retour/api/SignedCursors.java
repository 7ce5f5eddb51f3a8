package app.retour.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Hmac;
import app.retour.kernel.MasterKeys;
import app.retour.kernel.Refusal;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.graphql.data.pagination.CursorEncoder;

/** Cursors that only this service can make: a truncated HMAC-SHA-256 stands before the position. */
final class SignedCursors implements CursorEncoder {
    private static final int TAG = 12;
    private final List<byte[]> keys;

    private SignedCursors(List<byte[]> keys) {
        this.keys = keys;
    }

    static SignedCursors under(MasterKeys masterKeys) {
        return new SignedCursors(masterKeys.derived("retour cursors"));
    }

    @Override
    public String encode(String cursor) {
        var text = cursor.getBytes(UTF_8);
        var signed = Arrays.copyOf(Hmac.of(keys.getFirst(), text), TAG + text.length);
        System.arraycopy(text, 0, signed, TAG, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    @Override
    public String decode(String cursor) {
        try {
            var signed = Base64.getUrlDecoder().decode(cursor);
            var text = Arrays.copyOfRange(signed, Math.min(TAG, signed.length), signed.length);
            var tag = Arrays.copyOf(signed, TAG);
            if (keys.stream().anyMatch(key -> MessageDigest.isEqual(Arrays.copyOf(Hmac.of(key, text), TAG), tag))) {
                return new String(text, UTF_8);
            }
        } catch (IllegalArgumentException notBase64) {
            // Answered below, like any other cursor that we did not make.
        }
        throw new Refusal(ErrorCode.INVALID, "This cursor is not one that a list gave you", "after");
    }
}
