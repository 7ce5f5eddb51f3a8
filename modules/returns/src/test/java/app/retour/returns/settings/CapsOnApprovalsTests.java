package app.retour.returns.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.retour.kernel.Refusal;
import app.retour.kernel.ShopAmount;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much the rules may approve for one shopper without a person, and what is said when it would be more. */
class CapsOnApprovalsTests {
    private static final Currency EURO = Currency.getInstance("EUR");

    private static ApprovalCaps caps(@Nullable Integer approvals, @Nullable String amount, int days) {
        return new ApprovalCaps(approvals, amount == null ? null : new BigDecimal(amount), days);
    }

    private static ShopAmount euros(String amount) {
        return ShopAmount.of(new BigDecimal(amount), EURO);
    }

    private static List<String> raised(ApprovalCaps caps, int before, @Nullable String value, @Nullable String now) {
        return caps.guards(
                new AutomaticApprovals(before, value == null ? null : euros(value)),
                now == null ? null : euros(now),
                EURO);
    }

    @Test
    void aCapThatIsOffStopsNothing() {
        assertThat(raised(ApprovalCaps.OFF, 999, null, null)).isEmpty();
    }

    @Test
    void theLastApprovalOfTheCapIsGivenAndTheNextIsNot() {
        assertThat(raised(caps(2, null, 30), 1, "0", "10")).isEmpty();
        assertThat(raised(caps(2, null, 30), 2, "0", "10"))
                .containsExactly("2 automatic approvals in 30 days already; your cap is 2");
        assertThat(raised(caps(1, null, 1), 1, "0", "10"))
                .containsExactly("1 automatic approval in 1 day already; your cap is 1");
    }

    @Test
    void anAmountIsReachedToTheCentAndNotPassed() {
        assertThat(raised(caps(null, "100", 30), 0, "60.00", "40.00")).isEmpty();
        assertThat(raised(caps(null, "100", 30), 0, "60.00", "40.01"))
                .containsExactly(
                        "with this return, automatic approvals in 30 days come to €100.01; your cap is €100.00");
    }

    @Test
    void whatNobodyCanSumGoesToAPerson() {
        var said = "nobody can say what automatic approvals in 7 days come to in EUR; your cap is €100.00";
        assertThat(raised(caps(null, "100", 7), 0, null, "1.00")).containsExactly(said);
        assertThat(raised(caps(null, "100", 7), 0, "1.00", null)).containsExactly(said);
    }

    @Test
    void bothCapsAreSaidWhereBothStandAgainstIt() {
        assertThat(raised(caps(1, "10", 30), 3, "9.00", "2.00")).hasSize(2);
    }

    @Property
    void moreBeforeNeverStopsLess(
            @ForAll @IntRange(min = 1, max = 5) int cap,
            @ForAll @IntRange(max = 8) int before,
            @ForAll @IntRange(max = 8) int value) {
        var caps = caps(cap, "5", 30);
        var now = raised(caps, before, String.valueOf(value), "1");
        assertThat(raised(caps, before + 1, String.valueOf(value + 1), "1")).hasSizeGreaterThanOrEqualTo(now.size());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 1, -",
                "-, -, 365, -",
                "-, -, 0, days",
                "-, -, 366, days",
                "1, -, 30, -",
                "1000, -, 30, -",
                "0, -, 30, approvals",
                "1001, -, 30, approvals",
                "-, 0.01, 30, -",
                "-, 1000000000, 30, -",
                "-, 50.000, 30, -",
                "-, 0, 30, amount",
                "-, -1, 30, amount",
                "-, 0.001, 30, amount",
                "-, 1000000000.01, 30, amount",
            })
    void aCapIsWithinReasonOrNamesItsField(
            @Nullable Integer approvals, @Nullable String amount, int days, @Nullable String field) {
        var wanted = caps(approvals, amount, days);
        if (field == null) {
            assertThat(wanted.checked(EURO)).isSameAs(wanted);
        } else {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> wanted.checked(EURO))
                    .satisfies(refusal -> assertThat(refusal.field()).containsExactly(field));
        }
    }

    @Test
    void aPageKeepsTheCapsItIsGiven() {
        var page = SettingsPage.withDefaults();
        page.cap(caps(3, null, 90));
        assertThat(page.caps()).isEqualTo(caps(3, null, 90));
    }
}
