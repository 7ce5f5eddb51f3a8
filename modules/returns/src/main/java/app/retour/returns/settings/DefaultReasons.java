package app.retour.returns.settings;

import app.retour.kernel.Phrase;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.List;
import java.util.Map;

/** The reasons a merchant starts with, in English and German; who reads neither reads English, as on the pages around it. */
final class DefaultReasons {
    private DefaultReasons() {}

    static List<Reason> all() {
        return List.of(
                reason("too_small", ReasonGroup.SIZE, 1, "Too small", "Zu klein"),
                reason("too_large", ReasonGroup.SIZE, 2, "Too large", "Zu groß"),
                reason(
                        "defective",
                        ReasonGroup.DEFECT,
                        3,
                        "Defective or does not work",
                        "Defekt oder funktioniert nicht"),
                reason(
                        "damaged_in_transit",
                        ReasonGroup.DAMAGED_IN_TRANSIT,
                        4,
                        "Arrived damaged",
                        "Beschädigt angekommen"),
                reason(
                        "wrong_item",
                        ReasonGroup.WRONG_ITEM,
                        5,
                        "Not what I ordered",
                        "Nicht das, was ich bestellt habe"),
                reason("not_as_described", ReasonGroup.OTHER, 6, "Not as described", "Nicht wie beschrieben"),
                reason("changed_mind", ReasonGroup.CHANGED_MIND, 7, "Changed my mind", "Gefällt mir nicht mehr"),
                reason("other", ReasonGroup.OTHER, 8, "Something else", "Etwas anderes"));
    }

    private static Reason reason(String code, ReasonGroup group, int position, String english, String german) {
        return new Reason(code, group, position, Phrase.of(Map.of("en", english, "de", german), "en"));
    }
}
