package app.retour.rules.evaluation;

import app.retour.rules.policy.Condition;
import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.FactValue;
import app.retour.rules.vocabulary.Facts;
import io.github.jamsesso.jsonlogic.JsonLogic;
import io.github.jamsesso.jsonlogic.JsonLogicException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JsonLogic; it keeps what it parsed. */
final class JsonLogicPeer implements RuleDecisions.Deciding {
    private final JsonLogic engine = new JsonLogic();
    private final String[] rules;
    private final List<Map<String, Object>> requests;

    JsonLogicPeer(Policy policy, List<Facts> facts) {
        requests = PlainFacts.maps(facts);
        rules = policy.rules().stream().map(rule -> json(rule.when())).toArray(String[]::new);
    }

    private static String json(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> operation("and", parts);
            case Condition.Any(var parts) -> operation("or", parts);
            case Condition.None(var parts) -> "{\"!\": [%s]}".formatted(operation("or", parts));
            case Condition.Test test -> json(test);
        };
    }

    private static String operation(String name, List<Condition> parts) {
        return parts.stream().map(JsonLogicPeer::json).collect(Collectors.joining(", ", "{\"" + name + "\": [", "]}"));
    }

    private static String json(Condition.Test test) {
        var name = "{\"var\": \"%s\"}".formatted(PlainFacts.name(test.fact()));
        var first = literal(test.operands().getFirst());
        return switch (test.operator()) {
            case EQUALS -> "{\"==\": [%s, %s]}".formatted(name, first);
            case ONE_OF ->
                "{\"in\": [%s, [%s]]}"
                        .formatted(
                                name,
                                test.operands().stream()
                                        .map(JsonLogicPeer::literal)
                                        .collect(Collectors.joining(", ")));
            case CONTAINS_ANY -> "{\"in\": [%s, %s]}".formatted(first, name);
            case CONTAINS_NONE -> "{\"!\": [{\"in\": [%s, %s]}]}".formatted(first, name);
            case LESS_THAN, BEFORE -> "{\"<\": [%s, %s]}".formatted(name, first);
            case AT_LEAST -> "{\">=\": [%s, %s]}".formatted(name, first);
            case AFTER -> "{\">\": [%s, %s]}".formatted(name, first);
            case BETWEEN ->
                "{\"<=\": [%s, %s, %s]}"
                        .formatted(first, name, literal(test.operands().getLast()));
            default -> throw new IllegalArgumentException("not generated: " + test);
        };
    }

    private static String literal(FactValue value) {
        var plain = PlainFacts.value(value);
        return plain instanceof String ? "\"" + plain + "\"" : plain.toString();
    }

    @Override
    public int firstMatch(int request) {
        try {
            for (var place = 0; place < rules.length; place++) {
                if (Boolean.TRUE.equals(engine.apply(rules[place], requests.get(request)))) {
                    return place;
                }
            }
            return -1;
        } catch (JsonLogicException e) {
            throw new IllegalStateException(e);
        }
    }
}
