package app.retour.rules.documents;

import static app.retour.rules.evaluation.RuleFixtures.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.policy.EffectKind;
import app.retour.rules.vocabulary.CustomFact;
import app.retour.rules.vocabulary.FactName;
import app.retour.rules.vocabulary.FactOption;
import app.retour.rules.vocabulary.FactType;
import app.retour.rules.vocabulary.Facts;
import app.retour.rules.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What shops have stored is read forever: policies, facts of decisions, and the keys in both. Who changes a word here
 * makes decisions unreadable that were made before.
 */
class StoredFormsTests {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** As a database holds it since the first version. */
    private static final String POLICY = """
            [ {
              "id" : "one", "name" : "All comparisons", "enabled" : true, "isFinal" : true,
              "when" : { "all" : [
                { "test" : { "fact" : "item.sku", "operator" : "EQUALS", "values" : [ "A-1" ] } },
                { "any" : [
                  { "test" : { "fact" : "item.sku", "operator" : "ONE_OF", "values" : [ "A", "B" ] } },
                  { "test" : { "fact" : "item.sku", "operator" : "STARTS_WITH", "values" : [ "A" ] } },
                  { "test" : { "fact" : "item.sku", "operator" : "CONTAINS_TEXT", "values" : [ "A" ] } },
                  { "test" : { "fact" : "item.sku", "operator" : "IS_UNKNOWN", "values" : [ ] } } ] },
                { "none" : [
                  { "test" : { "fact" : "order.value", "operator" : "LESS_THAN", "values" : [ "100.00" ] } },
                  { "test" : { "fact" : "order.value", "operator" : "BETWEEN", "values" : [ "1.00", "2.00" ] } },
                  { "test" : { "fact" : "item.quantity", "operator" : "AT_MOST", "values" : [ "2" ] } },
                  { "test" : { "fact" : "item.quantity", "operator" : "GREATER_THAN", "values" : [ "2" ] } },
                  { "test" : { "fact" : "item.discount", "operator" : "AT_LEAST", "values" : [ "12.5" ] } } ] },
                { "test" : { "fact" : "item.daysSinceDelivery", "operator" : "WITHIN_DAYS", "values" : [ "30" ] } },
                { "test" : { "fact" : "order.date", "operator" : "BEFORE", "values" : [ "2026-11-30" ] } },
                { "test" : { "fact" : "order.date", "operator" : "AFTER", "values" : [ "2026-01-01" ] } },
                { "test" : { "fact" : "item.tags", "operator" : "CONTAINS_ANY", "values" : [ "a" ] } },
                { "test" : { "fact" : "item.tags", "operator" : "CONTAINS_ALL", "values" : [ "a", "b" ] } },
                { "test" : { "fact" : "item.tags", "operator" : "CONTAINS_NONE", "values" : [ "c" ] } },
                { "test" : { "fact" : "item.finalSale", "operator" : "EQUALS", "values" : [ "false" ] } },
                { "test" : { "fact" : "custom.tier", "operator" : "EQUALS", "values" : [ "gold" ] } } ] },
              "then" : {
                "decision" : { "outcome" : "REJECT", "shopperReason" : "Too late.",
                               "translations" : [ { "locale" : "de", "text" : "Zu spät." } ] },
                "resolutions" : [ "REFUND", "EXCHANGE", "STORE_CREDIT" ],
                "fee" : { "kind" : "FLAT", "per" : "ITEM", "amount" : "4.50" },
                "returnShipping" : "DEDUCTED",
                "keepItem" : false,
                "evidence" : { "photos" : 2, "comment" : true },
                "bonus" : { "rate" : "10" },
                "destination" : "B-2",
                "refundMoment" : "FIRST_SCAN",
                "tags" : [ "x", "y" ],
                "team" : "Lab",
                "assignee" : "Ann",
                "priority" : "URGENT" }
            }, {
              "id" : "two", "name" : "Other fees", "enabled" : false, "isFinal" : false,
              "when" : { "all" : [ ] },
              "then" : { "fee" : { "kind" : "PERCENT", "per" : "RETURN", "rate" : "12.5" },
                         "bonus" : { "amount" : "5.00" } }
            }, {
              "id" : "three", "name" : "Waived", "enabled" : true, "isFinal" : false,
              "when" : { "all" : [ ] },
              "then" : { "fee" : { "kind" : "WAIVED" } }
            } ]
            """;

    @Test
    void aStoredPolicyIsReadAndWrittenAsItStands() {
        var tier = new CustomFact(
                "custom.tier", FactType.TEXT, "tier", "", CustomFact.Source.SHOPPER, "tier", false, false);
        var stored = JSON.readValue(POLICY, new TypeReference<List<Map<String, Object>>>() {});
        var policy = new PolicyReader(EUR, new Vocabulary(List.of(tier))).read(DocumentPart.root(stored, "rules"));
        assertThat(policy.rules().getFirst().then()).hasSize(EffectKind.values().length);
        assertThat(JSON.readTree(JSON.writeValueAsString(PolicyWriter.write(policy.rules()))))
                .isEqualTo(JSON.readTree(POLICY));
    }

