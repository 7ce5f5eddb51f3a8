package app.retour.rules.analysis;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Sentences;
import app.retour.rules.solver.Clauses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Says why a condition that never holds never does: by the parts of it that exclude each other. */
final class Contradiction {
    private final FindingSearch search;

    Contradiction(FindingSearch search) {
        this.search = search;
    }

    /** @param paths to the parts; to the whole condition where one cannot tell */
    record Clash(List<List<String>> paths, String words) {}

    Clash of(Condition condition, List<String> path) {
        var needed = new LinkedHashMap<Integer, List<Part>>();
        needed(condition, path, true, needed);
        var all = needed.keySet().stream().mapToInt(literal -> literal).toArray();
        if (search.witnesses().ask(all) != Clauses.Answer.NO) {
            return new Clash(List.of(path), "its conditions can never hold together");
        }
        var parts = search.witnesses().smallest(all).stream()
                .flatMap(literal ->
                        needed.getOrDefault(literal, List.of()).stream().limit(1))
                .toList();
        if (parts.isEmpty()) {
            return new Clash(List.of(path), "its conditions can never hold together");
        }
        return new Clash(parts.stream().map(Part::path).toList(), words(parts));
    }

    private static String words(List<Part> parts) {
        var said =
                parts.stream().map(part -> "“" + part.words() + "”").distinct().toList();
        return said.size() == 1
                ? said.getFirst() + " is never so"
                : FindingSearch.listed(said) + (said.size() == 2 ? " exclude each other" : " are never so together");
    }

    private record Part(List<String> path, String words) {}

    /** The parts that must all hold, by their literals. */
    private void needed(
            Condition condition, List<String> path, boolean positive, LinkedHashMap<Integer, List<Part>> into) {
        switch (condition) {
            case Condition.All(var parts) when positive -> each(parts, path, "all", true, into);
            case Condition.None(var parts) when positive -> each(parts, path, "none", false, into);
            case Condition.Any(var parts) when !positive -> each(parts, path, "any", false, into);
            default -> {
                var truth = search.encoded().truth(condition);
                var words = Sentences.of(condition);
                into.computeIfAbsent(positive ? truth.isTrue() : truth.isFalse(), _ -> new ArrayList<>())
                        .add(new Part(path, positive ? words : "not: " + words));
            }
        }
    }

    private void each(
            List<Condition> parts,
            List<String> path,
            String group,
            boolean positive,
            LinkedHashMap<Integer, List<Part>> into) {
        for (var i = 0; i < parts.size(); i++) {
            needed(parts.get(i), deeper(path, group, i), positive, into);
        }
    }

    static List<String> deeper(List<String> path, String group, int index) {
        var longer = new ArrayList<>(path);
        longer.add(group);
        longer.add(String.valueOf(index));
        return List.copyOf(longer);
    }
}
