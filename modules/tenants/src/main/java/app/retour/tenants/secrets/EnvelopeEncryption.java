package app.retour.tenants.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.retour.kernel.Hmac;
import app.retour.kernel.MasterKeys;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals each secret under a key of its own (AES-256-GCM), which is itself sealed under one derived from a master key. A sealed
 * value begins with its format and the id of that master key; those of before there were ids are tried with each.
 */
@Component
class EnvelopeEncryption {
    private static final byte WITHOUT_ID = 1;
    private static final byte WITH_ID = 2;
    private static final int ID = 8;
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int WRAPPED = NONCE + KEY + TAG;
    private final List<WrappingKey> keys;

    private record WrappingKey(byte[] id, SecretKey key) {
        static WrappingKey of(byte[] derived) {
            var id = Arrays.copyOf(Hmac.of(derived, "retour key id".getBytes(UTF_8)), ID);
            return new WrappingKey(id, new SecretKeySpec(derived, "AES"));
        }
    }

    @Autowired
    EnvelopeEncryption(
            @Value("${retour.master-key}") String masterKey, @Value("${retour.other-master-keys:}") String others) {
        this(MasterKeys.of(masterKey, others));
    }

    EnvelopeEncryption(MasterKeys masterKeys) {
        this.keys = masterKeys.derived("retour secrets").stream()
                .map(WrappingKey::of)
                .toList();
    }

    byte[] seal(String purpose, byte[] secret) {
        var own = Secrets.random(KEY);
        var wrapped = encrypt(keys.getFirst().key, purpose, own);
        var text = encrypt(new SecretKeySpec(own, "AES"), purpose, secret);
        return ByteBuffer.allocate(1 + ID + wrapped.length + text.length)
                .put(prefix())
                .put(wrapped)
                .put(text)
                .array();
    }

    /** @throws IllegalStateException when it was sealed for something else, under a key that is not known, or changed since */
    byte[] open(String purpose, byte[] sealed) {
        var head = head(sealed);
        var wrapping = keys.get(keyOf(purpose, sealed)).key;
        var own = decrypt(wrapping, purpose, Arrays.copyOfRange(sealed, head, head + WRAPPED));
        return decrypt(
                new SecretKeySpec(own, "AES"), purpose, Arrays.copyOfRange(sealed, head + WRAPPED, sealed.length));
    }

    /** Which of the master keys sealed it, counted from 0. */
    int keyOf(String purpose, byte[] sealed) {
        return sealed[0] == WITH_ID ? byId(Arrays.copyOfRange(sealed, 1, 1 + ID)) : byTrying(purpose, sealed);
    }

    /** What every value begins with that needs no other key than the first. */
    byte[] prefix() {
        return ByteBuffer.allocate(1 + ID).put(WITH_ID).put(keys.getFirst().id).array();
    }

    private int byId(byte[] id) {
        return IntStream.range(0, keys.size())
                .filter(each -> Arrays.equals(keys.get(each).id, id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("This secret was sealed under a master key not given here"));
    }

    private int byTrying(String purpose, byte[] sealed) {
        var wrapped = Arrays.copyOfRange(sealed, head(sealed), head(sealed) + WRAPPED);
        return IntStream.range(0, keys.size())
                .filter(each -> opens(keys.get(each).key, purpose, wrapped))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "This secret does not open: sealed under another master key, for another purpose, or changed"));
    }

    /** How long the part is that says how to open it. */
    private static int head(byte[] sealed) {
        var head = sealed.length > 0 && sealed[0] == WITH_ID ? 1 + ID : 1;
        if (sealed.length < head + WRAPPED + NONCE + TAG || sealed[0] != WITH_ID && sealed[0] != WITHOUT_ID) {
            throw new IllegalStateException("This is no sealed secret");
        }
        return head;
    }

    private static boolean opens(SecretKey key, String purpose, byte[] wrapped) {
        try {
            decrypt(key, purpose, wrapped);
            return true;
        } catch (IllegalStateException another) {
            return false;
        }
    }

    private static byte[] encrypt(SecretKey key, String purpose, byte[] text) {
        try {
            var nonce = Secrets.random(NONCE);
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
}
