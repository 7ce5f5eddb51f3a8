package app.retour.returns.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.Money;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What was given before: of which return, of which kind, of which line; and what is still kept of a fee. */
class GivenBeforeTests {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final UUID ITEM = new UUID(9, 1);
    private static final UUID OTHER = new UUID(9, 2);

    private static Money euros(long amount) {
        return Money.ofMinorUnits(amount * 100, EURO);
    }

    private static Waterfall.Line line(WaterfallLineKind kind, long amount, @Nullable UUID item) {
        return new Waterfall.Line(kind, kind.name(), euros(amount), item);
    }

    private static EarlierRefunds.Given given(List<RefundedUnits> units, Waterfall.Line... lines) {
        var total = Money.sum(
                EURO, List.of(lines).stream().map(Waterfall.Line::amount).toList());
        return new EarlierRefunds.Given(
                units, new Waterfall(List.of(lines), total, List.of(new Waterfall.TenderShare("card", "Visa", total))));
    }

    private static RefundedUnits units(
            UUID item, int line, int quantity, long amount, long fee, @Nullable LinePrice price) {
        return new RefundedUnits(AnOrder.line(line), item, quantity, euros(amount), euros(fee), euros(0), price);
    }

    private static EarlierRefunds.Given item(UUID item, int line, int quantity, long amount) {
        return given(
                List.of(units(item, line, quantity, amount, 0, new LinePrice(1, euros(10)))),
                line(WaterfallLineKind.ITEM, amount, item));
    }

    private static final EarlierRefunds EARLIER = new EarlierRefunds(
            EURO, List.of(item(ITEM, 1, 2, 20)), List.of(item(ITEM, 1, 1, 10)), List.of(item(OTHER, 1, 3, 30)));

    @Test
    void whatCountsOverTheOrderIsWhatThisReturnAndOthersGotButNotWhatWasGivenUp() {
        assertThat(EARLIER.total()).isEqualTo(euros(50));
        assertThat(EARLIER.amountOfLine(AnOrder.line(1))).isEqualTo(euros(50));
        assertThat(EARLIER.amountOfLine(AnOrder.line(2))).isEqualTo(euros(0));
        assertThat(EARLIER.byTender()).containsEntry("card", euros(50));
        assertThat(AnOrder.nothingBefore(EURO).total()).isEqualTo(euros(0));
    }

    @Test
    void whatIsSettledOfThisReturnIsWhatItGotAndWhatWasGivenUp() {
        var kinds = EnumSet.of(WaterfallLineKind.ITEM);
        assertThat(EARLIER.settled(kinds)).isEqualTo(euros(30));
        assertThat(EARLIER.givenUp(kinds)).isEqualTo(euros(10));
        assertThat(EARLIER.elsewhere(kinds)).isEqualTo(euros(30));
        var others = EnumSet.complementOf(kinds);
        assertThat(EARLIER.settled(others)).isEqualTo(euros(0));
        assertThat(EARLIER.givenUp(others)).isEqualTo(euros(0));
        assertThat(EARLIER.elsewhere(others)).isEqualTo(euros(0));
        assertThat(EARLIER.ofItem(ITEM).units()).isEqualTo(3);
        assertThat(EARLIER.ofItem(OTHER).units()).as("of another return").isZero();
    }

    @Test
    void unitsOfALineAreThoseOfOtherItemsAndAtAPriceWhereOneIsAskedFor() {
        assertThat(EARLIER.ofLineWithout(AnOrder.line(1), List.of(ITEM)).units())
                .isEqualTo(3);
        assertThat(EARLIER.ofLineWithout(AnOrder.line(1), List.of()).units()).isEqualTo(5);
        assertThat(EARLIER.ofLineWithout(AnOrder.line(2), List.of()).units()).isZero();
        var same = new LinePrice(2, euros(20));
        var other = new LinePrice(1, euros(9));
        assertThat(EARLIER.ofLineWithout(AnOrder.line(1), List.of(ITEM), same).units())
                .isEqualTo(3);
        assertThat(EARLIER.ofLineWithout(AnOrder.line(1), List.of(), same).units())
                .isEqualTo(5);
        assertThat(EARLIER.ofLineWithout(AnOrder.line(1), List.of(), other).units())
                .isZero();
        assertThat(EARLIER.ofLineWithout(AnOrder.line(2), List.of(), same).units())
                .isZero();
    }

