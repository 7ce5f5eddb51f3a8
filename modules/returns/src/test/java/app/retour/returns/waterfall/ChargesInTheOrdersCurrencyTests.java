package app.retour.returns.waterfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.retour.kernel.CurrencyConversion;
import app.retour.kernel.Money;
import app.retour.kernel.ShopAmount;
import app.retour.returns.settings.OutboundShippingPolicy;
import app.retour.rules.policy.Fee;
import app.retour.rules.policy.ReturnShipping;
import app.retour.rules.vocabulary.ReasonGroup;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a merchant charges, brought into the order's currency; what no rate brings there waits for a person. */
class ChargesInTheOrdersCurrencyTests {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Currency YEN = Currency.getInstance("JPY");

    private static Charges ofYen(@Nullable String rate) {
        return new Charges(new CurrencyConversion(YEN, EURO, rate == null ? null : new BigDecimal(rate)));
    }

    private static Fee flat(String value, Fee.Per per) {
        return new Fee.Flat(Money.of(value, "EUR"), per);
    }

    private static ShopAmount euros(String amount) {
        return ShopAmount.of(new BigDecimal(amount), EURO);
    }

    @Test
    void aRateNeedsNoConversionAndNoFeeIsNone() {
        var charges = ofYen(null);
        assertThat(charges.fee(new Fee.Waived())).isEqualTo(new TakenFee.Nothing());
        assertThat(charges.fee(new Fee.Percent(BigDecimal.TEN, Fee.Per.RETURN)))
                .isEqualTo(new TakenFee.Rate(BigDecimal.TEN, Fee.Per.RETURN));
        assertThat(charges.open()).isEmpty();
        assertThat(charges.needsPersonBecause()).isNull();
    }

    @Test
    void aFlatFeeAndALabelAreBroughtOverByTheOrdersRate() {
        var charges = ofYen("0.005");
        assertThat(charges.fee(flat("3.00", Fee.Per.UNIT)))
                .isEqualTo(new TakenFee.Flat(Money.of("600", "JPY"), Fee.Per.UNIT));
        assertThat(charges.label(euros("4.90"))).isEqualTo(Money.of("980", "JPY"));
        assertThat(charges.label(null)).isNull();
        assertThat(charges.needsPersonBecause()).isNull();
    }

    @Test
    void whatNoRateBringsOverIsNotTakenAndIsSaidOnce() {
        var charges = ofYen(null);
        assertThat(charges.fee(flat("3.00", Fee.Per.UNIT))).isEqualTo(new TakenFee.Nothing());
        charges.fee(flat("3.00", Fee.Per.UNIT));
        charges.fee(flat("0.00", Fee.Per.ITEM));
        assertThat(charges.label(euros("4.90"))).isNull();
        assertThat(charges.open()).hasSize(2);
        assertThat(charges.needsPersonBecause())
                .isEqualTo("Not taken off: the fee of €3.00 for each unit and the label of €4.90. The order is in JPY"
                        + " and nobody told its exchange rate; adjust the refund, or pick where it goes as it is");
    }

    @ParameterizedTest
    @CsvSource({"UNIT, for each unit", "ITEM, for an item", "RETURN, for the return"})
    void aFeeSaysWhatItIsFor(Fee.Per per, String words) {
        var charges = ofYen(null);
        charges.fee(flat("3.00", per));
        assertThat(charges.needsPersonBecause()).contains("the fee of €3.00 " + words + ". ");
    }

    @Test
    void aRefundWaitsForWhoeverSeesToTheOpenCharges() {
        var reckoned = AReturnInParts.of(AnOrder.inEuros().line(1, "20.00"))
                .item(1)
                .comes(1)
                .last();
        assertThat(reckoned.heldFor(ofYen("0.005"))).isSameAs(reckoned);
        var charges = ofYen(null);
        charges.label(euros("4.90"));
        var held = reckoned.heldFor(charges);
        assertThat(held.waterfall().tenders())
                .as("nobody knows yet where it goes")
                .isEmpty();
        assertThat(held.waterfall().openCharges())
                .containsExactly(new Waterfall.OpenCharge(WaterfallLineKind.LABEL_FEE, Money.of("4.90", "EUR"), null));
        assertThat(held.waterfall().total()).isEqualTo(Money.of("20.00", "EUR"));
        assertThat(held.needsPersonBecause()).startsWith("Not taken off: the label");
        assertThat(held.heldFor(charges).needsPersonBecause())
                .as("after what a person had to know before")
                .matches("Not taken off: .*\\. Not taken off: .*");
    }

    @ParameterizedTest(name = "{0} {1} per {2} of {3} for {4} units: {5}")
    @CsvSource({
        "rate, 10, UNIT, 50.00, 2, 5.00",
        "rate, 200, ITEM, 50.00, 2, 50.00",
        "flat, 6.00, UNIT, 50.00, 3, 18.00",
        "flat, 6.00, UNIT, 10.00, 3, 10.00",
        "flat, 6.00, ITEM, 50.00, 3, 6.00",
        "flat, 6.00, RETURN, 50.00, 3, 6.00",
        "nothing, 0, ITEM, 50.00, 3, 0.00",
    })
    void aFeeIsNeverMoreThanItsUnitsAreWorth(
            String kind, BigDecimal value, Fee.Per per, String worth, int units, String taken) {
        TakenFee fee = switch (kind) {
            case "rate" -> new TakenFee.Rate(value, per);
            case "flat" -> new TakenFee.Flat(new Money(value, EURO), per);
            default -> new TakenFee.Nothing();
        };
        assertThat(fee.of(Money.of(worth, "EUR"), units)).isEqualTo(Money.of(taken, "EUR"));
        assertThat(fee.isPerReturn()).isEqualTo(per == Fee.Per.RETURN);
    }

    @Test
    void aRateIsTakenOncePerReturnWhereItIsSaidSo() {
        assertThat(new TakenFee.Rate(BigDecimal.TEN, Fee.Per.RETURN).isPerReturn())
                .isTrue();
        assertThat(new TakenFee.Rate(BigDecimal.TEN, Fee.Per.UNIT).isPerReturn())
                .isFalse();
        assertThat(new TakenFee.Nothing().isPerReturn()).isFalse();
    }

    @Test
    void aClaimIsForUnitsThatMayCome() {
        assertThat(claim(0, 0).takesPart()).isFalse();
        assertThat(claim(0, 1).takesPart()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> claim(2, 1)).withMessage("2 of 1 units");
        assertThatIllegalArgumentException().isThrownBy(() -> claim(-1, 1));
    }

    private static RefundableItem claim(int units, int mayCome) {
        return new RefundableItem(
                UUID.randomUUID(),
                AnOrder.line(1),
                "Thing",
                units,
                mayCome,
                new TakenFee.Nothing(),
                ReturnShipping.SHOPPER,
                ReasonGroup.OTHER);
    }

    @Test
    void aReasonThatNobodyGroupedIsAnyOther() {
        var known = UUID.randomUUID();
        var terms = new RefundTerms(
                null,
                OutboundShippingPolicy.NEVER,
                Map.of(known, ReasonGroup.DEFECT),
                new CurrencyConversion(EURO, EURO, null));
        assertThat(List.of(terms.group(known), terms.group(UUID.randomUUID())))
                .containsExactly(ReasonGroup.DEFECT, ReasonGroup.OTHER);
    }
}
