package app.retour.returns;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.kernel.TenantId;
import app.retour.orders.products.ProductOption;
import app.retour.orders.products.ProductUpsert;
import app.retour.orders.products.Products;
import app.retour.returns.eligibility.ExchangeVariant;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.returns.events.DiscrepancyKind;
import app.retour.returns.goods.Discrepancy;
import app.retour.returns.goods.Grading;
import app.retour.returns.receiving.Receiving;
import app.retour.returns.refunds.Refunds;
import app.retour.returns.status.Headline;
import app.retour.returns.view.Disposition;
import app.retour.returns.view.Grade;
import app.retour.returns.view.Return;
import app.retour.returns.view.ReturnStep;
import app.retour.returns.view.StaffTask;
import app.retour.rules.policy.Resolution;
import app.retour.tracking.ParcelScan;
import app.retour.tracking.ParcelState;
import app.retour.tracking.ParcelStatus;
import app.retour.tracking.ReverseShipmentId;
import app.retour.tracking.ReverseShipments;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

@RetourTest
class ParcelsAndReplacementsTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Reviews reviews;

    @Autowired
    Receiving receiving;

    @Autowired
    Refunds refunds;

    @Autowired
    StaffTasks tasks;

    @Autowired
    ReverseShipments shipments;

    @Autowired
    Products products;

    @Test
    void whatCarriersSayMovesTheReturnHoweverOftenAndInWhateverOrder() {
        var tenant = merchant.opens();
        var made = as(tenant, () -> {
            merchant.publishes(Map.of(
                    "name",
                    "trust",
                    "when",
                    Map.of("all", List.of()),
                    "then",
                    Map.of("decision", Map.of("outcome", "APPROVE"), "refundMoment", "FIRST_SCAN")));
            var one = returns.request(wants(merchant.sold(1, 5), 1, "too_small"), SHOPPER);
            returns.announceTracking(one.returnId(), null, "1Z999AA10123456784", new WhichParcel.Unsaid(), SHOPPER);
            return one;
        });
        var start = Instant.now();
        scan(tenant, made, ParcelStatus.DELIVERED, start.minus(Duration.ofHours(1)));
        scan(tenant, made, ParcelStatus.IN_TRANSIT, start.minus(Duration.ofHours(9)));
        scan(tenant, made, ParcelStatus.DELIVERED, start.minus(Duration.ofHours(1)));
        await().atMost(Duration.ofMinutes(3))
                .until(() -> found(tenant, made).parcels().getFirst().state() == ParcelState.DELIVERED);
        var now = found(tenant, made);
        assertThat(now.headline()).isEqualTo(Headline.DELIVERED_TO_US);
        assertThat(now.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.advance()).isTrue();
            assertThat(refund.amount()).isEqualTo(Money.of("30.00", "EUR"));
        });
        assertThat(events(tenant, made))
                .filteredOn("ParcelDeliveredToUs"::equals)
                .hasSize(1);
    }

    private void scan(TenantId tenant, Return made, ParcelStatus status, Instant at) {
        as(
                tenant,
                () -> shipments.recordScan(new ParcelScan(
                        new ReverseShipmentId(
                                found(tenant, made).parcels().getFirst().shipmentId()),
                        status,
                        at,
                        null)));
    }

    private Return found(TenantId tenant, Return made) {
        return as(tenant, () -> returns.find(made.returnId()).orElseThrow());
    }

    private List<String> events(TenantId tenant, Return made) {
        return as(
                tenant,
                () -> returns.timeline(made.returnId()).stream()
                        .map(ReturnStep::event)
                        .toList());
    }

    @Test
    void anotherVariantAtTheSamePriceBecomesATaskAndThenExchanged() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            products.upsert(
                    Stream.of("M", "L").map(size -> variant(size, "30.00")).toList());
            products.upsert(List.of(variant("XXL", "35.00")));
            var order = merchant.sold(1, 5);
            var option = returns.options(order.id().value()).lines().getFirst();
            assertThat(option.exchangeVariants())
                    .extracting(ExchangeVariant::sku)
                    .containsExactly("SHIRT-L");

            var made = returns.request(
                    new ReturnRequest(
                            order.id().value(),
                            List.of(new ReturnRequest.Item(
                                    option.orderLineId(),
                                    1,
                                    "too_small",
                                    null,
                                    Resolution.EXCHANGE,
                                    option.exchangeVariants().getFirst().productId(),
                                    List.of()))),
                    SHOPPER);
            assertThat(returns.estimate(made.returnId())).isEmpty();
            receive(made, 1, 1, 0);
            var task = returns.tasks(made.returnId()).getFirst();
            assertThat(task.text()).startsWith("Send 1 × Linen shirt, L");
            tasks.complete(task.taskId(), "DHL 1", CLERK);
            var done = returns.find(made.returnId()).orElseThrow();
            assertThat(done.headline()).isEqualTo(Headline.EXCHANGED);
            assertThat(done.refunds()).isEmpty();
            return true;
        });
    }

    @Test
    void whatIsNotAcceptedAnyMoreIsNotReplaced() {
        as(merchant.opens(), () -> {
            merchant.publishes(Map.of(
                    "name",
                    "trust",
                    "when",
                    Map.of("all", List.of()),
                    "then",
                    Map.of("decision", Map.of("outcome", "APPROVE"), "refundMoment", "APPROVAL")));
            products.upsert(
                    Stream.of("M", "L").map(size -> variant(size, "30.00")).toList());
            var made = exchange(3);
            assertThat(open(made)).containsExactly("Send 3 × Linen shirt, L instead of “Linen shirt”");

            receive(made, 3, 2, 1);
            assertThat(open(made))
                    .as("one was refused")
                    .containsExactly("Send 2 × Linen shirt, L instead of “Linen shirt”");
            assertThat(returns.tasks(made.returnId()).getFirst().text()).startsWith("Not needed any more: Send 3 ×");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> tasks.complete(
                            returns.tasks(made.returnId()).getFirst().taskId(), "DHL 1", CLERK))
                    .returns(ErrorCode.WRONG_STATE, Refusal::code)
                    .withMessage("This task is not needed any more");

            var rejected = exchange(2);
            reject(rejected);
            assertThat(open(rejected)).isEmpty();
            assertThat(returns.find(rejected.returnId()).orElseThrow().headline())
                    .isEqualTo(Headline.REJECTED);

            var sent = exchange(1);
            tasks.complete(returns.tasks(sent.returnId()).getFirst().taskId(), "DHL 2", CLERK);
            assertThatExceptionOfType(Refusal.class)
                    .as("what was replaced stays accepted")
                    .isThrownBy(() -> reject(sent))
                    .returns(ErrorCode.WRONG_STATE, Refusal::code);

            var canceled = exchange(1);
            returns.cancel(canceled.returnId(), SHOPPER);
            assertThat(open(canceled)).isEmpty();
            return true;
        });
    }

    private Return exchange(int units) {
        var order = merchant.sold(units, 5);
        var option = returns.options(order.id().value()).lines().getFirst();
        return returns.request(
                new ReturnRequest(
                        order.id().value(),
                        List.of(new ReturnRequest.Item(
                                option.orderLineId(),
                                units,
                                "too_small",
                                null,
                                Resolution.EXCHANGE,
                                option.exchangeVariants().getFirst().productId(),
                                List.of()))),
                SHOPPER);
    }

    private void reject(Return made) {
        reviews.reject(
                made.returnId(),
                returns.find(made.returnId()).orElseThrow().version(),
                List.of(new Reviews.Choice(made.items().getFirst().itemId(), null)),
                "Worn",
                null,
                CLERK);
    }

    private List<String> open(Return made) {
        return returns.tasks(made.returnId()).stream()
                .filter(task -> task.doneAt() == null)
                .map(StaffTask::text)
                .toList();
    }

    private static ProductUpsert variant(String size, String price) {
        return new ProductUpsert(
                "shirt",
                "SHIRT-" + size,
                "Linen shirt",
                List.of(new ProductOption("Size", size)),
                null,
                null,
                null,
                null,
                null,
                Money.of(price, "EUR"),
                null,
                false,
                null,
                null);
    }

    private void receive(Return made, int units, int accepted, int refused) {
        var receipt = receiving.open(made.rmaNumber(), false, CLERK);
        receiving.count(
                receipt.receiptId(),
                List.of(new Receiving.Count(made.items().getFirst().itemId(), units)));
        receiving.grade(
                receipt.receiptId(),
                List.of(new Grading(
                        receipt.lines().getFirst().lineId(),
                        accepted,
                        refused,
                        Grade.USED,
                        Disposition.RESTOCKED,
                        refused > 0 ? "Worn" : null)),
                CLERK);
        receiving.close(receipt.receiptId(), false, List.of(), CLERK);
    }

    @Test
    void onlyWhatIsAcceptedIsRefundedAndAnAgentStaysBelowWhatWasPaid() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            var made = returns.request(wants(merchant.sold(3, 5), 3, "changed_mind"), SHOPPER);
            receive(made, 2, 1, 1);
            var due = returns.find(made.returnId()).orElseThrow().refunds().getFirst();
            assertThat(due.amount()).isEqualTo(Money.of("30.00", "EUR"));
            assertThat(returns.discrepancies(made.returnId()))
                    .extracting(Discrepancy::kind)
                    .containsExactly(DiscrepancyKind.SHORT);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() ->
                            refunds.adjust(due.refundId(), due.version(), new BigDecimal("60.01"), "Sorry", CLERK))
                    .returns(ErrorCode.CEILING_EXCEEDED, Refusal::code);
            var more = refunds.adjust(due.refundId(), due.version(), new BigDecimal("5"), "Sorry", CLERK);
            assertThat(more.waterfall().total()).isEqualTo(Money.of("35.00", "EUR"));
            assertThat(more.waterfall().tenders().getFirst().amount()).isEqualTo(Money.of("35.00", "EUR"));
            refunds.markFailed(due.refundId(), "Card closed", CLERK);
            assertThat(returns.find(made.returnId()).orElseThrow().headline()).isEqualTo(Headline.PROBLEM);
            refunds.retry(due.refundId(), CLERK);
            refunds.settle(refunds.markPaid(due.refundId(), "tx", CLERK).refundId(), CLERK);
            assertThat(returns.find(made.returnId()).orElseThrow().headline()).isEqualTo(Headline.REFUNDED);
            return true;
        });
    }
}
