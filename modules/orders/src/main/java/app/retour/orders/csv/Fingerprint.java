package app.retour.orders.csv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a file says the same of a thing as the last one did. */
public final class Fingerprint {
    private Fingerprint() {}

    /** @param told a record of values; its text is the same if and only if they are */
    public static String of(Record told) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(told.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
