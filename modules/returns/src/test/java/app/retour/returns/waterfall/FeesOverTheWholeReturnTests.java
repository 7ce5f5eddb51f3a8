package app.retour.returns.waterfall;

import static app.retour.returns.waterfall.AReturnInParts.flat;
import static app.retour.returns.waterfall.AReturnInParts.percent;
import static app.retour.rules.policy.ReturnShipping.DEDUCTED;
import static app.retour.rules.policy.ReturnShipping.MERCHANT;
import static app.retour.rules.policy.ReturnShipping.SHOPPER;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.kernel.CurrencyConversion;
import app.retour.returns.record.ItemTerms;
import app.retour.rules.policy.EvidenceWanted;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.Fee.Per;
import app.retour.rules.policy.RefundMoment;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each number is what the shopper gets in the end, in whichever parts the goods come. */
class FeesOverTheWholeReturnTests {
    @Test
    void aRatePerReturnIsTakenOfBothReceipts() {
        var twice = AReturnInParts.of(AnOrder.inEuros().line(2, "200.00")).item(1, percent("10", Per.RETURN));
        assertThat(twice.announced(2).comes(1).comes(1).total()).isEqualTo("180.00");
        assertThat(twice.amounts()).containsExactly("90.00", "90.00");
    }

    @Test
    void aRatePerReturnIsTheSameInAnyOrder() {
        var order = AnOrder.inEuros().line(1, "80.00").line(1, "40.00").bought();
        assertThat(twoItems(order).announced(1, 1).comes(1, 0).comes(0, 1).total())
                .isEqualTo("108.00");
        assertThat(twoItems(order).announced(1, 1).comes(0, 1).comes(1, 0).total())
                .isEqualTo("108.00");
        assertThat(twoItems(order).announced(1, 1).comes(1, 1).total()).isEqualTo("108.00");
    }

    private static AReturnInParts twoItems(OrderMoney order) {
        return AReturnInParts.of(order).item(1, percent("10", Per.RETURN)).item(2, percent("10", Per.RETURN));
    }

    @Test
    void whatAFlatFeePerReturnLeftOverIsTakenFromTheNextPart() {
        var parts = AReturnInParts.of(AnOrder.inEuros().line(1, "5.00").line(1, "100.00"))
                .item(1, flat("9.99", Per.RETURN))
                .item(2, flat("9.99", Per.RETURN));
        assertThat(parts.announced(1, 1).comes(1, 0).amounts()).isEmpty();
        assertThat(parts.comes(0, 1).amounts()).containsExactly("95.01");
        assertThat(parts.sumOf(WaterfallLineKind.RESTOCKING_FEE)).isEqualTo("-9.99");
    }

    @Test
    void whatAFlatFeePerItemLeftOverIsTakenFromTheNextUnit() {
        var parts = AReturnInParts.of(AnOrder.inEuros().line(2, "10.00")).item(1, flat("7.31", Per.ITEM));
        assertThat(parts.announced(2).comes(1).comes(1).total()).isEqualTo("2.69");
    }

    @Test
    void aFeePerUnitIsTakenForUnitsThatWereBoughtAlone() {
        var order = AnOrder.inEuros().line(3, "30.00").bought();
        var more = AReturnInParts.of(order).item(1).item(1, flat("2.00", Per.UNIT));
        assertThat(more.announced(2, 2).comes(2, 2).total())
                .as("one of the last two was bought")
                .isEqualTo("28.00");
        var swapped = AReturnInParts.of(order).item(1, flat("2.00", Per.UNIT)).item(1);
        assertThat(swapped.announced(2, 2).comes(2, 2).total()).isEqualTo("26.00");
    }

    @Test
    void theLabelIsTakenFromTheNextPartWhereTheFirstWasTooSmall() {
        var parts = AReturnInParts.of(AnOrder.inEuros().line(1, "1.00").line(1, "100.00"))
                .label("4.90")
                .item(1, new Fee.Waived(), DEDUCTED, ReasonGroup.OTHER)
                .item(2, new Fee.Waived(), DEDUCTED, ReasonGroup.OTHER);
        assertThat(parts.announced(1, 1).comes(1, 0).comes(0, 1).total()).isEqualTo("96.10");
    }

    @Test
    void aLabelThatTheMerchantPaysForALaterItemIsNotChargedBefore() {
        var parts = AReturnInParts.of(AnOrder.inEuros().line(1, "20.00").line(1, "30.00"))
                .label("4.90")
                .item(1, new Fee.Waived(), DEDUCTED, ReasonGroup.OTHER)
                .item(2, new Fee.Waived(), MERCHANT, ReasonGroup.DEFECT);
        assertThat(parts.announced(1, 1).comes(1, 0).comes(0, 1).amounts()).containsExactly("20.00", "30.00");
    }

