package app.retour.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a shopper gives for one item. */
record GivenEvidence(
        String itemId, List<String> photoFileIds, @Nullable String comment) {
    Map<String, Object> input() {
        var input = new HashMap<String, Object>();
        input.put("itemId", itemId);
        input.put("photoFileIds", photoFileIds);
        if (comment != null) {
            input.put("comment", comment);
        }
        return input;
    }
}