    @Test
    void oneMoreIsOneMoreOfThisReturn() {
        assertThat(EARLIER.and(List.of())).isSameAs(EARLIER);
        var more = EARLIER.and(List.of(item(ITEM, 1, 1, 5)));
        assertThat(more.total()).isEqualTo(euros(55));
        assertThat(more.elsewhere(EnumSet.allOf(WaterfallLineKind.class))).isEqualTo(euros(30));
    }

    @Test
    void whatStaffGaveAndWhatWasCutIsNoPartOfWhatItCameTo() {
        var earlier = new EarlierRefunds(
                EURO,
                List.of(given(
                        List.of(),
                        line(WaterfallLineKind.ITEM, 20, ITEM),
                        line(WaterfallLineKind.LABEL_FEE, -4, null),
                        line(WaterfallLineKind.ADJUSTMENT, 3, null),
                        line(WaterfallLineKind.GOODWILL, 2, null),
                        line(WaterfallLineKind.CEILING, -7, null))),
                List.of(),
                List.of());
        assertThat(earlier.settledBeforeLimits()).isEqualTo(euros(16));
    }

    @ParameterizedTest
    @EnumSource(WaterfallLineKind.class)
    void everyKindOfLineIsOneThing(WaterfallLineKind kind) {
        var things = List.of(kind.isGoods(), kind.isFee(), kind.isOfStaff(), kind.isLimit());
        assertThat(things.stream().filter(each -> each).count()).isLessThanOrEqualTo(1);
        assertThat(kind.isLimit())
                .isEqualTo(
                        EnumSet.of(WaterfallLineKind.CEILING, WaterfallLineKind.NOT_PAID, WaterfallLineKind.NOT_CHARGED)
                                .contains(kind));
        assertThat(kind.isOfStaff())
                .isEqualTo(EnumSet.of(WaterfallLineKind.ADJUSTMENT, WaterfallLineKind.GOODWILL)
                        .contains(kind));
        assertThat(kind.isFee())
                .isEqualTo(EnumSet.of(WaterfallLineKind.RESTOCKING_FEE, WaterfallLineKind.LABEL_FEE)
                        .contains(kind));
        assertThat(kind.isGoods())
                .isEqualTo(EnumSet.of(WaterfallLineKind.ITEM, WaterfallLineKind.TAX)
                        .contains(kind));
    }

    @Test
    void aWaterfallTellsTheGoodsOfAnItem() {
        var waterfall = given(
                        List.of(),
                        line(WaterfallLineKind.ITEM, 20, ITEM),
                        line(WaterfallLineKind.TAX, 4, ITEM),
                        line(WaterfallLineKind.ITEM, 7, OTHER),
                        line(WaterfallLineKind.RESTOCKING_FEE, -3, ITEM),
                        line(WaterfallLineKind.LABEL_FEE, -5, null))
                .waterfall();
        assertThat(waterfall.goodsOf(ITEM)).isEqualTo(euros(24));
        assertThat(waterfall.goodsOf(OTHER)).isEqualTo(euros(7));
        assertThat(new Waterfall(List.of(), euros(0), List.of(), null).openCharges())
                .as("one of a time when there were none")
                .isEmpty();
    }

    private static EarlierRefunds labels(long kept, long back, long backGivenUp) {
        return new EarlierRefunds(
                EURO,
                List.of(given(
                        List.of(),
                        line(WaterfallLineKind.LABEL_FEE, -kept, null),
                        line(WaterfallLineKind.LABEL_FEE, back, null))),
                backGivenUp == 0
                        ? List.of()
                        : List.of(given(List.of(), line(WaterfallLineKind.LABEL_FEE, backGivenUp, null))),
                List.of());
    }

