package app.retour.returns;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.eligibility.ExchangeVariant;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.returns.status.Headline;
import app.retour.rules.policy.Resolution;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplacementTasksTests extends SwappedAndRefunded {
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
}
