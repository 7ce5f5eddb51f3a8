package app.retour.rules.documents;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A policy that cannot be kept is refused at its place, with what would be accepted there. */
class RefusalsInWordsTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order.value            | LESS_THAN   | 100.001     | values.0 | EUR has 2 decimals
            order.value            | LESS_THAN   | 1e9         | values.0 | Give a plain decimal number such as 100 or 49.90
            order.value            | LESS_THAN   |             | values   | Give a value to compare with
            order.value            | LESS_THAN   | 1;2         | values   | Give one value, not 2
            order.value            | BETWEEN     | 1           | values   | Give two values, the smaller one first
            order.value            | BETWEEN     | 2;1         | values   | The first value must not be above the second
            order.value            | EXPLODES    | 1           | operator | Give one of [EQUALS, ONE_OF, LESS_THAN, AT_MOST, GREATER_THAN, AT_LEAST, BETWEEN, CONTAINS_ANY, CONTAINS_ALL, CONTAINS_NONE, STARTS_WITH, CONTAINS_TEXT, WITHIN_DAYS, BEFORE, AFTER, IS_UNKNOWN]
            order.worth            | LESS_THAN   | 1           | fact     | There is no fact “order.worth”; the vocabulary names them all
            item.daysSinceDelivery | WITHIN_DAYS | 30.5        | values.0 | Give a whole number from 0 to 1,000,000,000
            item.quantity          | AT_LEAST    | -1          | values.0 | Give a whole number from 0 to 1,000,000,000
            item.quantity          | AT_LEAST    | 1000000001  | values.0 | Give a whole number from 0 to 1,000,000,000
            item.discount          | AT_LEAST    | 100.01      | values.0 | Give a percentage from 0 to 100
            item.discount          | AT_LEAST    | -0.01       | values.0 | Give a percentage from 0 to 100
            item.reasonGroup       | EQUALS      | size        | values.0 | Give one of SIZE, DEFECT, WRONG_ITEM, CHANGED_MIND, DAMAGED_IN_TRANSIT, OTHER
            item.finalSale         | EQUALS      | yes         | values.0 | Give true or false
            item.finalSale         | EQUALS      | truely      | values.0 | At most 5 characters, not 6
            order.date             | BEFORE      | 2026-02-30  | values.0 | Give a day from 1970 to 2199 such as 2026-11-23
            order.date             | BEFORE      | 1969-12-31  | values.0 | Give a day from 1970 to 2199 such as 2026-11-23
            order.date             | BEFORE      | 2200-01-01  | values.0 | Give a day from 1970 to 2199 such as 2026-11-23
            shopper.tags           | IS_UNKNOWN  | VIP         | values   | No value belongs here
            shopper.tags           | CONTAINS_ANY|             | values   | Give at least one value
            item.finalSale         | AT_MOST     | true        | operator | Final sale cannot be compared like this; what suits it: “is” (EQUALS), “is unknown” (IS_UNKNOWN)
            """)
    void aConditionIsRefusedInWords(String fact, String operator, @Nullable String values, String place, String words) {
        var given = values == null ? List.of() : Arrays.asList((Object[]) values.split(";"));
        var test = Map.of("test", Map.of("fact", fact, "operator", operator, "values", given));
        refused(rule(test, Map.of("keepItem", true)), "when.test." + place, words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                | then                        | A rule sets at least one effect
            {"decision": {"outcome": "REJECT"}}                               | then.decision.shopperReason | A rejection needs a reason that the shopper reads
            {"decision": {"outcome": "MAYBE"}}                                | then.decision.outcome       | Give one of [APPROVE, REVIEW, REJECT]
            {"decision": {}}                                                  | then.decision.outcome       | Give one of [APPROVE, REVIEW, REJECT]
            {"decision": "APPROVE"}                                           | then.decision               | Give an object here
            {"resolutions": []}                                               | then.resolutions            | Allow at least one resolution; to refuse the return, reject it
            {"resolutions": ["REFUND","REFUND","REFUND","REFUND"]}            | then.resolutions            | At most 3 are accepted here, not 4
            {"fee": {"kind": "HUGE"}}                                         | then.fee.kind               | Give one of [FLAT, PERCENT, WAIVED]
            {"fee": {}}                                                       | then.fee.kind               | Give one of [FLAT, PERCENT, WAIVED]
            {"fee": {"kind": "FLAT", "amount": "0", "per": "ITEM"}}           | then.fee.amount             | Give an amount above zero
            {"fee": {"kind": "FLAT", "amount": "-1", "per": "ITEM"}}          | then.fee.amount             | Give an amount above zero
            {"fee": {"kind": "FLAT", "amount": "1"}}                          | then.fee.per                | Give one of [UNIT, ITEM, RETURN]
            {"fee": {"kind": "FLAT", "amount": "1", "rate": "1", "per": "ITEM"}} | then.fee.rate            | Either an amount or a rate, not both
            {"fee": {"kind": "PERCENT", "amount": "1", "rate": "1", "per": "ITEM"}} | then.fee.amount       | Either an amount or a rate, not both
            {"fee": {"kind": "PERCENT", "rate": "0", "per": "ITEM"}}          | then.fee.rate               | Give a percentage above 0 and at most 100
            {"fee": {"kind": "PERCENT", "rate": "100.000001", "per": "ITEM"}} | then.fee.rate               | Give a percentage above 0 and at most 100
            {"bonus": {"amount": "1", "rate": "1"}}                           | then.bonus.rate             | Either an amount or a rate, not both
            {"bonus": {"rate": "101"}}                                        | then.bonus.rate             | Give a percentage above 0 and at most 100
            {"evidence": {"photos": 11}}                                      | then.evidence.photos        | Give a whole number from 0 to 10
            {"evidence": {"comment": "yes"}}                                  | then.evidence.comment       | Give true or false
            {"tags": []}                                                      | then.tags                   | Name at least one tag
            {"keepItem": "yes"}                                               | then.keepItem               | Give true or false
            {"returnShipping": "DRONE"}                                       | then.returnShipping         | Give one of [MERCHANT, DEDUCTED, SHOPPER]
            {"priority": "ASAP"}                                              | then.priority               | Give one of [LOW, NORMAL, HIGH, URGENT]
            {"refundMoment": "NOW"}                                           | then.refundMoment           | Give one of [APPROVAL, FIRST_SCAN, DELIVERY, RECEIPT, INSPECTION]
            {"team": " "}                                                     | then.team                   | Give a text that is not blank
            """)
    void anEffectIsRefusedInWords(String then, String place, String words) {
        refused(rule(Map.of("all", List.of()), JsonMapper.shared().readValue(then, Map.class)), place, words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                | when                  | Give exactly one of all, any, none and test
            {"all": [], "any": []}            | when                  | Give exactly one of all, any, none and test
            {"every": []}                     | when.every            | There is no field of this name here; known are all, any, none, test
            {"any": []}                       | when.any              | A group has at least one condition
            {"none": []}                      | when.none             | A group has at least one condition
            {"any": [{"all": []}]}            | when.any.0.all        | A group has at least one condition
            {"all": "x"}                      | when.all              | Give a list here
            {"all": ["x"]}                    | when.all.0            | Give an object here
            {"test": {"fact": 7}}             | when.test.fact        | Give a text that is not blank
            {"test": {"fact": "item.sku"}}    | when.test.operator    | Give one of [EQUALS, ONE_OF, LESS_THAN, AT_MOST, GREATER_THAN, AT_LEAST, BETWEEN, CONTAINS_ANY, CONTAINS_ALL, CONTAINS_NONE, STARTS_WITH, CONTAINS_TEXT, WITHIN_DAYS, BEFORE, AFTER, IS_UNKNOWN]
            {"test": {"fact": "item.sku", "operator": "EQUALS", "values": "x"}} | when.test.values | Give a list here
            {"test": {"fact": "item.sku", "value": "x"}} | when.test.value | There is no field of this name here; known are fact, operator, values
            """)
    void aGroupIsRefusedInWords(String when, String place, String words) {
        refused(rule(JsonMapper.shared().readValue(when, Map.class), Map.of("keepItem", true)), place, words);
    }

    @Test
    void onlySoMuchIsAccepted() {
        Map<String, Object> test =
                Map.of("test", Map.of("fact", "item.quantity", "operator", "EQUALS", "values", List.of("1")));
        var deep = test;
        for (var depth = 0; depth < 8; depth++) {
            deep = Map.of("any", List.of(deep));
        }
        assertThat(accepted(rule(deep, Map.of("keepItem", true)))).isEqualTo(1);
        deep = Map.of("any", List.of(deep));
        refused(
                rule(deep, Map.of("keepItem", true)),
                "when" + ".any.0".repeat(9),
                "At most 8 groups inside each other");
        var half = Map.<String, Object>of("any", Collections.nCopies(51, test));
        refused(
                rule(Map.of("all", List.of(half, half)), Map.of("keepItem", true)),
                "when",
                "At most 100 conditions in a rule");
        var most = Map.<String, Object>of("any", Collections.nCopies(100, test));
        assertThat(accepted(rule(most, Map.of("keepItem", true)))).isEqualTo(100);
    }

    @Test
    void aListOfValuesHasItsEndToo() {
        var many = Map.of("fact", "item.sku", "operator", "ONE_OF", "values", Collections.nCopies(201, "x"));
        refused(
                rule(Map.of("test", many), Map.of("keepItem", true)),
                "when.test.values",
                "At most 200 are accepted here, not 201");
        var most = Map.of("fact", "item.sku", "operator", "ONE_OF", "values", Collections.nCopies(200, "x"));
        assertThat(accepted(rule(Map.of("test", most), Map.of("keepItem", true))))
                .isEqualTo(1);
    }

    @Test
    void anIdIsUsedOnce() {
        var rule = Map.<String, Object>of(
                "id", "a", "name", "A", "when", Map.of("all", List.of()), "then", Map.of("keepItem", true));
        var refusal = refusal(List.of(rule, rule));
        assertThat(refusal).hasMessage("Another rule of this policy has the same id");
        assertThat(refusal.field()).containsExactly("rules", "1", "id");
        assertThat(refusal.code()).isEqualTo(ErrorCode.TAKEN);
    }

    private static Map<String, Object> rule(Map<?, ?> when, Map<?, ?> then) {
        return Map.of("name", "A rule", "when", when, "then", then);
    }

    private static long accepted(Map<String, Object> rule) {
        return read(List.of(rule));
    }

    private static void refused(Map<String, Object> rule, String place, String words) {
        var refusal = refusal(List.of(rule));
        assertThat(refusal).hasMessage(words);
        var path = new ArrayList<>(List.of("rules", "0"));
        path.addAll(Arrays.asList(place.split("\\.")));
        assertThat(refusal.field()).isEqualTo(path);
    }

    private static Refusal refusal(List<Map<String, Object>> rules) {
        try {
            read(rules);
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("Accepted: " + rules);
    }

    private static long read(List<Map<String, Object>> rules) {
        return new PolicyReader(EUR, Vocabulary.OF_THE_HOUSE)
                .read(DocumentPart.root(rules, "rules")).rules().stream()
                        .flatMap(rule -> rule.when().tests())
                        .count();
    }
}
