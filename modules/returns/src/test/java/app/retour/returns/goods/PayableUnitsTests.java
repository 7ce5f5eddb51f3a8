package app.retour.returns.goods;

import static app.retour.returns.record.AReturn.terms;
import static org.assertj.core.api.Assertions.assertThat;

import app.retour.returns.record.AReturn;
import app.retour.returns.status.ItemDecision;
import app.retour.rules.policy.RefundMoment;
import app.retour.tracking.ParcelState;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** For how many units the moment has come at which the shopper is given something. */
class PayableUnitsTests {
    private static int payable(AReturn of) {
        return Payable.units(of.aggregate(), of.item(1));
    }

    private static AReturn paidAt(RefundMoment moment) {
        return AReturn.approved(4).agreedOn(1, terms(moment, false));
    }

    /** Of four units; where some came, one is accepted, one refused, one not graded yet and one still to come. */
    @ParameterizedTest(name = "paid at {0}, parcel {1}: {2} before it came, {3} with three here")
    @CsvSource({
        "APPROVAL, AWAITING_LABEL, 4, 3",
        "FIRST_SCAN, AWAITING_LABEL, 0, 2",
        "FIRST_SCAN, LABEL_READY, 0, 2",
        "FIRST_SCAN, IN_TRANSIT, 4, 3",
        "FIRST_SCAN, DELIVERED, 4, 3",
        "FIRST_SCAN, LOST, 0, 2",
        "DELIVERY, IN_TRANSIT, 0, 2",
        "DELIVERY, DELIVERED, 4, 3",
        "RECEIPT, DELIVERED, 0, 2",
        "INSPECTION, DELIVERED, 0, 1",
    })
    void unitsArePaidForAtTheirMoment(RefundMoment moment, ParcelState parcel, int before, int after) {
        var of = paidAt(moment).parcel(parcel);
        assertThat(payable(of)).isEqualTo(before);
        assertThat(payable(of.came(1, 3, 1, 1))).isEqualTo(after);
    }

    @ParameterizedTest
    @EnumSource(RefundMoment.class)
    void nothingIsPaidForWhatIsNotApproved(RefundMoment moment) {
        for (var decision : ItemDecision.values()) {
            if (decision != ItemDecision.APPROVED) {
                var of = AReturn.of(2).decided(1, decision).agreedOn(1, terms(moment, true));
                assertThat(payable(of.came(1, 2, 2, 0))).as("%s", decision).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RefundMoment.class)
    void whatTheShopperKeepsIsPaidForAtOnce(RefundMoment moment) {
        assertThat(payable(AReturn.approved(4).agreedOn(1, terms(moment, true))))
                .isEqualTo(4);
    }

    @Test
    void unitsThatAreMissingAreNotPaidInAdvanceAndCountAgainWhenTheyCome() {
        var of = paidAt(RefundMoment.APPROVAL);
        of.item(1).moveGoods(of.item(1).goods().miss(1));
        assertThat(payable(of)).isEqualTo(3);
        assertThat(payable(of.came(1, 4, 0, 0))).isEqualTo(4);
    }

    @Property
    void neverMoreThanWasAnnouncedAndNeverLessThanLater(
            @ForAll RefundMoment moment,
            @ForAll @IntRange(max = 6) int came,
            @ForAll @IntRange(max = 6) int accepted,
            @ForAll @IntRange(max = 6) int refused) {
        if (accepted + refused > came) {
            return;
        }
        var of = paidAt(moment).parcel(ParcelState.DELIVERED).came(1, came, accepted, refused);
        assertThat(payable(of)).isBetween(0, 4);
        var item = of.item(1);
        assertThat(Payable.most(item, true)).isGreaterThanOrEqualTo(Payable.most(item, false));
        var byMoment = Arrays.stream(RefundMoment.values())
                .map(each -> payable(of.agreedOn(1, terms(each, false))))
                .toList();
        assertThat(byMoment).as("the later the moment, the fewer units").isSortedAccordingTo((a, b) -> b - a);
    }
}
