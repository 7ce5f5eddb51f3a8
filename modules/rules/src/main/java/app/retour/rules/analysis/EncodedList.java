package app.retour.rules.analysis;

import app.retour.rules.solver.Clauses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A list of texts: one variable for each text that any condition names, one for all others, one for two of them. */
final class EncodedList {
    private final Map<String, String> spelling;
    private final Map<String, Integer> members = new LinkedHashMap<>();
    private final int other;
    private final int others;
    private final int notEmpty;

    EncodedList(Map<String, String> spelling, boolean isClosed, Clauses clauses) {
        this.spelling = spelling;
        spelling.keySet().forEach(text -> members.put(text, clauses.variable()));
        other = isClosed ? Clauses.FALSE : clauses.variable();
        others = isClosed ? Clauses.FALSE : clauses.variable();
        clauses.require(-others, other);
        notEmpty = clauses.any(IntStream.concat(members.values().stream().mapToInt(one -> one), IntStream.of(other))
                .toArray());
    }

    Set<String> named() {
        return members.keySet();
    }

    IntStream choices() {
        return IntStream.concat(members.values().stream().mapToInt(one -> one), IntStream.of(other, others));
    }

    int has(String folded) {
        return members.getOrDefault(folded, Clauses.FALSE);
    }

    /** It has a text that no condition names. */
    int hasOther() {
        return other;
    }

    /** It has two of them. */
    int hasOthers() {
        return others;
    }

    int isNotEmpty() {
        return notEmpty;
    }

    /**
     * The list in the world last found.
     *
     * @param fresh two texts that no condition names
     */
    List<String> texts(Clauses clauses, List<String> fresh) {
        var texts = new ArrayList<String>();
        members.forEach((text, has) -> {
            if (clauses.isTrue(has)) {
                texts.add(spelling.getOrDefault(text, text));
            }
        });
        Stream.of(other, others)
                .filter(clauses::isTrue)
                .map(one -> one == other ? fresh.getFirst() : fresh.getLast())
                .forEach(texts::add);
        return texts;
    }
}
