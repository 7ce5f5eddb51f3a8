package app.retour.returns.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import app.retour.rules.vocabulary.LegalBasis;
import app.retour.rules.vocabulary.ReasonGroup;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On which ground goods come back: what a consumer has by law, and what a merchant grants. */
class GroundsOfAReturnTests {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 17);
    private static final WithdrawalPeriod PERIOD = new WithdrawalPeriod(LAST);

    private static @Nullable LegalBasis ground(ASale sale, ReasonGroup reason, LocalDate asked) {
        return LegalGrounds.of(sale.told(), reason, PERIOD, asked);
    }

    @ParameterizedTest
    @EnumSource(ReasonGroup.class)
    void aDefectIsAMatterOfConformityWheneverItShowsAndAllElseOfWithdrawalInTime(ReasonGroup reason) {
        var faulty = EnumSet.of(ReasonGroup.DEFECT, ReasonGroup.WRONG_ITEM, ReasonGroup.DAMAGED_IN_TRANSIT)
                .contains(reason);
        var sale = ASale.inEuros().to("DE");
        assertThat(ground(sale, reason, LAST)).isEqualTo(faulty ? LegalBasis.CONFORMITY : LegalBasis.WITHDRAWAL);
        assertThat(ground(sale, reason, LAST.plusDays(1)))
                .isEqualTo(faulty ? LegalBasis.CONFORMITY : LegalBasis.GOODWILL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "de", " gb ", "NO", "IS"})
    void countriesWithTheRightAreKnownHoweverTheyAreWritten(String country) {
        assertThat(ground(ASale.inEuros().to(country), ReasonGroup.CHANGED_MIND, LAST))
                .isEqualTo(LegalBasis.WITHDRAWAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "CH", "XX", ""})
    void elsewhereEvenADefectIsGoodwill(String country) {
        assertThat(ground(ASale.inEuros().to(country), ReasonGroup.DEFECT, LAST))
                .isEqualTo(LegalBasis.GOODWILL);
    }

    @Test
    void aBusinessHasNoneOfItAndWhoIsNotSaidToBeOneIsAConsumer() {
        assertThat(ground(ASale.inEuros().to("DE").ofBusiness(true), ReasonGroup.DEFECT, LAST))
                .isEqualTo(LegalBasis.GOODWILL);
        assertThat(ground(ASale.inEuros().to("DE").ofBusiness(false), ReasonGroup.SIZE, LAST))
                .isEqualTo(LegalBasis.WITHDRAWAL);
        assertThat(ground(ASale.inEuros().to("DE").ofBusiness(null), ReasonGroup.SIZE, LAST))
                .isEqualTo(LegalBasis.WITHDRAWAL);
    }

    @Test
    void nobodyGuessesWhereGoodsWentThatNobodyTold() {
        assertThat(ground(ASale.inEuros().to(null), ReasonGroup.DEFECT, LAST)).isNull();
    }

    @ParameterizedTest(name = "sent {0}, came {1}, {2} days assumed in {3}: {4}, assumed {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-01T10:00:00Z, 2026-11-03T22:30:00Z, 5, Europe/London, 2026-11-03, false",
                "2026-11-01T10:00:00Z, 2026-11-03T23:30:00Z, 5, Europe/Berlin, 2026-11-04, false",
                "2026-11-01T10:00:00Z, -, 5, Europe/Berlin, 2026-11-06, true",
                "2026-11-01T23:30:00Z, -, 0, Europe/Berlin, 2026-11-02, true",
                "2026-11-01T10:00:00Z, -, -, Europe/Berlin, -, false",
                "-, -, 5, Europe/Berlin, -, false",
                "-, 2026-11-03T10:00:00Z, -, Europe/Berlin, 2026-11-03, false",
            })
    void theDayOfDeliveryIsTheMerchantsOwnAndAssumedOnlyWhereTheyWish(
            @Nullable String sent,
            @Nullable String came,
            @Nullable Integer assumed,
            ZoneId zone,
            @Nullable LocalDate day,
            boolean isAssumed) {
        var sale = ASale.inEuros();
        if (sent != null) {
            sale.fulfilled(sent);
        }
        if (came != null) {
            sale.delivered(came);
        }
        assertThat(DeliveryDay.of(sale.told(), assumed, zone)).isEqualTo(new DeliveryDay(day, isAssumed));
    }

    @Test
    void theDayOfDeliveryIsDayZeroAndNothingComesBackBeforeItCame() {
        var day = new DeliveryDay(LocalDate.of(2026, 11, 3), false);
        assertThat(day.daysUntil(LocalDate.of(2026, 11, 3))).isZero();
        assertThat(day.daysUntil(LocalDate.of(2026, 12, 3))).isEqualTo(30);
        assertThat(day.daysUntil(LocalDate.of(2026, 11, 1))).isZero();
        assertThat(new DeliveryDay(null, false).daysUntil(LocalDate.of(2026, 11, 3)))
                .isNull();
    }

    @Test
    void thePeriodRunsFromTheLastParcelAndNotBeforeAllIsSent() {
        var delivered = new DeliveryDay(LocalDate.of(2026, 11, 3), false);
        var all = ASale.inEuros().to("DE").line(2, "20.00");
        assertThat(WithdrawalPeriod.of(all.told(), delivered, () -> null)).isEqualTo(PERIOD);
        assertThat(WithdrawalPeriod.of(all.line(2, 1, "9.00").told(), delivered, () -> null))
                .as("a unit is still to be sent")
                .isEqualTo(WithdrawalPeriod.OPEN);
    }

    @Test
    void aGiftCardThatIsNeverSentKeepsNoPeriodOpen() {
        var delivered = new DeliveryDay(LocalDate.of(2026, 11, 3), false);
        var sale = ASale.inEuros().to("DE").line(1, "20.00").giftCard(0).told();
        assertThat(WithdrawalPeriod.of(sale, delivered, () -> null)).isEqualTo(PERIOD);
    }

    @Test
    void withoutADayOfDeliveryThePeriodStaysOpen() {
        var sale = ASale.inEuros().to("DE").line(1, "20.00").told();
        var unknown = DeliveryDay.of(sale, null, ZoneOffset.UTC);
        assertThat(WithdrawalPeriod.of(sale, unknown, () -> null)).isEqualTo(WithdrawalPeriod.OPEN);
    }
}
