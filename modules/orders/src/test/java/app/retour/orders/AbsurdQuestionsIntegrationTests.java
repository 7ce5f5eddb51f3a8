package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AbsurdQuestionsIntegrationTests extends AbsurdInputs {
    @Test
    void ofAllElse() {
        walk(
                "updateOrderSettings",
                "UpdateOrderSettingsInput",
                object("historyCompleteSince", "2026-01-01", "finalSaleTag", "sale"));
        walk(
                "startShopperSession",
                "StartShopperSessionInput",
                object("orderNumber", "1", "email", "ada@example.com", "postcode", "10115", "phone", "030 123456"));
        walk("issueShopperLink", "IssueShopperLinkInput", object("orderId", "333"));
        walk(
                "startImport",
                "StartImportInput",
                object("kind", "SHOPIFY_ORDERS", "fileId", "333", "idempotencyKey", "k"));
        var order = "{ \"orders\": 1 }";
        walk(
                "pushAttributes",
                "PushAttributesInput",
                object("orderId", "333", "attributes", List.of(object("name", "tier", "values", List.of(order)))));
    }

    @Test
    void ofQuestions() {
        var wrong = new ArrayList<String>();
        for (var text : TEXTS) {
            for (var question : List.of(
                    "orders(search: $text) { edges { node { id } } }",
                    "orders(after: $text) { edges { node { id } } }",
                    "products(search: $text) { edges { node { id } } }",
                    "shoppers(search: $text) { edges { node { id } } }",
                    "orderByNumber(number: $text) { id }",
                    "order(id: $id) { id }",
                    "import(id: $id) { id }")) {
                var variable = question.contains("$id") ? "$id: ID!" : "$text: String!";
                judge(
                        "query(%s) { %s }".formatted(variable, question),
                        Map.of(question.contains("$id") ? "id" : "text", text),
                        question,
                        wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }
}
