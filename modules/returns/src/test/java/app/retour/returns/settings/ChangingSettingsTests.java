package app.retour.returns.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.kernel.ShopAmount;
import app.retour.rules.policy.Resolution;
import app.retour.rules.policy.ReturnShipping;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a merchant may set of returns, between which bounds, and that what is not said stays. */
class ChangingSettingsTests {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Currency YEN = Currency.getInstance("JPY");
    private final SettingsPage page = SettingsPage.withDefaults();

    /** One field of a change; all others are not said. */
    private static ReturnSettingsChange only(String field, @Nullable String value) {
        var number = value == null || !value.matches("-?\\d+") ? null : Integer.valueOf(value);
        var amount = value == null || !value.matches("-?[\\d.]+") ? null : new BigDecimal(value);
        return new ReturnSettingsChange(
                0,
                null,
                field.equals("assumedTransitDays") ? number : null,
                field.equals("assumeNoDelivery"),
                field.equals("hoursToWaitForRest") ? number : null,
                field.equals("evidenceDays") ? number : null,
                field.equals("refundOutboundShipping") ? OutboundShippingPolicy.valueOf(String.valueOf(value)) : null,
                field.equals("returnShipping") ? ReturnShipping.valueOf(String.valueOf(value)) : null,
                field.equals("labelFee") ? amount : null,
                field.equals("agentAdjustmentLimit") ? amount : null,
                field.equals("agentsAdjustFreely"));
    }

    private ReturnSettings changed(String field, @Nullable String value) {
        page.change(only(field, value), EURO);
        return page.snapshot(EURO);
    }

    @Test
    void aNewMerchantHasWorkingSettings() {
        assertThat(page.snapshot(EURO))
                .isEqualTo(new ReturnSettings(
                        List.of(Resolution.REFUND, Resolution.EXCHANGE),
                        5,
                        24,
                        7,
                        OutboundShippingPolicy.NEVER,
                        ReturnShipping.SHOPPER,
                        null,
                        null,
                        0));
        assertThat(page.caps()).isEqualTo(ApprovalCaps.OFF);
    }

    @Test
    void aChangeThatSaysNothingChangesNothing() {
        changed("labelFee", "4.90");
        changed("agentAdjustmentLimit", "20");
        var before = page.snapshot(EURO);
        assertThat(changed("nothing", null)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "assumedTransitDays, 0",
        "assumedTransitDays, 90",
        "hoursToWaitForRest, 0",
        "hoursToWaitForRest, 720",
        "evidenceDays, 1",
        "evidenceDays, 90",
        "labelFee, 0",
        "labelFee, 4.90",
        "labelFee, 4.9000",
        "labelFee, 1000000000",
        "agentAdjustmentLimit, 0",
        "agentAdjustmentLimit, 1000000000",
    })
    void theBoundsThemselvesAreAllowed(String field, String value) {
        assertThat(changed(field, value)).isNotNull();
        var again = SettingsPage.withDefaults();
        again.change(only(field, value), EURO);
        again.change(only(field, value), EURO);
        assertThat(again.snapshot(EURO)).as("said twice").isEqualTo(page.snapshot(EURO));
    }

    @ParameterizedTest
    @CsvSource({
        "assumedTransitDays, -1, Give a number from 0 to 90",
        "assumedTransitDays, 91, Give a number from 0 to 90",
        "hoursToWaitForRest, -1, Give a number from 0 to 720",
        "hoursToWaitForRest, 721, Give a number from 0 to 720",
        "evidenceDays, 0, Give a number from 1 to 90",
        "evidenceDays, 91, Give a number from 1 to 90",
        "labelFee, -0.01, A label fee is 0 or more",
        "labelFee, 4.905, 'Give an amount as EUR are written, at most 1000000000'",
        "labelFee, 1000000000.01, 'Give an amount as EUR are written, at most 1000000000'",
        "agentAdjustmentLimit, -0.01, A limit is 0 or more",
        "agentAdjustmentLimit, 0.001, 'Give an amount as EUR are written, at most 1000000000'",
    })
    void whatIsBeyondIsRefusedNamingItsFieldAndLeavesTheRest(String field, String value, String message) {
        var before = page.snapshot(EURO);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> changed(field, value))
                .withMessage(message)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID))
                .satisfies(refusal -> assertThat(refusal.field()).containsExactly(field));
        assertThat(page.snapshot(EURO)).isEqualTo(before);
    }

    @Test
    void eachSettingIsWhatItWasSetTo() {
        assertThat(changed("assumedTransitDays", "3").assumedTransitDays()).isEqualTo(3);
        assertThat(changed("assumeNoDelivery", null).assumedTransitDays()).isNull();
        assertThat(changed("hoursToWaitForRest", "48").hoursToWaitForRest()).isEqualTo(48);
        assertThat(changed("evidenceDays", "14").evidenceDays()).isEqualTo(14);
        assertThat(changed("labelFee", "4.90").labelFee()).isEqualTo(ShopAmount.of(new BigDecimal("4.90"), EURO));
        assertThat(changed("labelFee", "0").labelFee()).as("none").isNull();
        assertThat(changed("agentAdjustmentLimit", "0").agentAdjustmentLimit())
                .as("not at all, which is not without limit")
                .isEqualTo(ShopAmount.of(BigDecimal.ZERO, EURO));
        assertThat(changed("agentsAdjustFreely", null).agentAdjustmentLimit()).isNull();
    }

    @ParameterizedTest
    @EnumSource(OutboundShippingPolicy.class)
    void everyPolicyOfShippingCanBeSet(OutboundShippingPolicy policy) {
        assertThat(changed("refundOutboundShipping", policy.name()).refundOutboundShipping())
                .isEqualTo(policy);
    }

    @ParameterizedTest
    @EnumSource(ReturnShipping.class)
    void whoeverPaysTheWayBackCanBeSet(ReturnShipping shipping) {
        assertThat(changed("returnShipping", shipping.name()).returnShipping()).isEqualTo(shipping);
    }

    @Test
    void anAmountOfYenHasNoDecimals() {
        page.change(only("labelFee", "500"), YEN);
        assertThat(page.snapshot(YEN).labelFee()).hasToString("¥500");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> page.change(only("labelFee", "500.5"), YEN))
                .withMessageContaining("as JPY are written");
    }

    private ReturnSettings offering(Resolution... wanted) {
        page.change(
                new ReturnSettingsChange(0, List.of(wanted), null, false, null, null, null, null, null, null, false),
                EURO);
        return page.snapshot(EURO);
    }

    @Test
    void whatIsOfferedIsKeptOnceInTheMerchantsOrder() {
        assertThat(offering(Resolution.EXCHANGE, Resolution.REFUND, Resolution.EXCHANGE)
                        .resolutions())
                .containsExactly(Resolution.EXCHANGE, Resolution.REFUND);
        assertThat(offering(Resolution.REFUND).resolutions()).containsExactly(Resolution.REFUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STORE_CREDIT", "REFUND,STORE_CREDIT"})
    void somethingIsOfferedAlwaysAndStoreCreditNeverByTheShopper(String wanted) {
        var resolutions = wanted.isEmpty()
                ? new Resolution[0]
                : List.of(wanted.split(",")).stream().map(Resolution::valueOf).toArray(Resolution[]::new);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> offering(resolutions))
                .withMessage("Resolutions are refund, exchange, or both");
    }
}
