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
import app.retour.returns.events.DiscrepancyKind;
import app.retour.returns.goods.Discrepancy;
import app.retour.returns.status.Headline;
import app.retour.tracking.ParcelState;
import app.retour.tracking.ParcelStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParcelsAndReplacementsTests extends SwappedAndRefunded {
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
