package app.retour.journeys;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules as the API takes them. */
final class WrittenRules {
    static final Map<String, Object> ALWAYS = Map.of("all", List.of());

    private WrittenRules() {}

    static Map<String, Object> rule(String name, Map<String, Object> when, Map<String, Object> then) {
        return Map.of("name", name, "when", when, "then", then);
    }

    static Map<String, Object> decide(String outcome, @Nullable String reason) {
        return Map.of(
                "decision",
                reason == null ? Map.of("outcome", outcome) : Map.of("outcome", outcome, "shopperReason", reason));
    }

    @SafeVarargs
    static Map<String, Object> all(Map<String, Object>... conditions) {
        return Map.of("all", List.of(conditions));
    }

    @SafeVarargs
    static Map<String, Object> any(Map<String, Object>... conditions) {
        return Map.of("any", List.of(conditions));
    }

    static Map<String, Object> test(String fact, String operator, String value) {
        return Map.of("test", Map.of("fact", fact, "operator", operator, "values", List.of(value)));
    }
}
