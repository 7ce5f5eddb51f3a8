package app.retour.tenants;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: knows the seed as it was typed, shows codes. */
public record Authenticator(String base32) {
    public String codeAt(Instant now) {
        var bits = BigInteger.ZERO;
        for (var letter : base32.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        var bytes = bits.toByteArray();
        var key = new byte[20];
        var length = Math.min(20, bytes.length);
        System.arraycopy(bytes, bytes.length - length, key, 20 - length, length);
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(key, "HmacSHA1"), now);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
