package app.retour.returns.documents;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.Order;
import app.retour.returns.AMerchant;
import app.retour.returns.Returns;
import app.retour.returns.refunds.RefundRecords;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.view.Refund;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

@RetourTest
class WritingRefundDocumentsTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Refunds refunds;

    @Autowired
    RefundRecords book;

    @Autowired
    RefundDocuments documents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void anIssuedRefundHasADocumentThatAddsUpAndADueOneHasNone() {
        as(opens(), () -> {
            var due = due(merchant.sold(2, 10), 1);
            assertThat(documents.ofRefunds(List.of(due.refundId()))).isEmpty();
            var paid = paid(due);
            assertThat(document(paid))
                    .returns("CN-1001", RefundDocument::number)
                    .returns(paid.amount(), RefundDocument::total)
                    .satisfies(document ->
                            assertThat(document.net().plus(document.tax())).isEqualTo(document.total()))
                    .satisfies(document -> assertThat(document.rmaNumber()).startsWith("R-"))
                    .satisfies(document -> assertThat(document.orderNumber()).startsWith("#"));
            return true;
        });
    }

    @Test
    void numbersRiseByOneInTheOrderOfIssueHoweverManyPayAtOnce() throws Exception {
        var tenant = opens();
        var due = as(
                tenant,
                () -> IntStream.range(0, 8)
                        .mapToObj(_ -> due(merchant.sold(1, 10), 1))
                        .toList());
        try (var cashiers = Executors.newVirtualThreadPerTaskExecutor()) {
            // Each is paid by two at once.
            var paying = new ArrayList<Callable<Refund>>();
            for (var one : due) {
                paying.add(() -> as(tenant, () -> paid(one)));
                paying.add(() -> as(tenant, () -> paid(one)));
            }
            for (var done : cashiers.invokeAll(paying)) {
                done.get();
            }
        }
        as(tenant, () -> {
            assertThat(issued().stream().map(RefundDocument::sequence))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1001, 1008).boxed().toList());
            assertThat(issued().stream().map(RefundDocument::refundId))
                    .containsExactlyInAnyOrderElementsOf(
                            due.stream().map(Refund::refundId).toList());
            return true;
        });
    }

    @Test
    void whatIsRolledBackLeavesNoGapAndAnAnswerThatComesTwiceIsNumberedOnce() {
        as(opens(), () -> {
            var due = due(merchant.sold(1, 10), 1);
            refunds.markPaid(due.refundId(), "tx-1", CLERK);
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                book.changing(due.refundId(), (aggregate, refund) -> book.issued(aggregate, refund, "tx-1", CLERK));
                assertThat(document(due).number()).isEqualTo("CN-1001");
                status.setRollbackOnly();
            });
            assertThat(documents.ofRefunds(List.of(due.refundId()))).isEmpty();
            refunds.settle(due.refundId(), CLERK);
            refunds.settle(due.refundId(), CLERK);
            refunds.markPaid(due.refundId(), "tx-1", CLERK);
            assertThat(document(due).number()).isEqualTo("CN-1001");
            assertThat(document(paid(due(merchant.sold(1, 10), 1))).number()).isEqualTo("CN-1002");
            return true;
        });
    }

    @Test
    void eachMerchantHasNumbersOfTheirOwn() {
        var numbers = IntStream.range(0, 2)
                .mapToObj(_ -> as(
                        opens(),
                        () -> document(paid(due(merchant.sold(1, 10), 1))).number()))
                .toList();
        assertThat(numbers).containsExactly("CN-1001", "CN-1001");
    }

    @Test
    void nobodyChangesOrDeletesOne() {
        as(opens(), () -> {
            paid(due(merchant.sold(1, 10), 1));
            for (var attempt : List.of(
                    "update returns.refund_document set order_number = 'x'", "delete from returns.refund_document")) {
                assertThatException()
                        .isThrownBy(() -> new TransactionTemplate(transactions)
                                .executeWithoutResult(_ -> jdbc.sql(attempt).update()))
                        .withStackTraceContaining("permission denied");
            }
            return true;
        });
    }

    @Test
    void aPeriodIsReadPageByPage() {
        as(opens(), () -> {
            for (var i = 0; i < 3; i++) {
                paid(due(merchant.sold(1, 10), 1));
            }
            var today = issued().getFirst().issuedOn();
            var first = documents.issued(new DocumentPeriod(today, today), ScrollPosition.keyset(), 2);
            assertThat(first.map(RefundDocument::number)).containsExactly("CN-1001", "CN-1002");
            assertThat(first.hasNext()).isTrue();
            var second = documents.issued(new DocumentPeriod(today, today), first.positionAt(1), 2);
            assertThat(second.map(RefundDocument::number)).containsExactly("CN-1003");
            assertThat(second.hasNext()).isFalse();
            assertThat(documents.issued(new DocumentPeriod(null, today.minusDays(1)), ScrollPosition.keyset(), 2))
                    .isEmpty();
            return true;
        });
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new DocumentPeriod(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 11, 1)))
                .returns(ErrorCode.INVALID, Refusal::code);
    }

    private List<RefundDocument> issued() {
        return documents
                .issued(new DocumentPeriod(null, null), ScrollPosition.keyset(), 100)
                .getContent();
    }

    private RefundDocument document(Refund of) {
        return Objects.requireNonNull(
                documents.ofRefunds(List.of(of.refundId())).get(of.refundId()));
    }

    private Refund paid(Refund of) {
        refunds.markPaid(of.refundId(), "tx-" + of.refundId(), CLERK);
        return refunds.settle(of.refundId(), CLERK);
    }

    private Refund due(Order order, int units) {
        var made = returns.request(wants(order, units, "too_small"), SHOPPER);
        return returns.find(made.returnId()).orElseThrow().refunds().getFirst();
    }

    /** A merchant who refunds at once. */
    private TenantId opens() {
        var tenant = merchant.opens();
        as(tenant, () -> {
            merchant.publishes(Map.of(
                    "name",
                    "at once",
                    "when",
                    APPROVE_ALL.get("when"),
                    "then",
                    Map.of("decision", Map.of("outcome", "APPROVE"), "keepItem", true)));
            return true;
        });
        return tenant;
    }
}
