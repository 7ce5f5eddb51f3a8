package app.retour.rules.analysis;

import app.retour.rules.solver.Clauses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text: one variable for each text that any condition names, none of them for all other texts, and one for each
 * beginning and part that is looked for.
 */
final class EncodedText {
    private static final List<String> SEPARATORS = List.of("-", "_", "~", "|", "/", "#", "¤", "§");
    /** Beyond these, parts are taken as independent of each other: less is then proved, nothing wrongly. */
    private static final int MOST_RELATED = 150;

    private final Map<String, String> spelling;
    private final Map<String, Integer> named = new LinkedHashMap<>();
    private final Map<String, Integer> beginnings = new LinkedHashMap<>();
    private final Map<String, Integer> parts = new LinkedHashMap<>();
    private final int isOther;

    /**
     * @param spelling of each text named: as compared, and as written
     * @param isClosed whether there are no other texts
     */
    EncodedText(Map<String, String> spelling, Collection<String> patterns, boolean isClosed, Clauses clauses) {
        this.spelling = spelling;
        spelling.keySet().forEach(text -> named.put(text, clauses.variable()));
        var all = named.values().stream().mapToInt(one -> one).toArray();
        clauses.requireAtMostOne(all);
        isOther = isClosed ? Clauses.FALSE : -clauses.any(all);
        if (isClosed) {
            clauses.require(all);
        }
        patterns.forEach(pattern -> {
            beginnings.put(pattern, clauses.variable());
            parts.put(pattern, clauses.variable());
        });
        named.forEach((text, is) -> patterns.forEach(pattern -> {
            clauses.require(-is, text.startsWith(pattern) ? starts(pattern) : -starts(pattern));
            clauses.require(-is, text.contains(pattern) ? contains(pattern) : -contains(pattern));
        }));
        for (var pattern : patterns) {
            clauses.require(-starts(pattern), contains(pattern));
            if (patterns.size() <= MOST_RELATED) {
                patterns.forEach(other -> relate(pattern, other, clauses));
            }
        }
    }

    private void relate(String pattern, String other, Clauses clauses) {
        if (pattern.contains(other)) {
            clauses.require(-contains(pattern), contains(other));
        }
        if (pattern.startsWith(other)) {
            clauses.require(-starts(pattern), starts(other));
        } else if (!other.startsWith(pattern)) {
            clauses.require(-starts(pattern), -starts(other));
        }
    }

    /** All there is to choose; none where one of the named ones must be it. */
    IntStream choices() {
        return isOther == Clauses.FALSE
                ? IntStream.empty()
                : Stream.of(named, beginnings, parts)
                        .flatMap(some -> some.values().stream())
                        .mapToInt(one -> one);
    }

    int is(String folded) {
        return named.getOrDefault(folded, Clauses.FALSE);
    }

    Map<String, Integer> named() {
        return named;
    }

    /** Holds for a text that no condition names. */
    int isOther() {
        return isOther;
    }

    int starts(String pattern) {
        return beginnings.getOrDefault(pattern, Clauses.FALSE);
    }

    int contains(String pattern) {
        return parts.getOrDefault(pattern, Clauses.FALSE);
    }

    /** The text in the world last found, as somebody would write it; empty where none was found. */
    Optional<String> text(Clauses clauses, String fresh) {
        for (var one : named.entrySet()) {
            if (clauses.isTrue(one.getValue())) {
                return Optional.ofNullable(spelling.get(one.getKey()));
            }
        }
        if (beginnings.isEmpty()) {
            return Optional.of(fresh);
        }
        var wanted = new ArrayList<String>();
        beginnings.entrySet().stream()
                .filter(one -> clauses.isTrue(one.getValue()))
                .map(Map.Entry::getKey)
                .max(java.util.Comparator.comparingInt(String::length))
                .ifPresent(wanted::add);
        var startsFree = wanted.isEmpty();
        parts.forEach((part, is) -> {
            if (clauses.isTrue(is) && wanted.stream().noneMatch(one -> one.contains(part))) {
                wanted.add(part);
            }
        });
        return SEPARATORS.stream()
                .filter(separator -> parts.keySet().stream().noneMatch(part -> part.contains(separator)))
                .findFirst()
                .map(separator -> (startsFree ? separator : "") + String.join(separator, wanted) + separator);
    }
}
