package app.retour.returns;

import java.util.Locale;
import java.util.SequencedMap;

/**
 * Why goods come back, in the merchant's own words. Archived, never deleted: past returns keep theirs.
 *
 * @param code stable name for rules and integrations
 * @param texts by language tag, the merchant's own language first
 */
public record ReturnReason(
        ReasonId reasonId,
        String code,
        ReasonGroup group,
        int position,
        boolean archived,
        SequencedMap<String, String> texts) {

    /** The text for a language: exact tag, else the same language, else the first. */
    public String textIn(Locale locale) {
        var exact = texts.get(locale.toLanguageTag());
        if (exact != null) {
            return exact;
        }
        return texts.entrySet().stream()
                .filter(text ->
                        Locale.forLanguageTag(text.getKey()).getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .or(() -> texts.entrySet().stream().findFirst())
                .map(text -> text.getValue())
                .orElse(code);
    }
}
