package app.retour.returns.status;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.status.HeadlineFacts.GoodsFact;
import app.retour.returns.status.HeadlineFacts.Outcome;
import app.retour.returns.status.HeadlineFacts.ParcelSeen;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The product's sentence, read as a table: the first row that holds is the headline. */
class HeadlineTableTests {
    private static final Map<Headline, Predicate<HeadlineFacts>> TABLE = table();

    private static Map<Headline, Predicate<HeadlineFacts>> table() {
        var rows = new LinkedHashMap<Headline, Predicate<HeadlineFacts>>();
        rows.put(Headline.CANCELED, facts -> facts.decision() == ReturnDecision.CANCELED);
        rows.put(Headline.EXPIRED, facts -> facts.decision() == ReturnDecision.EXPIRED);
        rows.put(Headline.REJECTED, facts -> facts.decision() == ReturnDecision.REJECTED);
        rows.put(Headline.CLOSED, HeadlineFacts::closed);
        rows.put(Headline.ACTION_NEEDED, facts -> facts.decision() == ReturnDecision.WAITING_FOR_SHOPPER);
        rows.put(Headline.PROBLEM, HeadlineFacts::problem);
        rows.put(Headline.REFUNDED, facts -> facts.outcome() == Outcome.REFUND);
        rows.put(Headline.CREDITED, facts -> facts.outcome() == Outcome.CREDIT);
        rows.put(Headline.EXCHANGED, facts -> facts.outcome() == Outcome.EXCHANGE);
        rows.put(Headline.COMPLETED, facts -> facts.outcome() == Outcome.MIXED);
        rows.put(Headline.PARTLY_REFUNDED, facts -> facts.outcome() == Outcome.PARTLY);
        rows.put(Headline.BEING_INSPECTED, facts -> facts.goods() == GoodsFact.INSPECTING);
        rows.put(Headline.RECEIVED, facts -> facts.goods() == GoodsFact.ALL);
        rows.put(Headline.PARTLY_RECEIVED, facts -> facts.goods() == GoodsFact.PARTLY);
        rows.put(Headline.DELIVERED_TO_US, facts -> facts.parcel() == ParcelSeen.DELIVERED);
        rows.put(Headline.ON_ITS_WAY, facts -> facts.parcel() == ParcelSeen.ON_ITS_WAY);
        rows.put(Headline.PENDING_REVIEW, facts -> facts.decision() == ReturnDecision.IN_REVIEW);
        rows.put(Headline.PARTLY_APPROVED, facts -> facts.decision() == ReturnDecision.PARTLY_APPROVED);
        rows.put(Headline.APPROVED, facts -> facts.decision() == ReturnDecision.APPROVED);
        return rows;
    }

    @Test
    void theTableHasEveryHeadlineInTheProductsOrder() {
        assertThat(TABLE.keySet()).containsExactly(Headline.values());
    }

    @Test
    void everyCombinationOfFactsGetsTheFirstRowThatHolds() {
        var met = EnumSet.noneOf(Headline.class);
        for (var facts : everyCombination()) {
            var expected = TABLE.entrySet().stream()
                    .filter(row -> row.getValue().test(facts))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            assertThat(facts.headline()).as("%s", facts).isEqualTo(expected);
            met.add(expected);
        }
        assertThat(met).containsExactlyInAnyOrder(Headline.values());
    }

    private static List<HeadlineFacts> everyCombination() {
        var all = new ArrayList<HeadlineFacts>();
        for (var decision : ReturnDecision.values()) {
            for (var outcome : Outcome.values()) {
                for (var goods : GoodsFact.values()) {
                    for (var parcel : ParcelSeen.values()) {
                        for (var closed : List.of(true, false)) {
                            for (var problem : List.of(true, false)) {
                                all.add(new HeadlineFacts(decision, closed, problem, outcome, goods, parcel));
                            }
                        }
                    }
                }
            }
        }
        assertThat(all).hasSize(7 * 6 * 4 * 3 * 2 * 2);
        return all;
    }

    @Test
    void theReturnsDecisionFollowsFromItsItems() {
        assertThat(ReturnDecision.of(List.of(ItemDecision.APPROVED, ItemDecision.WAITING_FOR_SHOPPER)))
                .isEqualTo(ReturnDecision.WAITING_FOR_SHOPPER);
        assertThat(ReturnDecision.of(List.of(ItemDecision.REJECTED, ItemDecision.IN_REVIEW)))
                .isEqualTo(ReturnDecision.IN_REVIEW);
        assertThat(ReturnDecision.of(List.of(ItemDecision.APPROVED, ItemDecision.REJECTED)))
                .isEqualTo(ReturnDecision.PARTLY_APPROVED);
        assertThat(ReturnDecision.of(List.of(ItemDecision.REJECTED, ItemDecision.REJECTED)))
                .isEqualTo(ReturnDecision.REJECTED);
        assertThat(ReturnDecision.of(List.of(ItemDecision.EXPIRED, ItemDecision.EXPIRED)))
                .isEqualTo(ReturnDecision.EXPIRED);
        assertThat(ReturnDecision.of(List.of(ItemDecision.CANCELED))).isEqualTo(ReturnDecision.CANCELED);
    }
}
