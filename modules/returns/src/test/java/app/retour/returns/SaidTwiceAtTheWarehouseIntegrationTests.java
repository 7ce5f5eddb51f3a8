package app.retour.returns;

import static app.retour.returns.AMerchant.as;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.api.Caller;
import app.retour.kernel.Ids;
import app.retour.kernel.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

/**
 * What a clerk says is done once for a key and answered alike each time: also to one who never heard the first answer, and
 * who comes with it after others went on.
 */
@RetourTest
class SaidTwiceAtTheWarehouseIntegrationTests {
    private static final String RECEIPT = """
            receipt { id closedAt lines { id title unexpected received accepted refused grade disposition }
                return { goods: items { goods { received accepted refused } } refunds { id state amount { amount } } } }""";

    @Autowired
    AMerchant merchant;

    @Autowired
    TheApi api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TenantId tenant = new TenantId(Ids.next());
    private Caller clerk = TheApi.agent(tenant);

    @BeforeEach
    void aMerchantWhoPaysAfterInspection() {
        tenant = merchant.opens();
        clerk = TheApi.agent(tenant);
        as(tenant, () -> {
            merchant.publishes(AMerchant.APPROVE_ALL);
            return true;
        });
    }

    @Test
    void aParcelIsOpenedOnce() {
        var asked = returned(2);
        var input = Map.of("code", asked.text("return.rmaNumber"), "idempotencyKey", "open");
        // Nobody hears this answer.
        says("openReceipt", input);
        var first = says("openReceipt", input).done();
        counts(first, 1);
        var again = says("openReceipt", input).done();
        assertThat(again.text("receipt.id")).isEqualTo(first.text("receipt.id"));
        assertThat(again.text("receipt.lines.0.received"))
                .as("what was counted since stays")
                .isEqualTo("1");
        closes(first, "close");
        assertThat(says("openReceipt", input).done().text("receipt.id"))
                .as("also after it was closed")
                .isEqualTo(first.text("receipt.id"));
        assertThat(rows("receipt")).isOne();
        assertThat(says("openReceipt", Map.of("code", "R-1", "idempotencyKey", "open"))
                        .codes())
                .containsExactly("KEY_REUSED");
    }

    @Test
    void aParcelOfNoReturnIsOpenedOnceToo() {
        var input = Map.of("code", "somebody's parcel", "acceptUnknown", true, "idempotencyKey", "open");
        var first = says("openReceipt", input).done();
        assertThat(says("openReceipt", input).done()).isEqualTo(first);
        assertThat(rows("receipt")).isOne();
    }

    @Test
    void whatNobodyAnnouncedIsAddedOnce() {
        var receipt = opened(returned(1));
        var input = Map.of(
                "receiptId", receipt.text("receipt.id"), "title", "A sock", "quantity", 1, "idempotencyKey", "sock");
        says("addUnexpectedItem", input);
        var first = says("addUnexpectedItem", input).done();
        assertThat(says("addUnexpectedItem", input).done()).isEqualTo(first);
        assertThat(rows("receipt_line")).isEqualTo(2);
        closes(receipt, "close");
        assertThat(says("addUnexpectedItem", input).done().text("receipt.lines.1.title"))
                .as("also after it was closed")
                .isEqualTo("A sock");
        assertThat(rows("receipt_line")).isEqualTo(2);
    }

    @Test
    void goodsAreGradedOnceAndAnOldWordDoesNotReplaceANewerOne() {
        var receipt = opened(returned(2));
        counts(receipt, 2);
        closes(receipt, "close");
        var accepted = grades(receipt, 0, "grade");
        says("gradeItems", accepted);
        var first = says("gradeItems", accepted).done();
        assertThat(first.text("receipt.return.refunds.0.amount.amount")).isEqualTo("60.00");
        assertThat(says("gradeItems", accepted).done()).isEqualTo(first);
        assertThat(rows("refund")).isOne();
        var newer = says("gradeItems", grades(receipt, 1, "grade-2")).done();
        assertThat(newer.text("receipt.lines.0.refused")).isEqualTo("1");
        assertThat(says("gradeItems", accepted).done()).isEqualTo(newer);
        assertThat(newer.text("receipt.return.goods.0.goods.accepted")).isEqualTo("1");
    }

