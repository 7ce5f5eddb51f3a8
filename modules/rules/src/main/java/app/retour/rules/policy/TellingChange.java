package app.retour.rules.policy;

import app.retour.kernel.Phrase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What changed in the other languages of what a rule tells the shopper; its own words stand in the rule's sentence. */
final class TellingChange {
    private TellingChange() {}

    static List<String> between(@Nullable Rule was, Rule is) {
        var before = was == null ? Collections.<String, String>emptySortedMap() : others(was);
        var after = others(is);
        var words = new ArrayList<String>();
        var languages = new TreeSet<>(before.keySet());
        languages.addAll(after.keySet());
        for (var tag : languages) {
            var old = before.get(tag);
            var now = after.get(tag);
            if (now != null && !now.equals(old)) {
                words.add("The shopper's reason in %s: “%s”%s"
                        .formatted(language(tag), now, old == null ? "" : " instead of “" + old + "”"));
            } else if (now == null) {
                words.add("No shopper's reason in %s any more".formatted(language(tag)));
            }
        }
        return words;
    }

    private static SortedMap<String, String> others(Rule rule) {
        var told = rule.then().stream()
                .map(effect -> effect instanceof Effect.Decide(var _, @Nullable Phrase reason) ? reason : null)
                .filter(reason -> reason != null)
                .findFirst();
        return told.map(Phrase::others).orElse(Collections.emptySortedMap());
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }
}
