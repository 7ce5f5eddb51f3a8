package app.retour.tracking.carriers.easypost;

import app.retour.tracking.ParcelStatus;
import java.util.Locale;
import java.util.Map;

/** EasyPost's words for where a parcel is. */
final class EasyPostWords {
    private static final Map<String, ParcelStatus> STATUSES = Map.ofEntries(
            Map.entry("unknown", ParcelStatus.UNKNOWN),
            Map.entry("pre_transit", ParcelStatus.PRE_TRANSIT),
            Map.entry("in_transit", ParcelStatus.IN_TRANSIT),
            Map.entry("out_for_delivery", ParcelStatus.OUT_FOR_DELIVERY),
            Map.entry("available_for_pickup", ParcelStatus.AVAILABLE_FOR_PICKUP),
            Map.entry("delivered", ParcelStatus.DELIVERED),
            Map.entry("return_to_sender", ParcelStatus.RETURN_TO_SENDER),
            Map.entry("failure", ParcelStatus.FAILURE),
            Map.entry("error", ParcelStatus.FAILURE),
            Map.entry("cancelled", ParcelStatus.CANCELED),
            Map.entry("canceled", ParcelStatus.CANCELED));

    private EasyPostWords() {}

    /** A word that is new to us moves nothing. */
    static ParcelStatus statusOf(String word) {
        return STATUSES.getOrDefault(word.toLowerCase(Locale.ROOT), ParcelStatus.UNKNOWN);
    }

    static boolean knows(String word) {
        return STATUSES.containsKey(word);
    }
}
