package app.retour.tracking;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Somebody who tells where parcels are, by webhook: a port. An adapter knows their signature and their words. */
public interface CarrierEvents {
    /** Their name, as stored: {@code EASYPOST}. */
    String source();

    /** Whether a message was signed with the secret. Takes the same time for every wrong signature. */
    boolean signed(byte[] body, Function<String, @Nullable String> header, String secret);

    /** @throws UnreadableMessage when it is not what they send; unknown words in it are no reason */
    News read(byte[] body) throws UnreadableMessage;

    /**
     * What a message says.
     *
     * @param eventId their own id of the message
     * @param trackingNumber null when it is not about a parcel
     */
    record News(
            String eventId,
            @Nullable String trackingNumber,
            @Nullable String carrier,
            List<Told> events) {}

    /**
     * One thing that they say of the parcel.
     *
     * @param key the same whenever they say it again
     * @param word their own word for the status
     * @param at as they say, also in the future
     */
    record Told(
            String key,
            ParcelStatus status,
            String word,
            Instant at,
            @Nullable String description,
            @Nullable String place) {}

    /** A message that is not what the sender is known to send. */
    final class UnreadableMessage extends Exception {
        public UnreadableMessage(String why) {
            super(why, null, false, false);
        }
    }
}
