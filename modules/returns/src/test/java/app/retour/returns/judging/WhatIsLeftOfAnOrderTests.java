package app.retour.returns.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Money;
import app.retour.kernel.Refusal;
import app.retour.orders.Order;
import app.retour.returns.eligibility.ASale;
import app.retour.returns.eligibility.BlockedBecause;
import app.retour.returns.eligibility.ItemDescription;
import app.retour.returns.eligibility.ReturnRequest;
import app.retour.returns.eligibility.WantedItem;
import app.retour.returns.record.AReturn;
import app.retour.returns.record.RequestedItem;
import app.retour.returns.status.ItemDecision;
import app.retour.returns.waterfall.AnnouncedPrice;
import app.retour.rules.policy.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How much of an order can still be returned, what it is worth, and why not where it cannot. */
class WhatIsLeftOfAnOrderTests {
    private static RequestedItem announced(Order order, int line, int units, ItemDecision decision) {
        var of = order.lines().get(line);
        var item = new RequestedItem(
                AReturn.of().authorization(),
                1,
                new WantedItem(
                        of.id().value(),
                        new ItemDescription(of.sku(), of.title(), null, null),
                        units,
                        Money.zero(order.currency()),
                        AnnouncedPrice.of(order, of),
                        AReturn.REASON,
                        null,
                        List.of(),
                        Resolution.REFUND,
                        null));
        item.decide(AReturn.decision(decision));
        return item;
    }

    private static ReturnRequest wants(Order order, int... quantities) {
        var items = new ArrayList<ReturnRequest.Item>();
        for (var quantity : quantities) {
            items.add(new ReturnRequest.Item(
                    order.lines().getFirst().id().value(), quantity, "size", null, Resolution.REFUND, null, List.of()));
        }
        return new ReturnRequest(order.id().value(), items);
    }

    @ParameterizedTest
    @EnumSource(ItemDecision.class)
    void whatALiveReturnAnnouncedIsTakenAndTheRestIsLeft(ItemDecision decision) {
        var order = ASale.inEuros().line(5, "50.00").told();
        var item = announced(order, 0, 2, decision);
        var returnable = new ReturnableOrder(order, List.of(item));
        assertThat(returnable.returnable(order.lines().getFirst())).isEqualTo(item.isLive() ? 3 : 5);
    }

    @ParameterizedTest(name = "{0} of {1} units sent, {2} announced: {3} left")
    @CsvSource({"0, 3, 0, 0", "2, 3, 0, 2", "3, 3, 1, 2", "5, 3, 0, 3", "2, 3, 2, 0", "1, 3, 2, 0"})
    void onlyWhatWasSentComesBack(int sent, int bought, int announced, int left) {
        var order = ASale.inEuros().line(bought, sent, "30.00").told();
        var items = announced == 0
                ? List.<RequestedItem>of()
                : List.of(announced(order, 0, announced, ItemDecision.APPROVED));
        assertThat(new ReturnableOrder(order, items).returnable(order.lines().getFirst()))
                .isEqualTo(left);
    }

    @Test
    void whatStandsAgainstALineIsTheFirstThatHolds() {
        var gift = ASale.inEuros().giftCard(1).told();
        var canceled = ASale.inEuros().line(1, "9.00").canceled().told();
        var unsent = ASale.inEuros().line(1, 0, "9.00").told();
        var sent = ASale.inEuros().line(1, "9.00").told();
        assertThat(blocked(gift)).isEqualTo(BlockedBecause.GIFT_CARD);
        assertThat(blocked(canceled)).isEqualTo(BlockedBecause.ORDER_CANCELED);
        assertThat(blocked(unsent)).isEqualTo(BlockedBecause.NOT_SHIPPED);
        assertThat(blocked(sent)).isNull();
        assertThat(blocked(sent, announced(sent, 0, 1, ItemDecision.IN_REVIEW)))
                .isEqualTo(BlockedBecause.ALREADY_RETURNED);
    }

    private static @Nullable BlockedBecause blocked(Order order, RequestedItem... items) {
        return new ReturnableOrder(order, List.of(items)).blocked(order.lines().getFirst());
    }