    /** What is kept now so that it comes to the whole; what a person gave up giving back is not owed again. */
    @ParameterizedTest(name = "kept {0}, back {1}, given up {2}; the whole is {3}: {4} now")
    @CsvSource({
        "0, 0, 0, 5, 5",
        "5, 0, 0, 5, 0",
        "5, 0, 0, 3, -2",
        "5, 5, 0, 5, 5",
        "5, 0, 5, 5, 0",
        "5, 0, 5, 0, 0",
        "3, 0, 0, 5, 2",
        "5, 0, 2, 0, -3",
    })
    void aFeeComesToItsWhole(long kept, long back, long givenUp, long whole, long now) {
        assertThat(KeptFee.ofLabel(labels(kept, back, givenUp)).more(euros(whole)))
                .isEqualTo(euros(now));
    }

    @Test
    void ofWhatWasGivenUpOnlyWhatGaveTheLabelBackCounts() {
        var earlier = new EarlierRefunds(
                EURO,
                List.of(),
                List.of(given(
                        List.of(),
                        line(WaterfallLineKind.ITEM, 20, ITEM),
                        line(WaterfallLineKind.LABEL_FEE, -4, null),
                        line(WaterfallLineKind.LABEL_FEE, 3, null))),
                List.of());
        assertThat(earlier.labelBackGivenUp()).isEqualTo(euros(3));
    }

    @Test
    void aFeeOfAnItemIsKeptByItsUnits() {
        var earlier = new EarlierRefunds(
                EURO,
                List.of(given(List.of(units(ITEM, 1, 1, 10, 4, null)))),
                List.of(given(List.of(units(ITEM, 1, 0, 0, -3, null), units(OTHER, 1, 0, 0, -9, null)))),
                List.of());
        assertThat(KeptFee.ofItem(earlier, ITEM)).isEqualTo(new KeptFee(euros(1), euros(4)));
        assertThat(KeptFee.ofItem(earlier, ITEM).plus(new KeptFee(euros(1), euros(1))))
                .isEqualTo(new KeptFee(euros(2), euros(5)));
    }

    private static RefundableItem claim(@Nullable ReturnShipping wayBack, int mayCome) {
        return new RefundableItem(
                UUID.randomUUID(),
                AnOrder.line(1),
                "Thing",
                0,
                mayCome,
                new TakenFee.Nothing(),
                wayBack,
                ReasonGroup.OTHER);
    }

    @Test
    void theLabelIsChargedWhereOneItemsWayIsDeductedAndNoneIsTheMerchants() {
        var deducted = claim(ReturnShipping.DEDUCTED, 1);
        assertThat(LabelDue.isDeducted(List.of())).isFalse();
        assertThat(LabelDue.isDeducted(List.of(deducted, claim(ReturnShipping.SHOPPER, 1), claim(null, 1))))
                .isTrue();
        assertThat(LabelDue.isDeducted(List.of(deducted, claim(ReturnShipping.MERCHANT, 1))))
                .isFalse();
        assertThat(LabelDue.isDeducted(List.of(deducted, claim(ReturnShipping.MERCHANT, 0))))
                .as("it takes no part")
                .isTrue();
        assertThat(LabelDue.isDeducted(List.of(claim(ReturnShipping.DEDUCTED, 0))))
                .isFalse();
    }

    @Property
    void noMoreIsTakenForTheLabelThanTheReturnIsWorthAndNeverTwice(
            @ForAll @IntRange(max = 9) int fee,
            @ForAll @IntRange(max = 9) int kept,
            @ForAll @IntRange(min = -9, max = 9) int net) {
        var claims = List.of(claim(ReturnShipping.DEDUCTED, 1));
        var now = LabelDue.of(labels(kept, 0, 0), claims, euros(fee), euros(net));
        var whole = now.plus(euros(kept));
        assertThat(whole).isBetween(euros(0), euros(fee));
        assertThat(whole).isLessThanOrEqualTo(euros(Math.max(0, net + kept)));
        assertThat(LabelDue.of(labels(kept, 0, 0), claims, null, euros(net))).isEqualTo(euros(-kept));
    }
}