    @Test
    void aParcelIsClosedOnce() {
        var receipt = opened(returned(2));
        counts(receipt, 2);
        var input = grades(receipt, 0, "close");
        says("closeReceipt", input);
        var first = says("closeReceipt", input).done();
        assertThat(first.at("receipt.closedAt")).isNotNull();
        assertThat(says("closeReceipt", input).done()).isEqualTo(first);
        assertThat(first.text("receipt.return.goods.0.goods.received")).isEqualTo("2");
        assertThat(rows("refund")).isOne();
        assertThat(steps("ItemsReceived")).isOne();
        assertThat(says("closeReceipt", grades(receipt, 0, "another")).codes())
                .as("said anew, it is another word")
                .containsExactly("WRONG_STATE");
    }

    @Test
    void aTaskIsDoneOnce() {
        var task = taskOfAnUnknownParcel();
        var input = Map.of("taskId", task, "reference", "sent back", "idempotencyKey", "done");
        var selection = "task { id doneAt reference }";
        api.asks(clerk, "completeTask", input, selection);
        var first = api.asks(clerk, "completeTask", input, selection).done();
        assertThat(first.text("task.reference")).isEqualTo("sent back");
        assertThat(api.asks(clerk, "completeTask", input, selection).done()).isEqualTo(first);
        assertThat(api.asks(clerk, "completeTask", Map.of("taskId", task, "idempotencyKey", "done"), selection)
                        .codes())
                .containsExactly("KEY_REUSED");
        assertThat(api.asks(clerk, "completeTask", Map.of("taskId", task), selection)
                        .codes())
                .containsExactly("WRONG_STATE");
    }

    private String taskOfAnUnknownParcel() {
        var opened = says("openReceipt", Map.of("code", "nobody's", "acceptUnknown", true, "idempotencyKey", "u"));
        says(
                        "addUnexpectedItem",
                        Map.of(
                                "receiptId",
                                opened.text("receipt.id"),
                                "title",
                                "A sock",
                                "quantity",
                                1,
                                "idempotencyKey",
                                "sock"))
                .done();
        says("closeReceipt", Map.of("receiptId", opened.text("receipt.id"))).done();
        return api.query(tenant, "{ staffTasks(first: 1) { edges { node { id } } } }", Map.of())
                .text("staffTasks.edges.0.node.id");
    }

    private TheApi.Answer returned(int units) {
        return api.returns(tenant, api.tells(tenant, TheApi.order("o1", "EUR", units, Map.of())), units);
    }

    private TheApi.Answer opened(TheApi.Answer asked) {
        return says("openReceipt", Map.of("code", asked.text("return.rmaNumber"), "idempotencyKey", "open"))
                .done();
    }

    private void counts(TheApi.Answer receipt, int units) {
        var item = api.query(
                        tenant,
                        "query($id: ID!) { receipt(id: $id) { lines { itemId } } }",
                        Map.of("id", receipt.text("receipt.id")))
                .text("receipt.lines.0.itemId");
        says(
                        "countItems",
                        Map.of(
                                "receiptId",
                                receipt.text("receipt.id"),
                                "counts",
                                List.of(Map.of("itemId", item, "quantity", units))))
                .done();
    }

    private void closes(TheApi.Answer receipt, String key) {
        says("closeReceipt", Map.of("receiptId", receipt.text("receipt.id"), "idempotencyKey", key));
    }

    private static Map<String, Object> grades(TheApi.Answer receipt, int refused, String key) {
        var grade = new HashMap<String, Object>(Map.of(
                "lineId",
                receipt.text("receipt.lines.0.id"),
                "refused",
                refused,
                "grade",
                "USED",
                "disposition",
                "RESTOCKED"));
        if (refused > 0) {
            grade.put("note", "worn");
        }
        return Map.of("receiptId", receipt.text("receipt.id"), "grades", List.of(grade), "idempotencyKey", key);
    }

    private TheApi.Answer says(String word, Map<String, ?> input) {
        return api.asks(clerk, word, input, RECEIPT);
    }

    private long rows(String table) {
        return count("select count(*) from returns." + table);
    }

    private long steps(String event) {
        return count("select count(*) from returns.return_step where event = '" + event + "'");
    }

    /** Of this merchant, as the database lets them see it. */
    private long count(String rows) {
        return as(
                tenant,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions)
                        .execute(_ -> jdbc.sql(rows).query(Long.class).single())));
    }
}
