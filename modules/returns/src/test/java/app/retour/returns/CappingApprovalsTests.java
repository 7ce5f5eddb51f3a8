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
import app.retour.orders.Order;
import app.retour.returns.settings.ApprovalCaps;
import app.retour.returns.status.Headline;
import app.retour.returns.view.Return;
import app.retour.rules.Policies;
import app.retour.rules.evaluation.DecisionId;
import app.retour.rules.evaluation.Trace;
import app.retour.tenants.audit.Audit;
import app.retour.tenants.audit.AuditSearch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;
import retour.testkit.RetourTest;
import retour.testkit.TestClock;

/** How much the rules may approve on their own for one shopper. */
@RetourTest
class CappingApprovalsTests {
    @Autowired
    AMerchant merchant;

    @Autowired
    Returns returns;

    @Autowired
    Reviews reviews;

    @Autowired
    Guards guards;

    @Autowired
    Policies policies;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    @AfterEach
    void comeBack() {
        clock.run();
    }

    @Test
    void noCapIsOnUntilTheMerchantSwitchesItOn() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            assertThat(guards.standing().caps()).isEqualTo(ApprovalCaps.OFF);
            for (var one = 0; one < 4; one++) {
                assertThat(asked(merchant.sold(1, 40)).headline()).isEqualTo(Headline.APPROVED);
            }
            return true;
        });
    }

    @Test
    void aReturnAboveTheCapGoesToAPersonAndTheTraceSaysTheNumbers() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            cap(2, null, 30);
            asked(merchant.sold(1, 40));
            asked(merchant.sold(1, 40));
            var third = asked(merchant.sold(1, 40));
            assertThat(third.headline()).isEqualTo(Headline.PENDING_REVIEW);
            assertThat(trace(third).afterwards())
                    .singleElement()
                    .asString()
                    .contains("Sent to review: 2 automatic approvals in 30 days already; your cap is 2");
            assertThat(seen(third, "shopper.autoApprovals")).isEqualTo("2");
            assertThat(seen(third, "shopper.autoApprovedValue")).isEqualTo("€60");
            var lately = guards.lately();
            assertThat(lately.count()).isEqualTo(1);
            assertThat(lately.newest()).extracting(Return::rmaNumber).containsExactly(third.rmaNumber());
            return true;
        });
    }

    @Test
    void theAmountCountsThisReturnTooAndToTheCent() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            cap(null, "60.00", 30);
            assertThat(asked(merchant.sold(1, 40)).headline()).isEqualTo(Headline.APPROVED);
            assertThat(asked(merchant.sold(1, 40)).headline())
                    .as("exactly the cap")
                    .isEqualTo(Headline.APPROVED);
            var third = asked(merchant.sold(1, 40));
            assertThat(third.because())
                    .singleElement()
                    .asString()
                    .contains(
                            "Sent to review: with this return, automatic approvals in 30 days come to €90.00; your cap is"
                                    + " €60.00");
            return true;
        });
    }

    @Test
    void whatAPersonApprovedOrTheShopperTookBackOrIsLongAgoDoesNotCount() {
        as(merchant.opens(), () -> {
            clock.setTo(Instant.now().truncatedTo(ChronoUnit.MICROS));
            merchant.publishes(APPROVE_ALL);
            cap(1, null, 30);
            var first = asked(merchant.sold(1, 40));
            var second = asked(merchant.sold(1, 40));
            reviews.approve(
                    second.returnId(),
                    second.version(),
                    List.of(new Reviews.Choice(second.items().getFirst().itemId(), null)),
                    null,
                    CLERK);
            returns.cancel(first.returnId(), SHOPPER);
            assertThat(asked(merchant.sold(1, 40)).headline()).isEqualTo(Headline.APPROVED);
            assertThat(asked(merchant.sold(1, 40)).headline()).isEqualTo(Headline.PENDING_REVIEW);
            clock.advance(Duration.ofDays(31));
            assertThat(asked(merchant.sold(1, 40)).headline()).isEqualTo(Headline.APPROVED);
            return true;
        });
    }

    @Test
    void aWithdrawalIsApprovedAboveEveryCap() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            cap(1, "1.00", 365);
            for (var one = 0; one < 3; one++) {
                var withdrawn = asked(merchant.sold(1, 3, "DE"));
                assertThat(withdrawn.headline()).isEqualTo(Headline.APPROVED);
                assertThat(trace(withdrawn).afterwards().getLast()).contains("no guard delays");
            }
            assertThat(guards.lately().count()).isZero();
            return true;
        });
    }

    @Test
    void whoGaveNoEmailIsCountedByTheirOrderAlone() {
        as(merchant.opens(), () -> {
            merchant.publishes(APPROVE_ALL);
            cap(1, null, 30);
            var order = merchant.soldToGuest(2, 40);
            assertThat(order.shopper()).isNull();
            assertThat(asked(order).headline()).isEqualTo(Headline.APPROVED);
            assertThat(asked(order).headline()).isEqualTo(Headline.PENDING_REVIEW);
            assertThat(asked(merchant.soldToGuest(1, 40)).headline())
                    .as("somebody else, for all we know")
                    .isEqualTo(Headline.APPROVED);
            return true;
        });
    }

    @Test
    void aChangeOfTheCapsIsOnRecordWithBothValues() {
        as(merchant.opens(), () -> {
            cap(5, null, 30);
            cap(null, "80.00", 14);
            assertThat(audit.list(new AuditSearch("guards.changed", null, null, null), ScrollPosition.keyset(), 9)
                            .getContent())
                    .extracting(entry -> String.valueOf(entry.detail()))
                    .satisfiesExactly(
                            last -> assertThat(last).contains("5 → off", "off → 80.00", "30 → 14"),
                            first -> assertThat(first).contains("off → 5"));
            return true;
        });
    }

    @Test
    void absurdCapsAndChangesOfWhatWasChangedMeanwhileAreRefusedByTheField() {
        as(merchant.opens(), () -> {
            refused(new ApprovalCaps(0, null, 30), ErrorCode.INVALID, "approvals");
            refused(new ApprovalCaps(1001, null, 30), ErrorCode.INVALID, "approvals");
            refused(new ApprovalCaps(null, BigDecimal.ZERO, 30), ErrorCode.INVALID, "amount");
            refused(new ApprovalCaps(null, new BigDecimal("1.005"), 30), ErrorCode.INVALID, "amount");
            refused(new ApprovalCaps(1, null, 0), ErrorCode.INVALID, "days");
            refused(new ApprovalCaps(1, null, 366), ErrorCode.INVALID, "days");
            var version = guards.standing().version();
            guards.change(version, new ApprovalCaps(1, null, 7));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> guards.change(version, ApprovalCaps.OFF))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.STALE));
            assertThat(guards.standing().caps()).isEqualTo(new ApprovalCaps(1, null, 7));
            return true;
        });
    }

    private void refused(ApprovalCaps caps, ErrorCode code, String field) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> guards.change(guards.standing().version(), caps))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.field()).containsExactly(field);
                });
    }

    private void cap(@Nullable Integer approvals, @Nullable String amount, int days) {
        guards.change(
                guards.standing().version(),
                new ApprovalCaps(approvals, amount == null ? null : new BigDecimal(amount), days));
    }

    private Return asked(Order order) {
        return returns.request(wants(order, 1, "too_small"), SHOPPER);
    }

    private Trace trace(Return of) {
        var judged = returns.judgements(of.items().getFirst().itemId()).getFirst();
        return policies.trace(new DecisionId(Objects.requireNonNull(judged.policyDecision())));
    }

    private @Nullable String seen(Return of, String key) {
        return trace(of).facts().stream()
                .filter(fact -> fact.fact().key().equals(key))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
