package app.retour.rules.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two policies, told rule by rule.
 *
 * @param before place and sentence in the older policy; null for a rule that is new
 * @param after the same in the newer one; null for a rule that is gone
 * @param words what changed, for people: "Rule 3 “Wrong size” now says …"
 */
public record RuleChange(
        Kind kind,
        String ruleId,
        String name,
        @Nullable Place before,
        @Nullable Place after,
        String words) {
    /** What became of a rule. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    /** @param position from 1 */
    public record Place(int position, String sentence) {}

    /** What changed from one list of rules to another, in the order of the newer one, what is gone last. */
    public static List<RuleChange> between(List<Rule> older, List<Rule> newer) {
        var before = older.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        var moved = moved(older, newer);
        var changes = new ArrayList<RuleChange>();
        for (var rule : newer) {
            var was = before.get(rule.id());
            var after = place(newer, rule);
            if (was == null) {
                changes.add(of(Kind.ADDED, rule, null, after, String.join("; ", introduced(rule))));
            } else if (!was.equals(rule)) {
                changes.add(
                        of(Kind.CHANGED, rule, place(older, was), after, String.join("; ", differences(was, rule))));
            } else if (moved.contains(rule.id())) {
                var from = place(older, was);
                changes.add(of(
                        Kind.MOVED,
                        rule,
                        from,
                        after,
                        "Moved from place %d to %d".formatted(from.position(), after.position())));
            }
        }
        var kept = newer.stream().map(Rule::id).collect(Collectors.toSet());
        for (var rule : older) {
            if (!kept.contains(rule.id())) {
                changes.add(of(Kind.REMOVED, rule, place(older, rule), null, "Gone: " + rule.sentence()));
            }
        }
        return List.copyOf(changes);
    }

    private static RuleChange of(Kind kind, Rule rule, @Nullable Place before, @Nullable Place after, String words) {
        return new RuleChange(kind, rule.id(), rule.name(), before, after, words);
    }

    private static Place place(List<Rule> rules, Rule rule) {
        return new Place(rules.indexOf(rule) + 1, rule.sentence());
    }

    private static List<String> introduced(Rule rule) {
        var words = new ArrayList<String>();
        words.add((rule.enabled() ? "New: " : "New, switched off: ") + rule.sentence());
        words.addAll(TellingChange.between(null, rule));
        return words;
    }

    private static List<String> differences(Rule was, Rule is) {
        var words = new ArrayList<String>();
        if (!was.name().equals(is.name())) {
            words.add("Called “%s” before".formatted(was.name()));
        }
        if (was.enabled() != is.enabled()) {
            words.add(is.enabled() ? "Switched on" : "Switched off");
        }
        if (was.isFinal() != is.isFinal()) {
            words.add(is.isFinal() ? "Now final: later rules set nothing" : "No longer final");
        }
        if (!was.when().equals(is.when())) {
            words.add("IF %s instead of IF %s".formatted(is.whenSentence(), was.whenSentence()));
        }
        if (!was.effectSentences().equals(is.effectSentences())) {
            words.add("THEN %s instead of THEN %s"
                    .formatted(String.join(", ", is.effectSentences()), String.join(", ", was.effectSentences())));
        }
        words.addAll(TellingChange.between(was, is));
        return words;
    }

    /** The fewest rules that must move so that the rules in both lists stand in the new order: all but a longest run. */
    private static HashSet<String> moved(List<Rule> older, List<Rule> newer) {
        var olderIds = older.stream().map(Rule::id).toList();
        var common = newer.stream().map(Rule::id).filter(olderIds::contains).toList();
        var places = common.stream().mapToInt(olderIds::indexOf).toArray();
        var longest = new int[places.length];
        var previous = new int[places.length];
        var best = -1;
        for (var i = 0; i < places.length; i++) {
            longest[i] = 1;
            previous[i] = -1;
            for (var j = 0; j < i; j++) {
                if (places[j] < places[i] && longest[j] + 1 > longest[i]) {
                    longest[i] = longest[j] + 1;
                    previous[i] = j;
                }
            }
            best = best < 0 || longest[i] > longest[best] ? i : best;
        }
        var moved = new HashSet<>(common);
        for (var at = best; at >= 0; at = previous[at]) {
            moved.remove(common.get(at));
        }
        return moved;
    }
}
