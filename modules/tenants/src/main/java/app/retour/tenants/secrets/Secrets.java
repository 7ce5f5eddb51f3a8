package app.retour.tenants.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.kernel.Hmac;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Seals secrets for the database, and opens them again. A sealed value opens only for the purpose that it was sealed for. Each
 * column of such values is a {@link SealedColumn}, so that an operator can exchange the master key.
 */
@Component
public class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final EnvelopeEncryption envelopes;
    private final HashingKey hashing;

    Secrets(EnvelopeEncryption envelopes, HashingKey hashing) {
        this.envelopes = envelopes;
        this.hashing = hashing;
    }

    /** @param purpose what it is for, for example {@code easypost webhook}; needed again to open it */
    public byte[] seal(String purpose, String secret) {
        return seal(purpose, secret.getBytes(UTF_8));
    }

    public byte[] seal(String purpose, byte[] secret) {
        return envelopes.seal(purpose, secret);
    }

    /** @throws IllegalStateException when it was sealed for something else, under a key that is not known, or changed since */
    public byte[] open(String purpose, byte[] sealed) {
        return envelopes.open(purpose, sealed);
    }

    public String openText(String purpose, byte[] sealed) {
        return new String(open(purpose, sealed), UTF_8);
    }

    /** A keyed hash, the same for the same value: for values that must be found again but not read. */
    public String hash(String purpose, String value) {
        return HexFormat.of().formatHex(mac(hashing.bytes(), purpose + "\0" + value));
    }

    /** A keyed hash to sign with. */
    public byte[] signature(String purpose, byte[] message) {
        return Hmac.of(mac(hashing.bytes(), "signing " + purpose), message);
    }

    public static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        return Hmac.of(key, text.getBytes(UTF_8));
    }
}
