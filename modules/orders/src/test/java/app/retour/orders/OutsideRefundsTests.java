package app.retour.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.retour.kernel.Refusal;
import app.retour.orders.OrderUpsert.OutsideRefundUpsert;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the shop gave back by itself, and what of it somebody explained. */
class OutsideRefundsTests {
    private static OrderUpsert refunded(@Nullable String whole, OutsideRefundUpsert... refunds) {
        var told = Changed.with(ToldOrders.order(), "outsideRefunds", refunds.length == 0 ? null : List.of(refunds));
        return Changed.with(told, "refundedOutside", whole == null ? null : new BigDecimal(whole));
    }

    @Test
    void whereOnlyThePartsAreToldTheyAreTheWhole() {
        var order = ToldOrders.first(
                refunded(null, ToldOrders.refund("a", "SHIRT", "20.00"), ToldOrders.refund("b", null, "4.90")));
        assertThat(order.order().refundedOutside()).isEqualByComparingTo("24.90");
        assertThat(order.explainedOutside()).isEqualByComparingTo("24.90");
    }

    @Test
    void theWholeMayBeMoreThanItsPartsAndNeverLess() {
        assertThat(ToldOrders.first(refunded("30.00", ToldOrders.refund("a", "SHIRT", "20.00")))
                        .order()
                        .refundedOutside())
                .isEqualByComparingTo("30.00");
        assertThatThrownBy(() -> ToldOrders.first(refunded("19.99", ToldOrders.refund("a", "SHIRT", "20.00"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).containsExactly("refundedOutside"))
                .hasMessageContaining("€20.00");
    }

    /** Else it could be given back once more. */
    @Test
    void aSourceThatKnowsLessDoesNotRaiseWhatIsLeft() {
        var known = ToldOrders.first(refunded(null, ToldOrders.refund("a", "SHIRT", "20.00")));
        assertThat(ToldOrders.again(known, refunded(null)).order().refundedOutside())
                .isEqualByComparingTo("20.00");
        assertThat(ToldOrders.again(known, refunded("5.00")).order().refundedOutside())
                .isEqualByComparingTo("20.00");
        assertThat(ToldOrders.again(known, refunded("25.00")).order().refundedOutside())
                .isEqualByComparingTo("25.00");
    }

    @Test
    void whatWasExplainedToTheLastCentIsWhatItIsExplainedToBeNow() {
        var known = ToldOrders.first(refunded(null, ToldOrders.refund("a", "SHIRT", "20.00")));
        var corrected = ToldOrders.again(known, refunded(null, ToldOrders.refund("a", "SHIRT", "12.00")));
        assertThat(corrected.order().refundedOutside()).isEqualByComparingTo("12.00");
        var unexplained = ToldOrders.first(refunded("30.00", ToldOrders.refund("a", "SHIRT", "20.00")));
        assertThat(ToldOrders.again(unexplained, refunded(null, ToldOrders.refund("a", "SHIRT", "12.00")))
                        .order()
                        .refundedOutside())
                .as("ten of it nobody explained, so nothing says that it shrank")
                .isEqualByComparingTo("30.00");
    }

    @Test
    void aRefundOfGoodsNamesItsLineByItsSkuOrItsOwnId() {
        var bySku = ToldOrders.first(refunded(null, ToldOrders.refund("a", "BELT", "15.00")));
        assertThat(Objects.requireNonNull(bySku.outsideRefunds()).getFirst().line())
                .isEqualTo(bySku.lines().getLast().id());
        var own = Changed.with(ToldOrders.refund("a", null, "15.00"), "lineExternalId", "L2");
        var told = ToldOrders.order(ToldOrders.SHIRT.withExternalId("L1"), ToldOrders.BELT.withExternalId("L2"));
        var byId = ToldOrders.first(Changed.with(told, "outsideRefunds", List.of(own)));
        assertThat(Objects.requireNonNull(byId.outsideRefunds()).getFirst().line())
                .isEqualTo(byId.lines().getLast().id());
    }

    @Test
    void aLineThatIsNotThereOrOneOfTwoIsNotGuessed() {
        assertThatThrownBy(() -> ToldOrders.first(
                        refunded(null, ToldOrders.refund("a", null, "1.00"), ToldOrders.refund("b", "HAT", "1.00"))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.field()).containsExactly("outsideRefunds", "1", "sku"))
                .hasMessage("The order has no such line");
        var twins = Changed.with(
                ToldOrders.order(ToldOrders.SHIRT, ToldOrders.SHIRT),
                "outsideRefunds",
                List.of(ToldOrders.refund("a", "SHIRT", "1.00")));
        assertThatThrownBy(() -> ToldOrders.first(twins))
                .hasMessage("Several lines have this SKU; tell lineExternalId");
    }

    @Test
    void aSourceThatSaysNothingOfThemLeavesThemAsTheyAre() {
        var known = ToldOrders.first(refunded(null, ToldOrders.refund("a", "SHIRT", "20.00")));
        assertThat(ToldOrders.again(known, refunded(null)).outsideRefunds()).isNull();
        var none = ToldOrders.again(known, Changed.with(ToldOrders.order(), "outsideRefunds", List.of()));
        assertThat(none.outsideRefunds()).isEmpty();
        assertThat(none.order().refundedOutside()).as("told to be none").isZero();
    }

    @Test
    void aRefundIsAsFineAsItsCurrency() {
        assertThatThrownBy(() -> ToldOrders.first(refunded(null, ToldOrders.refund("a", null, "0.005"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).containsExactly("outsideRefunds"));
    }
}
