package app.retour.returns;

import static app.retour.returns.AMerchant.APPROVE_ALL;
import static app.retour.returns.AMerchant.CLERK;
import static app.retour.returns.AMerchant.SHOPPER;
import static app.retour.returns.AMerchant.as;
import static app.retour.returns.AMerchant.wants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.ErrorCode;
import app.retour.kernel.Refusal;
import app.retour.returns.lists.ReturnFilter;
import app.retour.returns.lists.ReturnLists;
import app.retour.returns.receiving.Receiving;
import app.retour.returns.view.Return;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import retour.testkit.RetourTest;

@RetourTest
class ScanningCodesTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    ReturnLists lists;

    @Autowired
    Receiving receiving;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aCodePrintedEarlierIsFoundAsItIsAndOverAForeignKeyboard() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            var made = approved();
            printed(made, "BCDFZ3456789GHJK");
            assertThat(receiving.meantBy("bcdfz3456789ghjk")).contains(made.returnId());
            assertThat(receiving.meantBy("BCDFY3456789GHJK"))
                    .as("an American scanner on a German computer")
                    .contains(made.returnId());
            assertThat(receiving.meantBy("BCDFW\"'(-è_çGHJK"))
                    .as("an American scanner on a French computer")
                    .contains(made.returnId());
            assertThat(receiving.meantBy(made.rmaNumber().replace('-', 'ß'))).contains(made.returnId());
            assertThat(receiving.open("BCDFY3456789GHJK", false, CLERK).returnId())
                    .isEqualTo(made.returnId());
            assertThat(lists.list(
                            new ReturnFilter(null, null, "BCDFY3456789GHJK", null, null, null),
                            ScrollPosition.keyset(),
                            10))
                    .extracting(Return::returnId)
                    .containsExactly(made.returnId());
            return null;
        });
    }

    @Test
    void whatStandsThereGoesBeforeWhatItCouldBe() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            var first = approved();
            var second = approved();
            printed(first, "BCDFZ3456789GHJK");
            printed(second, "BCDFY3456789GHJK");
            assertThat(receiving.meantBy("BCDFZ3456789GHJK")).contains(first.returnId());
            assertThat(receiving.meantBy("BCDFY3456789GHJK")).contains(second.returnId());
            return null;
        });
    }

    @Test
    void aCodeThatCouldBeSeveralReturnsIsForAPerson() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            printed(approved(), "BCDZQFGHJKBCDFGH");
            printed(approved(), "BCDYAFGHJKBCDFGH");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> receiving.meantBy("BCDYQFGHJKBCDFGH"))
                    .returns(ErrorCode.INVALID, Refusal::code)
                    .withMessageContaining("2 returns");
            return null;
        });
    }

    /** Whichever was opened first: a guess would put the goods of one on the other. */
    @Test
    void theNumberOfAParcelWithTwoReturnsIsNoAnswer() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            var one = approved();
            returns.announceTracking(one.returnId(), null, "00340434161094000001", new WhichParcel.Unsaid(), SHOPPER);
            assertThat(receiving.meantBy(" 0034 0434161094000001")).contains(one.returnId());
            var two = approved();
            returns.announceTracking(two.returnId(), null, "00340434161094000001", new WhichParcel.Unsaid(), SHOPPER);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> receiving.meantBy("00340434161094000001"))
                    .returns(ErrorCode.INVALID, Refusal::code)
                    .withMessageContaining("given for %s and %s", one.rmaNumber(), two.rmaNumber());
            assertThat(lists.list(
                            new ReturnFilter(null, null, "00340434161094000001", null, null, null),
                            ScrollPosition.keyset(),
                            10))
                    .extracting(Return::returnId)
                    .containsExactlyInAnyOrder(one.returnId(), two.returnId());
            return null;
        });
    }

    @Test
    void aMisreadCodeIsRefusedAndNotTakenForAnUnknownParcel() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            var code = returns.slip(approved().returnId(), Locale.ENGLISH, Locale.ENGLISH)
                    .orElseThrow()
                    .code();
            var misread = (code.startsWith("B") ? "C" : "B") + code.substring(1);
            assertThat(code).matches("[BCDFGHJKLNPRSTVX]{17}");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> receiving.open(misread, true, CLERK))
                    .returns(ErrorCode.INVALID, Refusal::code)
                    .withMessageContaining("misread");
            return null;
        });
    }

    @Test
    void aScannedSkuIsKeptAsTheGoodsSayIt() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            var receipt = receiving.open(approved().rmaNumber(), false, CLERK);
            var scanned = receiving.addUnexpected(receipt.receiptId(), "SHIRTßM", "A second shirt", 1, null);
            assertThat(scanned.lines().getLast().sku()).isEqualTo("SHIRT-M");
            var unknown = receiving.addUnexpected(receipt.receiptId(), "HUTßM", "A hat", 1, null);
            assertThat(unknown.lines().getLast().sku()).isEqualTo("HUTßM");
            return null;
        });
    }

    private Return approved() {
        return returns.request(wants(merchant.sold(1, 10), 1, "too_small"), SHOPPER);
    }

    private void printed(Return of, String code) {
        transaction.executeWithoutResult(
                _ -> jdbc.sql("update returns.return_authorization set slip_code = ? where id = ?")
                        .params(code, of.returnId().value())
                        .update());
    }
}
