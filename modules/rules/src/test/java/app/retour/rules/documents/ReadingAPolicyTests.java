package app.retour.rules.documents;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.rules.policy.Policy;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.Operator;
import app.retour.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad policies are refused with the path of the first mistake. */
class ReadingAPolicyTests {
    private static final Map<String, Object> KEEP = Map.of("keepItem", true);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    order.value              | LESS_THAN    | 100.001        | values.0  | INVALID
                    order.value              | LESS_THAN    | NaN            | values.0  | INVALID
                    order.value              | LESS_THAN    | 1e9            | values.0  | INVALID
                    order.value              | LESS_THAN    | 9999999999999  | values.0  | INVALID
                    order.value              | WITHIN_DAYS  | 30             | operator  | INVALID
                    order.value              | LESS_THAN    |                | values    | REQUIRED
                    order.value              | LESS_THAN    | 1;2            | values    | INVALID
                    order.value              | BETWEEN      | 2;1            | values    | INVALID
                    order.value              | EXPLODES     | 1              | operator  | INVALID
                    order.worth              | LESS_THAN    | 1              | fact      | INVALID
                    item.daysSinceDelivery   | WITHIN_DAYS  | 30.5           | values.0  | INVALID
                    item.daysSinceDelivery   | WITHIN_DAYS  | soon           | values.0  | INVALID
                    item.quantity            | AT_LEAST     | -1             | values.0  | INVALID
                    item.discount            | AT_LEAST     | 101            | values.0  | INVALID
                    item.reasonGroup         | EQUALS       | size           | values.0  | INVALID
                    item.finalSale           | EQUALS       | yes            | values.0  | INVALID
                    order.date               | BEFORE       | 2026-02-30     | values.0  | INVALID
                    order.date               | BEFORE       | 9999-01-01     | values.0  | INVALID
                    order.date               | LESS_THAN    | 2026-01-01     | operator  | INVALID
                    shopper.tags             | EQUALS       | VIP            | operator  | INVALID
                    shopper.tags             | IS_UNKNOWN   | VIP            | values    | INVALID
                    """)
    void aConditionThatNoFactCouldMeetIsRefusedAtItsPlace(
            String fact, String operator, String values, String place, ErrorCode code) {
        var given = values == null ? List.of() : List.of((Object[]) values.split(";"));
        var path = new ArrayList<>(List.of("rules", "0", "when", "test"));
        path.addAll(List.of(place.split("\\.")));
        refused(List.of(rule(test(fact, operator, given), KEEP)), code, path.toArray(String[]::new));
    }

    @Test
    void everyFactTakesEachOfItsOperatorsAndNoOther() {
        for (var fact : FactName.values()) {
            for (var operator : Operator.values()) {
                var values = Collections.nCopies(operator.fewest(), (Object) sample(fact));
                var rules = List.<Object>of(rule(test(fact.key(), operator.name(), values), KEEP));
                if (fact.operators().contains(operator)) {
                    assertThat(read(rules).rules().getFirst().sentence()).startsWith("IF ");
                } else {
                    refused(rules, ErrorCode.INVALID, "rules", "0", "when", "test", "operator");
                }
            }
        }
    }

    @Test
    void effectsOfWrongShapeAreRefusedAtTheirPlace() {
        effect(Map.of(), ErrorCode.REQUIRED);
        effect(Map.of("decision", Map.of("outcome", "REJECT")), ErrorCode.REQUIRED, "decision", "shopperReason");
        effect(Map.of("decision", Map.of("outcome", "MAYBE")), ErrorCode.INVALID, "decision", "outcome");
        effect(Map.of("fee", Map.of("kind", "FLAT", "amount", "0", "per", "ITEM")), ErrorCode.INVALID, "fee", "amount");
        effect(Map.of("fee", Map.of("kind", "FLAT", "amount", "5")), ErrorCode.REQUIRED, "fee", "per");
        effect(
                Map.of("fee", Map.of("kind", "FLAT", "amount", "5", "rate", "5", "per", "ITEM")),
                ErrorCode.INVALID,
                "fee",
                "rate");
        effect(
                Map.of("fee", Map.of("kind", "PERCENT", "rate", "101", "per", "ITEM")),
                ErrorCode.INVALID,
                "fee",
                "rate");
        effect(Map.of("bonus", Map.of()), ErrorCode.REQUIRED, "bonus", "rate");
        effect(Map.of("evidence", Map.of("photos", 11)), ErrorCode.INVALID, "evidence", "photos");
        effect(Map.of("resolutions", List.of()), ErrorCode.REQUIRED, "resolutions");
        effect(Map.of("tags", List.of("ok", " ")), ErrorCode.INVALID, "tags", "1");
        effect(Map.of("team", "x".repeat(81)), ErrorCode.TOO_LARGE, "team");
        effect(Map.of("explode", true), ErrorCode.INVALID, "explode");
    }

    @Test
    void absurdPoliciesAreRefused() {
        var one = rule(Map.of("all", List.of()), KEEP);
        refused(Collections.nCopies(201, (Object) one), ErrorCode.TOO_LARGE, "rules");
        Map<String, Object> deep = test("item.quantity", "EQUALS", List.of("1"));
        for (var i = 0; i < 200; i++) {
            deep = Map.of("all", List.of(deep));
        }
        assertThat(refusal(List.of(rule(deep, KEEP))).code()).isEqualTo(ErrorCode.TOO_LARGE);
        var wide =
                Map.<String, Object>of("any", Collections.nCopies(101, test("item.quantity", "EQUALS", List.of("1"))));
        refused(List.of(rule(wide, KEEP)), ErrorCode.TOO_LARGE, "rules", "0", "when", "any");
        var many = IntStream.range(0, 21)
                .<Object>mapToObj(i -> rule(
                        Map.of("any", Collections.nCopies(100, test("item.quantity", "EQUALS", List.of("1")))), KEEP))
                .toList();
        refused(many, ErrorCode.TOO_LARGE, "rules", "20");
        refused(
                List.of(rule(test("item.sku", "EQUALS", List.of("x".repeat(201))), KEEP)),
                ErrorCode.TOO_LARGE,
                "rules",
                "0",
                "when",
                "test",
                "values",
                "0");
    }

    @Test
    void malformedRulesAreRefused() {
        refused("a text", ErrorCode.INVALID, "rules");
        refused(null, ErrorCode.REQUIRED, "rules");
        refused(List.of("a text"), ErrorCode.INVALID, "rules", "0");
        refused(List.of(with("name", "")), ErrorCode.INVALID, "rules", "0", "name");
        refused(List.of(with("name", "line\u0000break")), ErrorCode.INVALID, "rules", "0", "name");
        refused(List.of(with("priority", 3)), ErrorCode.INVALID, "rules", "0", "priority");
        refused(List.of(with("enabled", "yes")), ErrorCode.INVALID, "rules", "0", "enabled");
        refused(List.of(with("when", Map.of())), ErrorCode.REQUIRED, "rules", "0", "when");
        refused(List.of(with("when", Map.of("any", List.of()))), ErrorCode.REQUIRED, "rules", "0", "when", "any");
        refused(
                List.of(with("when", Map.of("any", List.of(), "all", List.of()))),
                ErrorCode.INVALID,
                "rules",
                "0",
                "when");
        refused(List.of(with("id", "same"), with("id", "same")), ErrorCode.TAKEN, "rules", "1", "id");
    }

    @Test
    void aYenHasNoDecimals() {
        var rules = List.of(rule(test("order.value", "LESS_THAN", List.of("10000.5")), KEEP));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new PolicyReader(Currency.getInstance("JPY"), Vocabulary.OF_THE_HOUSE)
                        .read(DocumentPart.root(rules, "rules")))
                .withMessage("JPY has 0 decimals");
    }

    private static void effect(Map<String, Object> then, ErrorCode code, String... place) {
        var path = new ArrayList<>(List.of("rules", "0", "then"));
        path.addAll(List.of(place));
        refused(List.of(rule(Map.of("all", List.of()), then)), code, path.toArray(String[]::new));
    }

    private static void refused(@Nullable Object rules, ErrorCode code, String... path) {
        var refusal = refusal(rules);
        assertThat(refusal.field()).containsExactly(path);
        assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
    }

    private static Refusal refusal(@Nullable Object rules) {
        try {
            read(rules);
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("Accepted: " + rules);
    }

    private static Policy read(@Nullable Object rules) {
        return new PolicyReader(EUR, Vocabulary.OF_THE_HOUSE).read(DocumentPart.root(rules, "rules"));
    }

    private static Map<String, Object> with(String field, Object value) {
        var rule = new HashMap<>(rule(Map.of("all", List.of()), KEEP));
        rule.put(field, value);
        return rule;
    }

    private static Map<String, Object> rule(Map<String, Object> when, Map<String, Object> then) {
        return Map.of("name", "A rule", "when", when, "then", then);
    }

    private static Map<String, Object> test(String fact, String operator, List<Object> values) {
        return Map.of("test", Map.of("fact", fact, "operator", operator, "values", values));
    }

    private static String sample(FactName fact) {
        return switch (fact.type()) {
            case TEXT, TEXTS -> "x";
            case CHOICE, CHOICES -> fact.options().getFirst().value();
            case COUNT, DAYS, GRAMS, PERCENT, MONEY -> "3";
            case DATE -> "2026-11-23";
            case FLAG -> "true";
        };
    }
}