    @Test
    void aLabelThatWasChargedIsGivenBackWithAnItemThatMakesItFree() {
        var parts = AReturnInParts.of(AnOrder.inEuros().line(1, "20.00").line(1, "30.00"))
                .label("4.90")
                .item(1, new Fee.Waived(), DEDUCTED, ReasonGroup.OTHER);
        assertThat(parts.comes(1).amounts()).containsExactly("15.10");
        assertThat(parts.item(2, new Fee.Waived(), MERCHANT, ReasonGroup.DEFECT)
                        .comes(0, 1)
                        .amounts())
                .containsExactly("15.10", "34.90");
    }

    @Test
    void theLabelIsChargedBesideAnItemThatTravelsAtTheShoppersOwnCostOrNotAtAll() {
        var parts = AReturnInParts.of(
                        AnOrder.inEuros().line(1, "20.00").line(1, "30.00").line(1, "10.00"))
                .label("4.90")
                .item(1, new Fee.Waived(), DEDUCTED, ReasonGroup.OTHER)
                .item(2, new Fee.Waived(), SHOPPER, ReasonGroup.OTHER)
                .item(3, new Fee.Waived(), null, ReasonGroup.OTHER);
        assertThat(parts.comes(1, 1, 1).total()).isEqualTo("55.10");
    }

    @ParameterizedTest
    @EnumSource(
            value = Per.class,
            names = {"UNIT", "ITEM"})
    void aRateIsTakenOfAllThatCameNotOfEachUnit(Per per) {
        var order = AnOrder.inEuros().line(3, "0.66").bought();
        assertThat(AReturnInParts.of(order)
                        .item(1, percent("12.5", per))
                        .comes(3)
                        .total())
                .isEqualTo("0.58");
        assertThat(AReturnInParts.of(order)
                        .item(1, percent("12.5", per))
                        .comes(1)
                        .comes(1)
                        .comes(1)
                        .total())
                .isEqualTo("0.58");
    }

    @Test
    void theHighestFeePerReturnCountsFromTheFirstPartOn() {
        var order = AnOrder.inEuros().line(1, "100.00").line(1, "100.00").bought();
        var late = AReturnInParts.of(order).item(1, percent("10", Per.RETURN)).item(2, percent("50", Per.RETURN));
        assertThat(late.announced(1, 1).comes(1, 0).comes(0, 1).total()).isEqualTo("100.00");
    }

    @Test
    void aFeeForAnItemThatNeverCameIsGivenBackWhenTheReturnIsClosed() {
        var order = AnOrder.inEuros().line(1, "100.00").line(1, "100.00").bought();
        var parts = AReturnInParts.of(order).item(1, percent("10", Per.RETURN)).item(2, percent("50", Per.RETURN));
        assertThat(parts.announced(1, 1).comes(1, 0).amounts()).containsExactly("50.00");
        assertThat(parts.closes().total()).isEqualTo("90.00");
    }

    @Test
    void aFeeThatRisesAfterwardsTakesNothingBack() {
        var order = AnOrder.inEuros().line(1, "100.00").line(1, "1.00").bought();
        var parts = AReturnInParts.of(order).item(1, percent("10", Per.RETURN));
        assertThat(parts.comes(1).total()).isEqualTo("90.00");
        parts.item(2, percent("50", Per.RETURN)).comes(0, 1);
        assertThat(parts.total()).isEqualTo("90.00");
        assertThat(parts.last().waterfall().total().isZero()).isTrue();
        assertThat(parts.last().excess().toString()).isEqualTo("€39.50");
    }

    @Test
    void anItemWithoutAFeeBearsNoneOfTheReturnsFee() {
        var parts = AReturnInParts.of(AnOrder.inEuros().line(1, "80.00").line(1, "40.00"))
                .item(1, percent("10", Per.RETURN))
                .item(2, new Fee.Waived());
        assertThat(parts.comes(1, 1).total()).isEqualTo("112.00");
    }

    @Test
    void whatAPersonAddedOrGaveUpStaysAsTheyLeftIt() {
        var parts = AReturnInParts.of(AnOrder.inEuros().line(2, "20.00")).item(1);
        assertThat(parts.comes(1).giveUpLast().comes(1).amounts()).containsExactly("10.00");
    }

    /** The preview and the refund take it of the same: of what is given back for the goods, tax included. */
    @ParameterizedTest
    @EnumSource(
            value = Per.class,
            names = {"UNIT", "ITEM"})
    void aFeeThatIsToldBeforeIsTheOneThatIsTaken(Per per) {
        var parts = AReturnInParts.of(AnOrder.inEuros().taxOnTop().line(2, "200.00", "40.00"))
                .item(1, percent("10", per))
                .comes(2);
        var terms = ItemTerms.of(
                false, new Fee.Percent(BigDecimal.TEN, per), SHOPPER, RefundMoment.INSPECTION, EvidenceWanted.NOTHING);
        var euros = Currency.getInstance("EUR");
        var goods = parts.last().waterfall().goodsOf(parts.itemIds().getFirst());
        assertThat(terms.feeOn(goods, 2, new CurrencyConversion(euros, euros, null)))
                .hasToString("€24.00");
        assertThat(parts.sumOf(WaterfallLineKind.RESTOCKING_FEE)).isEqualTo("-24.00");
    }
}