    @Test
    void storedFactsAreReadAndWrittenAsTheyStand() {
        var text = """
                { "item.sku" : "A-1", "item.reasonGroup" : "SIZE", "item.tags" : [ "a", "b" ], "item.quantity" : "2",
                  "item.discount" : "12.5", "item.finalSale" : false, "item.daysSinceDelivery" : "-1",
                  "order.value" : { "amount" : "49.90", "currency" : "EUR" }, "order.date" : "2026-11-30",
                  "order.tenders" : [ ], "item.vendor" : null,
                  "custom.tier" : { "type" : "TEXT", "value" : "gold" },
                  "custom.labels" : { "type" : "TEXTS", "value" : [ "x" ] },
                  "custom.points" : { "type" : "COUNT", "value" : "12" },
                  "custom.paid" : { "type" : "MONEY", "value" : { "amount" : "1.00", "currency" : "EUR" } },
                  "custom.since" : { "type" : "DATE", "value" : "2026-01-01" },
                  "custom.staff" : { "type" : "FLAG", "value" : true },
                  "custom.erased" : { "type" : "TEXT", "value" : null } }
                """;
        var stored = JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
        Facts facts = FactsDocument.read(stored);
        assertThat(facts.custom()).hasSize(6).doesNotContainKey("custom.erased");
        var written = FactsDocument.write(facts);
        assertThat(written)
                .containsAllEntriesOf(stored.entrySet().stream()
                        .filter(entry ->
                                entry.getValue() != null && !entry.getKey().equals("custom.erased"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Test
    void keysOfFactsAndTheirTypesNeverChange() {
        assertThat(Arrays.stream(FactName.values()).map(name -> name.key() + " " + name.type()))
                .containsExactlyInAnyOrder("""
                        item.reason TEXT
                        item.reasonGroup CHOICE
                        item.commentLength COUNT
                        item.quantity COUNT
                        item.unitPricePaid MONEY
                        item.value MONEY
                        item.sku TEXT
                        item.productType TEXT
                        item.vendor TEXT
                        item.tags TEXTS
                        item.weight GRAMS
                        item.discount PERCENT
                        item.finalSale FLAG
                        item.giftCard FLAG
                        item.daysSinceDelivery DAYS
                        item.deliveryAssumed FLAG
                        item.daysSinceFulfilment DAYS
                        item.daysSinceOrder DAYS
                        item.requestedResolution CHOICE
                        item.photos COUNT
                        item.reasonChanges COUNT
                        order.value MONEY
                        order.total MONEY
                        order.currency TEXT
                        order.country TEXT
                        order.tags TEXTS
                        order.discountCodes TEXTS
                        order.tenders CHOICES
                        order.channel TEXT
                        order.gift FLAG
                        order.business FLAG
                        order.earlierReturns COUNT
                        order.date DATE
                        order.deliveryDate DATE
                        return.value MONEY
                        return.valueLeft MONEY
                        return.itemCount COUNT
                        return.full FLAG
                        return.date DATE
                        return.anyReason TEXTS
                        return.anyReasonGroup CHOICES
                        return.everyReason TEXTS
                        return.everyReasonGroup CHOICES
                        shopper.tags TEXTS
                        shopper.orders COUNT
                        shopper.spend MONEY
                        shopper.returns90Days COUNT
                        shopper.returnRate PERCENT
                        shopper.autoApprovals COUNT
                        shopper.autoApprovedValue MONEY
                        shopper.blocked FLAG
                        shopper.firstOrder FLAG
                        legal.basis CHOICE
                        """.split("\n"));
    }

    @Test
    void wordsOfChosenFactsNeverChange() {
        options(FactName.ITEM_REASON_GROUP, "SIZE DEFECT WRONG_ITEM CHANGED_MIND DAMAGED_IN_TRANSIT OTHER");
        options(FactName.RETURN_ANY_REASON_GROUP, "SIZE DEFECT WRONG_ITEM CHANGED_MIND DAMAGED_IN_TRANSIT OTHER");
        options(FactName.ITEM_REQUESTED_RESOLUTION, "REFUND EXCHANGE STORE_CREDIT");
        options(FactName.ORDER_TENDERS, "GIFT_CARD STORE_CREDIT CARD OTHER UNKNOWN");
        options(FactName.LEGAL_BASIS, "WITHDRAWAL CONFORMITY GOODWILL");
    }

    private static void options(FactName fact, String words) {
        assertThat(fact.options()).extracting(FactOption::value).containsExactly(words.split(" "));
    }
}
