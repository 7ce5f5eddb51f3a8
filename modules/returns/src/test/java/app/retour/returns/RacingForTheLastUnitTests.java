package app.retour.returns;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

@RetourTest
class RacingForTheLastUnitTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Test
    void ofSixtyFourOnlyAsManyWinAsWereBought() throws Exception {
        var tenant = merchant.opens();
        var order = as(tenant, () -> {
            merchant.publishes(APPROVE_ALL);
            return merchant.sold(3, 10);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 64)
                    .mapToObj(_ -> threads.submit(() -> as(tenant, () -> {
                        try {
                            returns.request(wants(order, 1, "too_small"), SHOPPER);
                            return "won";
                        } catch (Refusal refusal) {
                            return refusal.code().name();
                        }
                    })))
                    .toList();
            var outcomes =
                    tries.stream().map(RacingForTheLastUnitTests::outcome).toList();
            assertThat(outcomes).filteredOn("won"::equals).hasSize(3);
            assertThat(outcomes)
                    .filteredOn(ErrorCode.QUANTITY_EXCEEDED.name()::equals)
                    .hasSize(61);
        }
        assertThat(as(tenant, () -> returns.ofOrder(order.id().value()))).hasSize(3);
    }

    private static String outcome(Future<String> tried) {
        try {
            return tried.get();
        } catch (Exception broken) {
            return broken.toString();
        }
    }
}
