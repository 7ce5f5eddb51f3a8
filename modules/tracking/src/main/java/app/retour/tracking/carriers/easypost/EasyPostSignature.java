package app.retour.tracking.carriers.easypost;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.kernel.Hmac;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA-256 over the body as sent, under the secret in Unicode form NFKD, as {@code hmac-sha256-hex=…}. */
final class EasyPostSignature {
    static final String HEADER = "X-Hmac-Signature";
    private static final String PREFIX = "hmac-sha256-hex=";

    private EasyPostSignature() {}

    static boolean holds(@Nullable String header, byte[] body, String secret) {
        return header != null && MessageDigest.isEqual(of(body, secret).getBytes(UTF_8), header.getBytes(UTF_8));
    }

    static String of(byte[] body, String secret) {
        var key = Normalizer.normalize(secret, Normalizer.Form.NFKD).getBytes(UTF_8);
        return PREFIX + HexFormat.of().formatHex(Hmac.of(key, body));
    }
}
