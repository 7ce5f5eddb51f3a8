package app.retour.rules.documents;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Phrase;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a rule tells the shopper: a text in the merchant's own words, all there was at first, and the same in other
 * languages beside it.
 */
final class TellingReader {
    static final int LONGEST = 500;
    static final int MOST_LANGUAGES = 30;

    private TellingReader() {}

    /** @return null where the rule tells nothing */
    static @Nullable Phrase read(DocumentPart decision) {
        var others = new TreeMap<String, String>();
        decision.maybe("translations").ifPresent(given -> {
            for (var one : given.items(MOST_LANGUAGES)) {
                one.knowingOnly("locale", "text");
                var tag = tag(one.at("locale"));
                if (others.put(tag, one.at("text").text(LONGEST)) != null) {
                    throw one.at("locale")
                            .refused(ErrorCode.TAKEN, "There is another text in this language (%s)".formatted(tag));
                }
            }
        });
        var own = decision.maybe("shopperReason").map(part -> part.text(LONGEST));
        if (own.isEmpty() && !others.isEmpty()) {
            throw decision.at("shopperReason")
                    .refused(
                            ErrorCode.REQUIRED,
                            "Give the reason in your own words too: who reads no other language reads it");
        }
        return own.map(text -> new Phrase(text, others)).orElse(null);
    }

    private static String tag(DocumentPart given) {
        return Phrase.tag(given.text(40))
                .orElseThrow(() -> given.invalid("Give the tag of a language, for example de or pt-BR"));
    }
}
