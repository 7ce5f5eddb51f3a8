package app.retour.returns;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.Order;
import app.retour.returns.settings.ApprovalCaps;
import app.retour.returns.status.Headline;
import app.retour.returns.view.Return;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

/** Caps hold when a shopper does many things at once. */
@RetourTest
class RacingForApprovalsTests {
    private static final Map<String, Object> WORDS_FIRST = Map.of(
            "name",
            "words",
            "when",
            Map.of("all", List.of()),
            "then",
            Map.of(
                    "decision",
                    Map.of("outcome", "APPROVE"),
                    "refundMoment",
                    "APPROVAL",
                    "evidence",
                    Map.of("photos", 0, "comment", true)));

    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Guards guards;

    @Test
    void ofManyOrdersSentInAtOnceOnlyAsManyAreApprovedAsTheCapAllows() throws Exception {
        var tenant = merchant.opens();
        var orders = as(tenant, () -> {
            merchant.publishes(APPROVE_ALL);
            cap(3);
            return IntStream.range(0, 12).mapToObj(_ -> merchant.sold(1, 40)).toList();
        });
        var headlines = atOnce(orders.stream()
                .<Callable<Headline>>map(
                        order -> () -> as(tenant, () -> asked(order).headline()))
                .toList());
        assertThat(headlines).filteredOn(Headline.APPROVED::equals).hasSize(3);
        assertThat(headlines).filteredOn(Headline.PENDING_REVIEW::equals).hasSize(9);
    }

    /** Answers hold a return and then its order and shopper; requests hold order and shopper: never the other way round. */
    @Test
    void answersAndRequestsOfOneShopperAtOnceNeitherBlockEachOtherForeverNorPassTheCap() throws Exception {
        var tenant = merchant.opens();
        var orders = new ArrayList<Order>();
        var waiting = as(tenant, () -> {
            merchant.publishes(WORDS_FIRST);
            cap(2);
            for (var one = 0; one < 8; one++) {
                orders.add(merchant.sold(2, 40));
            }
            return orders.stream().map(this::asked).toList();
        });
        var tries = new ArrayList<Callable<Headline>>();
        waiting.forEach(of -> tries.add(() -> as(tenant, () -> answered(of).headline())));
        orders.forEach(order -> tries.add(() -> as(tenant, () -> asked(order).headline())));
        var headlines = atOnce(tries);
        assertThat(headlines).filteredOn(Headline.APPROVED::equals).hasSize(2);
        assertThat(headlines).filteredOn(Headline.PENDING_REVIEW::equals).hasSize(6);
        assertThat(headlines).filteredOn(Headline.ACTION_NEEDED::equals).hasSize(8);
    }

    private static List<Headline> atOnce(List<Callable<Headline>> tries) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Headline>();
            for (var tried : threads.invokeAll(tries, 60, TimeUnit.SECONDS)) {
                results.add(tried.get());
            }
            return results;
        }
    }

    private void cap(int approvals) {
        guards.change(guards.standing().version(), new ApprovalCaps(approvals, null, 30));
    }

    private Return asked(Order order) {
        return returns.request(wants(order, 1, "too_small"), SHOPPER);
    }

    private Return answered(Return of) {
        return returns.giveEvidence(
                of.returnId(),
                List.of(new Returns.Evidence(of.items().getFirst().itemId(), List.of(), "The seam is open")),
                SHOPPER);
    }
}
