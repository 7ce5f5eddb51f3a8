package app.retour.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;

/**
 * The secrets that an operator gives, of which every key of the house is derived. The first one makes what is new; the others
 * are known so that what they made before is still read.
 */
public final class MasterKeys {
    private static final int SHORTEST = 32;
    private final List<byte[]> keys;

    private MasterKeys(List<byte[]> keys) {
        this.keys = keys;
    }

    /**
     * As they stand in the environment.
     *
     * @param first RETOUR_MASTER_KEY
     * @param others RETOUR_OTHER_MASTER_KEYS, one a line; may be empty
     * @throws IllegalStateException when one is too short
     */
    public static MasterKeys of(String first, String others) {
        requireLong(first, "RETOUR_MASTER_KEY needs 32 characters or more, random ones");
        var further = others.lines().filter(line -> !line.isBlank()).toList();
        further.forEach(line ->
                requireLong(line, "Every line of RETOUR_OTHER_MASTER_KEYS is a master key of 32 characters or more"));
        return new MasterKeys(Stream.concat(
                        Stream.of(first),
                        // A key that was read from a file may have been used with the end of its line.
                        further.stream().flatMap(line -> Stream.of(line, line + "\n")))
                .map(key -> key.getBytes(UTF_8))
                .toList());
    }

    /** For one use, the key of each, the one for what is new first. */
    public List<byte[]> derived(String use) {
        return keys.stream().map(key -> Hmac.of(key, use.getBytes(UTF_8))).toList();
    }

    private static void requireLong(String key, String otherwise) {
        if (key.length() < SHORTEST) {
            throw new IllegalStateException(otherwise);
        }
    }
}
