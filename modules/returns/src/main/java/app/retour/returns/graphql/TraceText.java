package app.retour.returns.graphql;

import app.retour.rules.evaluation.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A trace as lines of plain words. */
final class TraceText {
    private TraceText() {}

    static List<String> facts(Trace trace) {
        return trace.facts().stream()
                .map(seen -> "%s: %s".formatted(seen.fact().label(), seen.value() == null ? "unknown" : seen.value()))
                .toList();
    }

    static List<String> effects(Trace trace) {
        return trace.rules().stream()
                .flatMap(rule -> rule.effects().stream())
                .filter(effect -> effect.fate() == Trace.EffectFate.WON)
                .map(Trace.EffectTrace::sentence)
                .toList();
    }

    static List<String> of(Trace trace) {
        var lines = new ArrayList<String>();
        for (var rule : trace.rules()) {
            lines.add("%d. %s: %s"
                    .formatted(rule.position(), rule.name(), rule.truth().name().toLowerCase(Locale.ROOT)));
            for (var condition : rule.conditions()) {
                lines.add("%s%s: %s%s"
                        .formatted(
                                "  ".repeat(condition.depth() + 1),
                                condition.sentence(),
                                condition.truth().name().toLowerCase(Locale.ROOT),
                                condition.seen() == null ? "" : ", seen: " + condition.seen()));
            }
            for (var effect : rule.effects()) {
                lines.add("  → %s: %s".formatted(effect.sentence(), effect.why()));
            }
        }
        lines.addAll(trace.afterwards());
        lines.add(trace.because());
        return List.copyOf(lines);
    }
}
