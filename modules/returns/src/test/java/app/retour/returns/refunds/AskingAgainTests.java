package app.retour.returns.refunds;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.orders.Order;
import app.retour.returns.AMerchant;
import app.retour.returns.Returns;
import app.retour.returns.Reviews;
import app.retour.returns.status.Headline;
import app.retour.returns.view.Return;
import app.retour.rules.Policies;
import app.retour.rules.evaluation.DecisionId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import retour.testkit.RetourTest;

/** What was rejected may be asked for again; the policy alone does not approve it then. */
@RetourTest
class AskingAgainTests {
    private static final Map<String, Object> NO_CHANGED_MIND = Map.of(
            "name",
            "No changed mind",
            "when",
            Map.of("test", Map.of("fact", "item.reason", "operator", "EQUALS", "values", List.of("changed_mind"))),
            "then",
            Map.of("decision", Map.of("outcome", "REJECT", "shopperReason", "Final sale")));

    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Reviews reviews;

    @Autowired
    Policies policies;

    @Test
    void whatTheRulesRejectedGoesToReviewUnderAnotherReasonAndNamesTheFirstReturn() {
        as(merchant.opens(), () -> {
            merchant.publishes(NO_CHANGED_MIND, APPROVE_ALL);
            var order = merchant.sold(2, 40, "DE");
            assertThat(asked(order, "changed_mind").headline()).isEqualTo(Headline.REJECTED);

            var again = asked(order, "defective");
            assertThat(again.headline()).isEqualTo(Headline.PENDING_REVIEW);
            assertThat(again.because()).singleElement().asString().contains("rejected before in R-1001");
            assertThat(trace(again))
                    .anySatisfy(said ->
                            assertThat(said).contains("Sent to review: the same was rejected before in R-1001"));

            assertThat(asked(merchant.sold(1, 40, "DE"), "defective").headline())
                    .as("another order is not concerned")
                    .isEqualTo(Headline.APPROVED);
            return true;
        });
    }

    @Test
    void aRejectionThatAPersonOverturnedStandsAgainstNothing() {
        as(merchant.opens(), () -> {
            merchant.publishes(NO_CHANGED_MIND, APPROVE_ALL);
            var order = merchant.sold(2, 40);
            var rejected = asked(order, "changed_mind");
            reviews.approve(
                    rejected.returnId(),
                    rejected.version(),
                    List.of(new Reviews.Choice(rejected.items().getFirst().itemId(), null)),
                    null,
                    CLERK);
            assertThat(asked(order, "too_small").headline()).isEqualTo(Headline.APPROVED);
            return true;
        });
    }

    @Test
    void aWithdrawalIsNeitherRefusedNorDelayed() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            var order = merchant.sold(2, 5, "DE");
            var first = asked(order, "too_small");
            reviews.reject(
                    first.returnId(),
                    first.version(),
                    List.of(new Reviews.Choice(first.items().getFirst().itemId(), null)),
                    "It was worn.",
                    null,
                    CLERK);
            var again = asked(order, "changed_mind");
            assertThat(again.headline()).isEqualTo(Headline.APPROVED);
            assertThat(trace(again))
                    .anySatisfy(said -> assertThat(said).contains("rejected before in R-1001"))
                    .anySatisfy(said -> assertThat(said).contains("no guard delays"));
            return true;
        });
    }

    private Return asked(Order order, String reason) {
        return returns.request(wants(order, 1, reason), SHOPPER);
    }

    private List<String> trace(Return of) {
        var judged = returns.judgements(of.items().getFirst().itemId()).getFirst();
        return policies.trace(new DecisionId(Objects.requireNonNull(judged.policyDecision())))
                .afterwards();
    }
}
