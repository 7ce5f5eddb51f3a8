package app.retour.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes time-ordered ids (UUID version 7, RFC 9562), so that index pages fill from one end. */
public final class Ids {
    /** Less than any other and nobody's: whoever reads in the order of ids begins after it, and bound to it sees no row. */
    public static final UUID LEAST = new UUID(0, 0);

    /** Greater than any other and nobody's. */
    public static final UUID GREATEST = new UUID(-1, -1);

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id: 48 bits of Unix milliseconds, then 74 random bits. */
    public static UUID next() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        // The clock of the machine, not the injected one: ids order rows, they never say when something happened.
        var high = System.currentTimeMillis() << 16 | 0x7000 | (bytes[0] & 0x0F) << 8 | bytes[1] & 0xFF;
        var low = 0L;
        for (var i = 2; i < 10; i++) {
            low = low << 8 | bytes[i] & 0xFF;
        }
        return new UUID(high, low & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
    }
}
