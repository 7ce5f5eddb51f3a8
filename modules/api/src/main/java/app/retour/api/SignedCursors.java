package app.retour.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.graphql.data.pagination.CursorEncoder;

/** Cursors that only this service can make: a truncated HMAC-SHA-256 stands before the position. */
final class SignedCursors implements CursorEncoder {
    private static final int TAG = 12;
    private final SecretKeySpec key;

    private SignedCursors(SecretKeySpec key) {
        this.key = key;
    }

    static SignedCursors under(String masterKey) {
        return new SignedCursors(new SecretKeySpec(
                mac(new SecretKeySpec(masterKey.getBytes(UTF_8), "HmacSHA256"), "retour cursors".getBytes(UTF_8)),
                "HmacSHA256"));
    }

    @Override
    public String encode(String cursor) {
        var text = cursor.getBytes(UTF_8);
        var signed = Arrays.copyOf(mac(key, text), TAG + text.length);
        System.arraycopy(text, 0, signed, TAG, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    @Override
    public String decode(String cursor) {
        try {
            var signed = Base64.getUrlDecoder().decode(cursor);
            var text = Arrays.copyOfRange(signed, Math.min(TAG, signed.length), signed.length);
            if (MessageDigest.isEqual(Arrays.copyOf(mac(key, text), TAG), Arrays.copyOf(signed, TAG))) {
                return new String(text, UTF_8);
            }
        } catch (IllegalArgumentException notBase64) {
            // Answered below, like any other cursor that we did not make.
        }
        throw new Refusal(ErrorCode.INVALID, "This cursor is not one that a list gave you", "after");
    }

    private static byte[] mac(SecretKeySpec key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
