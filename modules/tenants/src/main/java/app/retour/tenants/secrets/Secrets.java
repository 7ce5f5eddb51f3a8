package app.retour.tenants.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals secrets for the database, and opens them again: each under a key of its own (AES-256-GCM), which is itself
 * sealed under a key derived from the environment's RETOUR_MASTER_KEY. A sealed value opens only for the purpose that it
 * was sealed for.
 */
@Component
public class Secrets {
    private static final byte FORMAT = 1;
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int SHORTEST_MASTER_KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final SecretKey wrapping;
    private final SecretKey hashing;

    public Secrets(@Value("${retour.master-key}") String masterKey) {
        if (masterKey.length() < SHORTEST_MASTER_KEY) {
            throw new IllegalStateException("RETOUR_MASTER_KEY needs 32 characters or more, random ones");
        }
        this.wrapping = new SecretKeySpec(derived(masterKey, "retour secrets"), "AES");
        this.hashing = new SecretKeySpec(derived(masterKey, "retour hashes"), "HmacSHA256");
    }

    /** @param purpose what it is for, for example {@code easypost webhook}; needed again to open it */
    public byte[] seal(String purpose, String secret) {
        return seal(purpose, secret.getBytes(UTF_8));
    }

    public byte[] seal(String purpose, byte[] secret) {
        var own = random(KEY);
        var wrapped = encrypt(wrapping, purpose, own);
        var text = encrypt(new SecretKeySpec(own, "AES"), purpose, secret);
        return ByteBuffer.allocate(1 + wrapped.length + text.length)
                .put(FORMAT)
                .put(wrapped)
                .put(text)
                .array();
    }

    /** @throws IllegalStateException when it was sealed for something else, under another key, or changed since */
    public byte[] open(String purpose, byte[] sealed) {
        var wrapped = NONCE + KEY + TAG;
        if (sealed.length < 1 + wrapped + NONCE + TAG || sealed[0] != FORMAT) {
            throw new IllegalStateException("This is no sealed secret");
        }
        var buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        var key = new byte[wrapped];
        buffer.get(key);
        var text = new byte[buffer.remaining()];
        buffer.get(text);
        return decrypt(new SecretKeySpec(decrypt(wrapping, purpose, key), "AES"), purpose, text);
    }

    public String openText(String purpose, byte[] sealed) {
        return new String(open(purpose, sealed), UTF_8);
    }

    /** A keyed hash, the same for the same value: for values that must be found again but not read. */
    public String hash(String purpose, String value) {
        return HexFormat.of().formatHex(mac(hashing, purpose + "\0" + value));
    }

    /** A keyed hash to sign with. */
    public byte[] signature(String purpose, byte[] message) {
        return mac(new SecretKeySpec(mac(hashing, "signing " + purpose), "HmacSHA256"), message);
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

    private static byte[] encrypt(SecretKey key, String purpose, byte[] text) {
        try {
            var nonce = random(NONCE);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(purpose.getBytes(UTF_8));
            var sealed = cipher.doFinal(text);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] decrypt(SecretKey key, String purpose, byte[] sealed) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, sealed, 0, NONCE));
            cipher.updateAAD(purpose.getBytes(UTF_8));
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("This secret does not open: other key, other purpose, or changed", wrong);
        }
    }

    private static byte[] derived(String masterKey, String use) {
        return mac(new SecretKeySpec(masterKey.getBytes(UTF_8), "HmacSHA256"), use);
    }

    private static byte[] mac(SecretKey key, String text) {
        return mac(key, text.getBytes(UTF_8));
    }

    private static byte[] mac(SecretKey key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