    @ParameterizedTest
    @EnumSource(BlockedBecause.class)
    void everyObstacleIsASentence(BlockedBecause blocked) {
        assertThat(ReturnableOrder.sentence(blocked)).isNotBlank().doesNotContain("_");
    }

    @Test
    void twoItemsOfOneLineMustFitTogether() {
        var order = ASale.inEuros().line(3, "30.00").told();
        var returnable = new ReturnableOrder(order, List.of());
        returnable.requireLeft(wants(order, 1, 2));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> returnable.requireLeft(wants(order, 2, 2)))
                .withMessage("Of “Thing 1” 3 can still be returned, not 4")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.QUANTITY_EXCEEDED))
                .satisfies(refusal -> assertThat(refusal.field()).containsExactly("items", "1", "quantity"));
    }

    @Test
    void noQuantityIsTooLargeToBeRefused() {
        var order = ASale.inEuros().line(3, "30.00").told();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ReturnableOrder(order, List.of()).requireLeft(wants(order, 3, Integer.MAX_VALUE)))
                .withMessageContaining("not 2147483650");
    }

    @Test
    void theObstacleIsSaidWithTheNumber() {
        var order = ASale.inEuros().line(1, 0, "9.00").told();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ReturnableOrder(order, List.of()).requireLeft(wants(order, 1)))
                .withMessage("Of “Thing 1” 0 can still be returned, not 1: it has not been shipped yet");
    }

    @Test
    void nothingAndLessIsNoReturnAndAnotherOrdersLineIsNone() {
        var order = ASale.inEuros().line(1, "9.00").told();
        var returnable = new ReturnableOrder(order, List.of());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> returnable.requireLeft(wants(order, 0)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID));
        var another = ASale.inEuros().line(1, "9.00").told();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> returnable.requireLeft(wants(another, 1)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND))
                .satisfies(refusal -> assertThat(refusal.field()).containsExactly("items", "0", "orderLineId"));
    }

    @Property
    void unitsOfALineAreWorthTheWholeLineInWhicheverPartsTheyGo(
            @ForAll @IntRange(min = 1, max = 12) int units,
            @ForAll @IntRange(max = 99_999) int cents,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 4) Integer> parts) {
        var paid = Money.ofMinorUnits(cents, AReturn.EURO);
        var order = ASale.inEuros().line(units, paid.amount().toPlainString()).told();
        var line = order.lines().getFirst();
        var returnable = new ReturnableOrder(order, List.of());
        var from = 0;
        var sum = Money.zero(AReturn.EURO);
        for (var part : parts) {
            sum = sum.plus(returnable.value(line, from, part));
            from += part;
        }
        sum = sum.plus(returnable.value(line, from, units));
        assertThat(sum).isEqualTo(paid);
    }

    @Test
    void aLineThatALaterEditTookOffIsWorthNothing() {
        var order = ASale.inEuros().line(0, "0.00").told();
        var line = order.lines().getFirst();
        assertThat(new ReturnableOrder(order, List.of()).value(line, 0, 1).isZero())
                .isTrue();
        assertThat(ReturnableOrder.unitPaid(line).isZero()).isTrue();
    }

    @Test
    void aReturnIsFullWhenNothingButGiftCardsStays() {
        var order = ASale.inEuros().line(2, "20.00").line(1, "9.00").giftCard(1).told();
        var first = order.lines().get(0).id().value();
        var second = order.lines().get(1).id().value();
        var nothingYet = new ReturnableOrder(order, List.of());
        assertThat(nothingYet.isFullWith(Map.of(first, 2, second, 1))).isTrue();
        assertThat(nothingYet.isFullWith(Map.of(first, 1, second, 1))).isFalse();
        assertThat(nothingYet.isFullWith(Map.of(first, 2))).isFalse();
        assertThat(new ReturnableOrder(order, List.of(announced(order, 1, 1, ItemDecision.APPROVED)))
                        .isFullWith(Map.of(first, 2)))
                .as("the rest is on its way with another return")
                .isTrue();
        assertThat(nothingYet.announced(UUID.randomUUID())).isZero();
    }
}
