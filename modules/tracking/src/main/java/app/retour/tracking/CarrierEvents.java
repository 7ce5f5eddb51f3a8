package app.retour.tracking;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Somebody who tells where parcels are, by webhook: a port. An adapter knows her signature and her words. */
public interface CarrierEvents {
    /** Her name, as stored: {@code EASYPOST}. */
    String source();

    /** Whether a message was signed with the secret. Takes the same time for every wrong signature. */
    boolean signed(byte[] body, Function<String, @Nullable String> header, String secret);

    /** @throws UnreadableMessage when it is not what she sends; unknown words in it are no reason */
    News read(byte[] body) throws UnreadableMessage;

    /**
     * What a message says.
     *
     * @param eventId her own id of the message
     * @param trackingNumber null when it is not about a parcel
     */
    record News(
            String eventId,
            @Nullable String trackingNumber,
            @Nullable String carrier,
            List<Told> events) {}

    /**
     * One thing that she says of the parcel.
     *
     * @param key the same whenever she says it again
     * @param word her own word for the status
     * @param at as she says, also in the future
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
