package app.retour.returns.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The decision about a return, from its items': in any order, however often each is there. */
class DecisionOfAReturnTests {
    @Property
    void neitherOrderNorNumberOfItemsMatters(
            @ForAll @Size(min = 1, max = 6) List<ItemDecision> items,
            @ForAll long seed,
            @ForAll @IntRange(max = 5) int again) {
        var more = new ArrayList<>(items);
        more.add(items.get(again % items.size()));
        Collections.shuffle(more, new Random(seed));
        assertThat(ReturnDecision.of(more)).isEqualTo(ReturnDecision.of(items));
    }

    @ParameterizedTest
    @EnumSource(ItemDecision.class)
    void itemsThatAgreeAreTheReturnsDecision(ItemDecision all) {
        assertThat(ReturnDecision.of(List.of(all, all)).name()).isEqualTo(all.name());
    }

    @ParameterizedTest
    @EnumSource(ItemDecision.class)
    void whoeverHasToActComesFirst(ItemDecision other) {
        assertThat(ReturnDecision.of(List.of(other, ItemDecision.WAITING_FOR_SHOPPER)))
                .isEqualTo(ReturnDecision.WAITING_FOR_SHOPPER);
        if (other != ItemDecision.WAITING_FOR_SHOPPER) {
            assertThat(ReturnDecision.of(List.of(other, ItemDecision.IN_REVIEW)))
                    .isEqualTo(ReturnDecision.IN_REVIEW);
        }
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "APPROVED, REJECTED, PARTLY_APPROVED",
        "APPROVED, EXPIRED, PARTLY_APPROVED",
        "APPROVED, CANCELED, APPROVED",
        "REJECTED, EXPIRED, REJECTED",
        "REJECTED, CANCELED, REJECTED",
        "EXPIRED, CANCELED, EXPIRED",
    })
    void decidedItemsThatDiffer(ItemDecision one, ItemDecision other, ReturnDecision expected) {
        assertThat(ReturnDecision.of(List.of(one, other))).isEqualTo(expected);
    }
}
